"""What stands in the output folder before a print. Links are seen and never followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from twosource.press.shelf import EMPTY, Shelf, seen


@dataclass(frozen=True, slots=True)
class Standing:
    """Paths relative to the output folder, with forward slashes; only real folders were entered."""

    files: Set[str]
    """Regular files."""
    others: Set[str]
    """Links, pipes and the like."""
    folders: Set[str]
    """Folders that were entered, or that nobody touched since they were."""
    intact: Set[str]
    """Folders that nobody touched: no name came into them or went since the shelf was made."""
    blank: bool
    """True where there is no output folder, or nothing in it."""


def top_folders(paths: Iterable[str]) -> frozenset[str]:
    """First folders of these paths; a file at the root has none."""
    return frozenset({path.partition("/")[0] for path in paths if "/" in path})


def look(output: Path, tops: Collection[str], shelf: Shelf = EMPTY) -> Standing:
    """List the root of the output folder, and everything below those of its folders that are in `tops`.

    One look is enough for a folder that the shelf knows and that nobody touched; only others are listed.
    """
    intact, touched = _known_folders(output, shelf)
    files = {path for path in shelf.files if path.rpartition("/")[0] in intact}
    others: set[str] = set()
    folders = {*intact, *touched}
    ahead = ["", *touched] if output.is_dir() else []
    blank = True
    while ahead:
        below = ahead.pop()
        with os.scandir(output / below) as entries:
            for entry in entries:
                blank = False
                path = f"{below}/{entry.name}" if below else entry.name
                if entry.is_file(follow_symlinks=False):
                    files.add(path)
                elif not entry.is_dir(follow_symlinks=False):
                    others.add(path)
                elif path not in folders and (below or entry.name in tops):
                    folders.add(path)
                    ahead.append(path)
    return Standing(files, others, folders, intact, blank)


def as_shelved(shelf: Shelf) -> Standing:
    """What stands if nobody touched anything."""
    return Standing(shelf.files.keys(), frozenset(), shelf.folders.keys(), shelf.folders.keys(), not shelf.files)


def _known_folders(output: Path, shelf: Shelf) -> tuple[set[str], list[str]]:
    """Folders of the shelf that are as they were, and those into which a name came or from which one went.

    One that is gone, or a link now, is neither, nor is any below it: that would be a look behind the link.
    """
    intact: set[str] = set()
    touched: list[str] = []
    lost: set[str] = set()
    home = str(output)
    for folder, mark in sorted(shelf.folders.items()):
        found = None if lost and folder.rpartition("/")[0] in lost else seen(f"{home}/{folder}")
        if found and (found.st_mtime_ns, found.st_ino) == mark:
            intact.add(folder)
        elif found and stat.S_ISDIR(found.st_mode):
            touched.append(folder)
        else:
            lost.add(folder)
    return intact, touched
