"""A glance at the output folder: which of the files and folders that were printed last are not as they were left.

Two looks at the files of ten thousand stories take 150 ms. A process of its own does that while the first one looks at
the hub and imports what it will need; it is forked before either is large.
"""

from __future__ import annotations

import marshal
import os
import signal
import stat
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from twosource.press.shelf import Shelf, seen, untouched
from twosource.press.staging import staging_of

MANY = 2000
"""Files from which a glance is worth a process: for fewer, forking costs as much as it saves."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What differs from a shelf. Paths are relative to the output folder."""

    touched: Set[str] = frozenset()
    """Folders into which a name came, or from which one went."""
    lost: Set[str] = frozenset()
    """Folders that are gone, or links now, and all below such a one: a look there would be a look behind the link."""
    doubtful: Set[str] = frozenset()
    """Files whose bytes may be others than those that were printed, or that are gone."""
    since: int | None = None
    """`last_lock` when it began; None where nobody else prints into this output."""


ALL_STANDS = Glance()
"""Nobody touched anything."""

Glancing = Callable[[], Glance]
"""Waits for what a glance found."""


def glance_at(output: Path, shelf: Shelf) -> Glance:
    """Look once at each file and folder of a shelf."""
    home, since = str(output), last_lock(output)
    touched, lost = _folders(home, shelf)
    looked = ((path, mark, seen(f"{home}/{path}")) for path, mark in shelf.files.items())
    doubtful = frozenset(path for path, mark, found in looked if found is None or not untouched(found, mark))
    return Glance(touched, lost, doubtful, since)


def last_lock(output: Path) -> int:
    """When a print into this output last began or ended, or something else in the folder that it lies in; nanoseconds.

    Each print makes a staging folder and takes it away. A glance from before another print says nothing of what stands.
    """
    found = seen(str(staging_of(output).parent))
    return found.st_mtime_ns if found else 0


@contextmanager
def glancing(output: Path, shelf: Shelf) -> Iterator[Glancing]:
    """Begin to look now; what is found may be asked for until the end of the block."""
    if len(shelf.files) < MANY or not hasattr(os, "fork"):
        yield partial(glance_at, output, shelf)
        return
    here, there = os.pipe()
    child = _forked(lambda: _tell(output, shelf, there))
    os.close(there)
    try:
        with open(here, "rb") as told:
            yield cache(lambda: _heard(told.read()) or glance_at(output, shelf))
    finally:
        with suppress(ChildProcessError):  # where whoever started this process wants to hear of no child's end
            os.waitpid(child, 0)  # it ends by itself: at the latest when it finds nobody who listens


def _forked(work: Callable[[], object]) -> int:
    """Number of a process that does nothing else. A Ctrl-C in between must not find two of the first one."""
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        child = os.fork()
        if not child:
            work()
        return child
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _tell(output: Path, shelf: Shelf, there: int) -> None:
    """All that the second process does. What the first one holds open or has begun is none of its business."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        found = glance_at(output, shelf)
        with open(there, "wb") as told:
            parts = frozenset(found.touched), frozenset(found.lost), frozenset(found.doubtful), found.since
            marshal.dump(parts, told)
    finally:
        os._exit(0)


def _heard(told: bytes) -> Glance | None:
    """None where the second process came to harm."""
    try:
        return Glance(*marshal.loads(told))
    except (EOFError, ValueError, TypeError):
        return None


def _folders(home: str, shelf: Shelf) -> tuple[frozenset[str], frozenset[str]]:
    touched: set[str] = set()
    lost: set[str] = set()
    for folder, mark in sorted(shelf.folders.items()):
        found = None if lost and folder.rpartition("/")[0] in lost else seen(f"{home}/{folder}")
        if found and (found.st_mtime_ns, found.st_ino) == mark:
            continue
        (touched if found and stat.S_ISDIR(found.st_mode) else lost).add(folder)
    return frozenset(touched), frozenset(lost)
