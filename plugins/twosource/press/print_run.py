"""One print into one output folder, by as many processes as need be: all of it is put in place, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import time_ns

from twosource.press.access import need_access
from twosource.press.disk import DISK, Disk
from twosource.press.glance import ALL_STANDS, Glance, glance_at, last_lock
from twosource.press.interrupts import uninterrupted
from twosource.press.journal import Journal, commit
from twosource.press.prune import parents, refuse_foreign, refuse_to_overwrite, stale_files, stale_folders
from twosource.press.record import RECORD, read_record, record_of
from twosource.press.recovery import finish, held
from twosource.press.shelf import EMPTY, FolderMark, Mark, Shelf, mark_again, seen, untouched
from twosource.press.staging import moves, staging_of, sweep
from twosource.press.stall import PrintedFile, Stall, stage_batch
from twosource.press.standing import look, top_folders


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a print altered."""

    changed: int
    """Files that are new or differ from what stood."""
    removed: int
    """Files that no page owned any more."""
    files: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The changed ones, by path."""
    shelf: Shelf = field(default=EMPTY, compare=False, repr=False)
    """What stands now, for the next print; the very shelf that was given where it holds nothing new."""


@contextmanager
def print_run(
    output: Path, owned: Set[str], shelf: Shelf = EMPTY, disk: Disk = DISK, glance: Glance | None = None
) -> Iterator[PrintRun]:
    """Hold the output folder for one print of a site that will consist of the files `owned`.

    `glance` is what a look at the shelf's files has shown already; where others have printed since, it is not believed.
    A print that was cut off is finished first.
    Without a call of `publish`, nothing is altered in the end. Raises PressError; an OSError that the caller lets out
    is told as one. No worker may stage once the block was left.
    """
    staging = staging_of(output)
    # Asked before the lock is taken, which would be the answer; a whole print does not fit in between.
    if glance and glance.since is not None and (staging.exists() or glance.since != last_lock(output)):
        glance = None
    with held(staging):
        if finish(output, staging, disk) or glance is None:
            glance = glance_at(output, shelf)
        try:
            yield PrintRun(output, owned, shelf, staging, disk, glance)
        finally:
            # After a commit that could not be applied the next start needs what is left.
            if not (staging / "journal.json").exists():
                with suppress(OSError):
                    sweep(staging, disk)


class PrintRun:
    """Knows what stands, gives out stalls, and publishes what was staged in them."""

    def __init__(self, output: Path, owned: Set[str], shelf: Shelf, staging: Path, disk: Disk, glance: Glance) -> None:
        """Raise PressError where something would be lost that the press did not print."""
        self._output, self._staging, self._disk = output, staging, disk
        self._home = str(output)
        self._owned = owned
        self._printed_last = _printed_last(output, shelf)
        if self._printed_last is None:
            shelf, glance = EMPTY, ALL_STANDS
        self._shelf, self._glance = shelf, glance
        same = self._printed_last == owned
        tops = top_folders(owned if same else owned | (self._printed_last or frozenset())) | owned
        self._standing = look(output, tops, shelf, glance)
        # Every folder is as it was, and so is what has to be in them: there is nothing to prune or to protect.
        self._settled = same and self._standing.folders == self._standing.intact == shelf.folders.keys()
        self._sound = dict(shelf.files) if self._settled and not glance.doubtful else {}
        if not self._settled:
            refuse_foreign(output, owned, self._printed_last, self._standing)

    @property
    def owned(self) -> Set[str]:
        """Files of which the site will consist."""
        return self._owned

    def fallen(self, kept: Iterable[str]) -> list[str]:
        """Those of these files that do not stand as the shelf has them, and have to be printed."""
        return [path for path in kept if path not in self._sound and not self._stands(path)]

    @property
    def spoilt(self) -> bool:
        """True when somebody put files where ours go, which a print would take out."""
        printed = self._printed_last or frozenset()
        return not self._settled and bool(stale_files(self._owned, printed, self._standing))

    def stall(self, corner: str) -> Stall:
        """Where one process may stage; no two stalls of a run may have the same corner."""
        standing = {"": not self._standing.blank, **dict.fromkeys(self._standing.folders, True)}
        return Stall(str(self._output), str(self._staging), corner, self._shelf.files, standing)

    def publish(self, files: Iterable[PrintedFile]) -> Outcome:
        """Put in place what was staged, remove what nobody owns any more.

        Every owned file must be among `files`, or stand as the shelf has it; ValueError names one that does not.
        """
        printed = {file.path: file for file in files}
        forgotten = self.fallen(self._owned - printed.keys() - self._sound.keys())
        if forgotten or not printed.keys() <= self._owned:
            raise ValueError(f"neither printed nor standing, or not owned: {[*forgotten, *printed][0]}")
        printed |= {file.path: file for file in self._record()}
        journal = self._journal(printed.values())
        changed = [file.path for file in printed.values() if file.staged]
        refuse_to_overwrite(self._output, changed, self._printed_last, self._standing)
        if journal.move or journal.remove:
            need_access(self._output, (*(path for _, path in journal.move), *journal.remove))
            with uninterrupted():
                commit(journal, self._staging, self._disk)
                finish(self._output, self._staging, self._disk)
        shelf = self._new_shelf({path: file.mark for path, file in printed.items()}, journal)
        return Outcome(len(changed) - (RECORD in changed), len(journal.remove), tuple(changed), shelf)

    def _stands(self, path: str) -> bool:
        """Only where it was touched since is the file read."""
        mark = self._shelf.files.get(path)
        if mark is None or path not in self._standing.files:
            return False
        now: Mark | None = mark
        if path in self._glance.doubtful:
            found = seen(f"{self._home}/{path}")
            now = mark_again(f"{self._home}/{path}", found, mark) if found else None
        if now:
            self._sound[path] = now
        return now is not None

    def _record(self) -> list[PrintedFile]:
        """The record where it is not as it has to be."""
        if self._printed_last == self._owned and not self.fallen([RECORD]):
            return []
        return stage_batch([(RECORD, record_of(self._owned))], self.stall("record"), self._disk)

    def _journal(self, printed: Collection[PrintedFile]) -> Journal:
        moved = moves(printed, self._standing.folders, self._standing.blank)
        if self._settled:
            return Journal(moved, (), ())
        stale = stale_files(self._owned, self._printed_last or frozenset(), self._standing)
        return Journal(moved, stale, stale_folders(self._owned, stale, self._standing))

    def _new_shelf(self, printed: dict[str, Mark], journal: Journal) -> Shelf:
        marks = {**self._sound, **printed}
        altered = [*(path for _, path in journal.move), *journal.remove, *journal.folders]
        intact = self._standing.intact - {path.rpartition("/")[0] for path in altered}
        if marks == self._shelf.files and intact == self._shelf.folders.keys():
            return self._shelf
        known = self._shelf.files
        new = {path: mark for path, mark in marks.items() if known.get(path) is not mark}
        fresh = Shelf(new, self._marked(parents(marks) - intact)).settled(time_ns())
        folders = {folder: self._shelf.folders[folder] for folder in intact}
        return Shelf({**marks, **fresh.files}, {**folders, **fresh.folders})

    def _marked(self, folders: Iterable[str]) -> dict[str, FolderMark]:
        looked = ((folder, seen(f"{self._home}/{folder}")) for folder in folders)
        return {folder: (found.st_mtime_ns, found.st_ino) for folder, found in looked if found}


def _printed_last(output: Path, shelf: Shelf) -> Set[str] | None:
    """What the record says; it need not be read where the shelf knows it."""
    mark, found = shelf.files.get(RECORD), seen(f"{output}/{RECORD}")
    if mark and found and untouched(found, mark):
        return shelf.files.keys() - {RECORD}
    return read_record(output)
