"""Put a committed print in place. Cut off anywhere and started again, it ends in the same site."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from twosource.press.disk import Disk
from twosource.press.journal import Journal


def apply(journal: Journal, output: Path, staging: Path, disk: Disk) -> None:
    """New files first, then what no page owns any more, then the folders that were left empty."""
    home = os.path.realpath(output)
    if not os.path.isdir(home):
        disk.make_folder(home)
    made = {home}
    for number, path in enumerate(journal.write):
        _put(f"{staging}/{number}", f"{home}/{path}", disk, made)
    for path in journal.remove:
        if _stays_inside(home, path):
            disk.remove(f"{home}/{path}")
    for folder in journal.folders:
        if _stays_inside(home, folder):
            disk.remove_folder(f"{home}/{folder}")


def _put(source: str, target: str, disk: Disk, made: set[str]) -> None:
    if not os.path.lexists(source):
        return  # put in place before the print was cut off
    _need_folder(os.path.dirname(target), disk, made)
    if _is_folder(target):
        _clear(target, disk)
    disk.move(source, target)


def _need_folder(path: str, disk: Disk, made: set[str]) -> None:
    """Make a folder and those above it; a file or a link in the way goes, and what a link points to stays."""
    if path in made:
        return
    # From the top down: below a link, even a folder that stands is somebody else's.
    _need_folder(os.path.dirname(path), disk, made)
    if not _is_folder(path):
        if os.path.lexists(path):
            disk.remove(path)
        disk.make_folder(path)
    made.add(path)


def _clear(folder: str, disk: Disk) -> None:
    """Remove a whole folder that stands where a file will be."""
    for name in sorted(os.listdir(folder)):
        path = f"{folder}/{name}"
        if _is_folder(path):
            _clear(path, disk)
        else:
            disk.remove(path)
    disk.remove_folder(folder)


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _stays_inside(home: str, path: str) -> bool:
    """False when a folder on the way became a link since the journal was written."""
    above = os.path.dirname(f"{home}/{path}")
    return os.path.realpath(above) == above
