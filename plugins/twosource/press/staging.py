"""The staging folder, beside the output: changed files wait there until all of them are ready."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from twosource.press.disk import Disk
from twosource.press.journal import JOURNAL
from twosource.press.lock import LOCK
from twosource.press.record import RECORD
from twosource.press.stall import NEW, PrintedFile


def staging_of(output: Path) -> Path:
    """`<output>.staging` beside the output; inside it where the folder above may not be written to."""
    above = next(folder for folder in output.parents if folder.exists())
    if os.access(above, os.W_OK):
        return output.with_name(f"{output.name}.staging")
    return output / f"{RECORD}.staging"


def moves(files: Iterable[PrintedFile], folders: Collection[str], blank: bool) -> tuple[tuple[str, str], ...]:
    """What has to be moved from where to where: files, and whole folders where none stands (`folders` do).

    `blank` says that nothing at all stands: then the site is one folder, and its place the empty path.
    """
    return tuple(dict(_move(file, folders, blank) for file in files if file.staged).items())


def _move(file: PrintedFile, folders: Collection[str], blank: bool) -> tuple[str, str]:
    if not file.staged.startswith(f"{NEW}/"):
        return file.staged, file.path
    if blank:
        return NEW, ""
    whole = next(folder for folder in _from_the_top(file.path) if folder not in folders)
    return f"{NEW}/{whole}", whole


def _from_the_top(path: str) -> Iterator[str]:
    """Each folder on the way to a path, then the path itself."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)
    yield path


def sweep(staging: Path, disk: Disk) -> None:
    """Empty the staging folder; the journal goes first, for what it speaks of is done or discarded."""
    disk.remove(f"{staging}/{JOURNAL}")
    for name in sorted(os.listdir(staging)):
        if name != LOCK:
            disk.remove_tree(f"{staging}/{name}")
