"""What stands in the output folder before a print. Links are seen and never followed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from twosource.press.glance import ALL_STANDS, Glance
from twosource.press.shelf import EMPTY, Shelf


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


def look(output: Path, tops: Collection[str], shelf: Shelf = EMPTY, glance: Glance = ALL_STANDS) -> Standing:
    """List the root of the output folder, and everything below those of its folders that are in `tops`.

    A folder that the shelf knows and that nobody touched, as the glance at it says, need not be listed.
    """
    intact = shelf.folders.keys() - glance.touched - glance.lost
    if len(intact) == len(shelf.folders):
        files = set(shelf.files)
    else:
        files = {path for path in shelf.files if path.rpartition("/")[0] in intact}
    others: set[str] = set()
    folders = {*intact, *glance.touched}
    ahead = ["", *glance.touched] if output.is_dir() else []
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
