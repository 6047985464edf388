"""What stood in the output folder after the last print, so that one look at a file tells whether it still does."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

Mark = tuple[int, int, int, bytes]
"""Size in bytes, time of the last change in nanoseconds, inode, and checksum of the bytes of a file."""
FolderMark = tuple[int, int]
"""Time at which a name last came into the folder or went, in nanoseconds, and its inode."""

UNSETTLED = 50_000_000
"""Nanoseconds. A clock of files ticks every few milliseconds, so what changed that recently may change unseen."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Marks of files and folders by their path below the output folder; nothing in it has to be true any more."""

    files: Mapping[str, Mark]
    """Every file that the press printed, its record too."""
    folders: Mapping[str, FolderMark]
    """Every folder on the way to them, except the output folder itself."""

    def settled(self, now: int) -> Shelf:
        """The same without the times of what changed just before `now`: that will be compared by its bytes."""
        late = now - UNSETTLED
        files = {path: mark if mark[1] < late else (mark[0], 0, 0, mark[3]) for path, mark in self.files.items()}
        return Shelf(files, {path: mark if mark[0] < late else (0, mark[1]) for path, mark in self.folders.items()})


EMPTY = Shelf({}, {})
"""Nothing is known: every file is looked into."""


def digest(body: bytes) -> bytes:
    """Sixteen bytes that tell two files apart."""
    return blake2b(body, digest_size=16).digest()


def checksum(body: bytes) -> bytes:
    """Four bytes that tell a file from one that was altered since.

    A digest would take five times as long, 50 µs for the files of a story. It would be safe against those who alter a
    file on purpose, but whoever can do that may write anything there, and at any time.
    """
    return crc32(body).to_bytes(4)


def mark_of(found: os.stat_result, told: bytes) -> Mark:
    """The mark of a file of this checksum."""
    return found.st_size, found.st_mtime_ns, found.st_ino, told


def seen(path: str) -> os.stat_result | None:
    """What stands under a path, a link itself and not what it points to; None where nothing does."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def untouched(found: os.stat_result, mark: Mark) -> bool:
    """Nobody wrote to the file since it was marked."""
    return found.st_mtime_ns == mark[1] and found.st_ino == mark[2] and found.st_size == mark[0]


def mark_again(path: str, found: os.stat_result, mark: Mark) -> Mark | None:
    """A new mark for a file that was touched and has the same bytes still, as after a copy; None for another."""
    if not stat.S_ISREG(found.st_mode) or found.st_size != mark[0]:
        return None
    with open(path, "rb", buffering=0) as file:
        return mark_of(found, mark[3]) if checksum(file.read()) == mark[3] else None
