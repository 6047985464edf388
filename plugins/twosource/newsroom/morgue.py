"""The morgue: what was reckoned in earlier runs, kept by name in one file; a newspaper's clippings go there.

Losing it costs time and nothing else. What is in it was asked for under a key that covers everything it was reckoned
from, so that an entry is either right or not found. A file that is damaged, of another version of the tool or of
another kind of Python is put aside and begun anew, and a disk that is full or closed only makes the next run slower.

Values are plain ones (numbers, texts, bytes, tuples, lists, dicts, None), kept by `marshal`: 10,000 entries are read in
some 20 ms, where pickle needs ten times as long. Each kind is spread over drawers, and only drawers in which
something changed are written.
"""

from __future__ import annotations

import marshal
import sqlite3
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

FILE = "morgue.sqlite3"
"""Name of the file in the cache's folder."""

DRAWERS = 64
"""Drawers of each kind: at 10,000 entries one edit writes a sixty-fourth of a kind."""

CREATE = "CREATE TABLE IF NOT EXISTS drawers (kind TEXT, n INTEGER, mark BLOB, body BLOB, PRIMARY KEY (kind, n))"

FAILURES = (OSError, sqlite3.Error, ValueError, EOFError, TypeError)
"""What a damaged file may raise."""


class Morgue:
    """Entries by kind and name. Reads when first asked for a kind, writes on `save` and not before."""

    def __init__(self, folder: Path | None, mark: bytes) -> None:
        """`folder` is the cache's (None: keep nothing); `mark` names everything that all entries depend on."""
        self._file = folder / FILE if folder else None
        self._mark = blake2b(mark + sys.version.encode(), digest_size=16).digest()
        self._held: dict[str, dict[str, Any]] = {}
        self._changed: dict[str, set[int]] = {}

    def entries(self, kind: str) -> Mapping[str, Any]:
        """All entries of a kind by name; what could not be read is not there."""
        if kind not in self._held:
            self._held[kind] = dict(self._read(kind))
        return self._held[kind]

    def put(self, kind: str, name: str, value: Any) -> None:
        """Enter a value, or one in the place of another."""
        self.entries(kind)
        self._held[kind][name] = value
        self._changed.setdefault(kind, set()).add(_drawer(name))

    def drop(self, kind: str, name: str) -> None:
        """Take an entry out, if it is there."""
        if name in self.entries(kind):
            del self._held[kind][name]
            self._changed.setdefault(kind, set()).add(_drawer(name))

    def save(self) -> None:
        """Write what changed, all of it or nothing. A disk that does not take it is no fault of the site's."""
        if self._file is None or not self._changed:
            return
        with suppress(*FAILURES):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._write(self._file)
            self._changed.clear()

    def _write(self, file: Path) -> None:
        rows = [
            (kind, n, blake2b(body, digest_size=8, key=self._mark).digest(), body)
            for kind, drawers in self._changed.items()
            for n, body in self._bodies(kind, drawers)
        ]
        try:
            _insert(file, rows)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise  # somebody else writes at this moment, or the disk is full
            file.unlink()
            _insert(file, rows)

    def _bodies(self, kind: str, drawers: set[int]) -> Iterator[tuple[int, bytes]]:
        sorted_in: dict[int, dict[str, Any]] = {n: {} for n in drawers}
        for name, value in self._held[kind].items():
            place = _drawer(name)
            if place in drawers:
                sorted_in[place][name] = value
        yield from ((n, marshal.dumps(entries)) for n, entries in sorted_in.items())

    def _read(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Entries of the drawers whose mark fits; those of other versions and damaged ones are passed over."""
        if self._file is None or not self._file.exists():
            return
        try:
            with closing(sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                rows = connection.execute("SELECT mark, body FROM drawers WHERE kind = ?", (kind,)).fetchall()
            for mark, body in rows:
                if blake2b(body, digest_size=8, key=self._mark).digest() == mark:
                    yield from marshal.loads(body).items()
        except FAILURES:
            return


def _drawer(name: str) -> int:
    return zlib.crc32(name.encode()) % DRAWERS


def _insert(file: Path, rows: list[tuple[str, int, bytes, bytes]]) -> None:
    with closing(sqlite3.connect(file, timeout=1.0, isolation_level="IMMEDIATE")) as connection:
        # A cache that a power cut spoils is begun anew, so that nothing need wait for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        with connection:
            connection.execute(CREATE)
            connection.executemany("INSERT OR REPLACE INTO drawers VALUES (?, ?, ?, ?)", rows)
