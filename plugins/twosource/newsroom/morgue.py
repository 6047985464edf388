"""The morgue: what was reckoned in earlier runs, kept by name in one file; a newspaper's clippings go there.

Losing it costs time and nothing else. What is in it was asked for under a key that covers everything it was reckoned
from, so that an entry is either right or not found. A file that is damaged, of another version of the tool or of
another kind of Python is put aside and begun anew, and a disk that is full or closed only makes the next run slower.
A writer may check a hub while a preview prints it: each run reads what one run wrote, or begins anew, and only the
first of two to end writes.

Values are plain ones (numbers, texts, bytes, tuples, lists, dicts, None), kept by `marshal`: 10,000 entries are read in
some 20 ms, where pickle needs ten times as long. Each kind is spread over drawers, and only drawers in which
something changed are written.
"""

from __future__ import annotations

import marshal
import sqlite3
import sys
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

from twosource.newsroom.morgue_file import MorgueFile

FILE = "morgue.sqlite3"
"""Name of the file in the cache's folder."""

DRAWERS = 64
"""Drawers of a kind: at 10,000 entries one edit writes a sixty-fourth of it."""

MANY = 1024
"""Drawers of a kind of which a run wants a few entries and never all."""

FAILURES = (OSError, sqlite3.Error, ValueError, EOFError, TypeError)
"""What a damaged file may raise."""


class DamagedError(Exception):
    """A file that was ours has a drawer that cannot be read. Discard it and begin the run anew."""


class OvertakenError(Exception):
    """Something that the run goes by was changed by others meanwhile. Begin it anew."""


class Entries(dict[str, Any]):
    """Entries of a kind by name. Who asks for one with brackets knows that it must be there."""

    def __missing__(self, name: str) -> Any:
        raise DamagedError(f"nothing is kept of {name}")


