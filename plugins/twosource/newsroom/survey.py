"""The survey: which files of a hub are still what they were. A file that stands as it stood is not opened.

Size, time of change and inode stand for the content only where that cannot deceive: a file that was changed within
moments of being looked at may change once more and keep all three, so that it is read again the next time. A program
may set back the time at which a file was written, but not the one at which that was done: the later of both counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from twosource.newsroom.files import digest_of

SETTLED = 2_000_000_000
"""Nanoseconds for which a file was left alone if its times can be believed; some file systems count in two seconds."""


class FileMark(NamedTuple):
    """One file as it was found; plain values, which the cache keeps."""

    size: int
    """Bytes; -1 where the file could not be looked at."""
    changed: int
    """Time of its last change, to its content or to its times, nanoseconds."""
    inode: int
    """Which file it is."""
    settled: bool
    """True when its times can be believed."""
    digest: str
    """SHA-256 of its bytes; empty where nobody has read it yet."""


def survey(root: Path, paths: Iterable[str], known: Mapping[str, FileMark], now: int) -> dict[str, FileMark]:
    """A mark for each of these files at a moment (nanoseconds since 1970).

    A file that is known and seems to have changed is read, for a fresh clone has new times and old content. One that
    nobody knows is not: whoever reads it says what its digest is.
    """
    base = f"{root}/"
    return {path: _mark(base + path, known.get(path), now) for path in paths}


def _mark(file: str, known: FileMark | None, now: int) -> FileMark:
    try:
        found = os.stat(file)
    except OSError:
        return FileMark(-1, 0, 0, False, "")
    size, changed, inode = found.st_size, max(found.st_mtime_ns, found.st_ctime_ns), found.st_ino
    settled = changed < now - SETTLED
    if known is None:
        return FileMark(size, changed, inode, settled, "")
    if known.settled and known[:3] == (size, changed, inode):
        return known
    return FileMark(size, changed, inode, settled, digest_of(file))