class Morgue:
    """Entries by kind and name. Reads when first asked, writes on `save` and not before."""

    def __init__(self, folder: Path | None, mark: bytes, drawers: Mapping[str, int] = {}) -> None:
        """`folder` is the cache's (None: keep nothing); `mark` names everything that all entries depend on.

        `drawers` gives the number of drawers of kinds that have not the usual one.
        """
        self._file = MorgueFile(folder / FILE) if folder else None
        self._mark = blake2b(mark + sys.version.encode(), digest_size=16).digest()
        self._drawers = drawers
        self._held: dict[str, dict[int, dict[str, Any]]] = {}
        self._whole: dict[str, Entries] = {}
        self._changed: set[tuple[str, int]] = set()
        self._ours: bool | None = None
        self._state = b""

    def entries(self, kind: str) -> Mapping[str, Any]:
        """All entries of a kind by name; what could not be read is not there. It follows later changes."""
        if kind not in self._whole:
            drawers = self._held.setdefault(kind, {})
            drawers |= {place: drawer for place, drawer in self._read(kind) if place not in drawers}
            self._whole[kind] = Entries(pair for drawer in drawers.values() for pair in drawer.items())
        return self._whole[kind]

    def drawer(self, kind: str) -> Drawer:
        """A kind as a mapping of which no more is read than is asked for."""
        return Drawer(self, kind)

    def shared(self, kind: str) -> Reader | Entries:
        """The same for other processes, which read for themselves what was saved; all entries where they cannot."""
        if self._file is None or not self._is_ours() or any(changed == kind for changed, _ in self._changed):
            return Entries(self.entries(kind))
        return Reader(self._file.folder, self._mark, self._state, self._drawers, kind)

    @classmethod
    def as_saved(cls, folder: Path, mark: bytes, state: bytes, drawers: Mapping[str, int]) -> Self:
        """The morgue that a run has saved, in another of its processes; mark and state say that it is that one."""
        morgue = cls(folder, b"", drawers)
        morgue._mark, morgue._state, morgue._ours = mark, state, True
        return morgue

    def get(self, kind: str, name: str) -> Any:
        """One entry, or None; only its drawer is opened."""
        return self._holding(kind, name).get(name)

    def put(self, kind: str, name: str, value: Any) -> None:
        """Enter a value, or one in the place of another; the same value again is no change."""
        drawer = self._holding(kind, name)
        if name not in drawer or drawer[name] != value:
            drawer[name] = value
            if kind in self._whole:
                self._whole[kind][name] = value
            self._changed.add((kind, self._place(kind, name)))

    def update(self, kind: str, values: Mapping[str, Any]) -> None:
        """Enter many values. Where all are as they were, that costs one comparison of two mappings."""
        held = self.entries(kind)
        if held != values:
            for name, value in values.items():
                was = held.get(name)
                if was is not value and was != value:
                    self.put(kind, name, value)

    def keep_only(self, kind: str, names: Collection[str]) -> None:
        """Take out all entries of other names."""
        held = self.entries(kind)
        for name in [name for name in held if name not in names]:
            del self._holding(kind, name)[name], self._whole[kind][name]
            self._changed.add((kind, self._place(kind, name)))

    def save(self) -> None:
        """Write what changed, all of it or nothing. A disk that does not take it is no fault of the site's."""
        if self._file is None or not self._changed:
            return
        with suppress(*FAILURES):
            self._write(self._file)

    def stands(self) -> bool:
        """True while the file is as this run left it: no other wrote since, and nobody took it away."""
        try:
            return self._file is None or self._file.whose() == [(self._mark, self._state)]
        except FAILURES:
            return False

    def close(self) -> None:
        """Let go of the file, for nothing but a collector would; it is opened again where more is asked for."""
        if self._file:
            self._file.close()

    def forget(self, *kinds: str) -> None:
        """Give back the memory of these kinds, if all that is in them was saved; they are read again when asked for."""
        for kind in kinds:
            if all(changed != kind for changed, _ in self._changed):
                self._held.pop(kind, None)
                self._whole.pop(kind, None)

    def _place(self, kind: str, name: str) -> int:
        return zlib.crc32(name.encode("utf-8", "surrogatepass")) % self._drawers.get(kind, DRAWERS)

    def _holding(self, kind: str, name: str) -> dict[str, Any]:
        """The drawer in which an entry is, or would be."""
        drawers, place = self._held.setdefault(kind, {}), self._place(kind, name)
        if place not in drawers:
            drawers[place] = {} if kind in self._whole else dict(self._read(kind, place)).get(place, {})
        return drawers[place]

    def discard(self) -> None:
        """Forget everything, the file too."""
        self._held, self._whole, self._changed, self._ours = {}, {}, set(), False
        self._state = b""
        if self._file:
            self._file.clear()

    def _write(self, file: MorgueFile) -> None:
        rows = [
            (kind, n, *self._sealed(marshal.dumps(drawer)))
            for kind, n in sorted(self._changed)
            for drawer in (self._held[kind][n],)
        ]
        if not self._is_ours():
            file.clear()
        state = blake2b(b"".join((self._state, *(seal for _, _, seal, _ in rows))), digest_size=16).digest()
        if file.write(self._state, self._mark, state, rows):
            self._ours, self._state = True, state
            self._changed.clear()

    def _sealed(self, body: bytes) -> tuple[bytes, bytes]:
        """A checksum tells damage, which is all that it is for, in a quarter of the time of a digest."""
        return zlib.crc32(body, zlib.crc32(self._mark)).to_bytes(4), body

    def _read(self, kind: str, place: int | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
        """Drawers of a kind, all or one; none where the file is not of this tool. Raises DamagedError."""
        if self._file is None or not self._is_ours():
            return
        one, asked = ("", (kind,)) if place is None else (" AND n = ?", (kind, place))
        try:
            state, rows = self._file.rows(f"SELECT n, mark, body FROM drawers WHERE kind = ?{one}", asked)
            if state != [(self._mark, self._state)]:
                raise OvertakenError(f"{self._file}: another run wrote meanwhile")
            for n, mark, body in rows:
                if self._sealed(body)[0] != mark:
                    raise DamagedError(f"{self._file}: {kind} {n}")
                yield n, marshal.loads(body)
        except FAILURES as error:
            raise DamagedError(f"{self._file}: {error}") from error

    def _is_ours(self) -> bool:
        if self._ours is None:
            try:
                found = self._file.whose() if self._file else []
            except FAILURES:
                found = []
            self._ours = [mark for mark, _ in found] == [self._mark]
            self._state = found[0][1] if self._ours else b""
        return self._ours


class Drawer:
    """Entries of a kind, each read when asked for."""

    def __init__(self, morgue: Morgue, kind: str) -> None:
        self._morgue, self._kind = morgue, kind

    def __getitem__(self, name: str) -> Any:
        found = self._morgue.get(self._kind, name)
        if found is None:
            raise DamagedError(f"nothing is kept of {name}")
        return found


class Reader:
    """The same in any process of a run, which may be handed one instead of the entries."""

    def __init__(self, folder: Path, mark: bytes, state: bytes, drawers: Mapping[str, int], kind: str) -> None:
        self._of = folder, mark, state, dict(drawers)
        self._kind = kind
        self._drawer: Drawer | None = None

    def __getitem__(self, name: str) -> Any:
        if self._drawer is None:
            self._drawer = Drawer(Morgue.as_saved(*self._of), self._kind)
        return self._drawer[name]

    def __reduce__(self) -> tuple[Any, ...]:
        return Reader, (*self._of, self._kind)
