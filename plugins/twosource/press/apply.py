"""Put a committed print in place. Cut off anywhere and started again, it ends in the same site."""

from __future__ import annotations

import os
from pathlib import Path

from twosource.press.disk import Disk, is_folder
from twosource.press.journal import Journal


def apply(journal: Journal, output: Path, staging: Path, disk: Disk) -> None:
    """New files first, then what no page owns any more, then the folders that were left empty."""
    home = os.path.realpath(output)
    if not os.path.isdir(os.path.dirname(home)):
        disk.make_folder(os.path.dirname(home))
    made = {os.path.dirname(home)}
    for staged, path in journal.move:
        _put(f"{staging}/{staged}", f"{home}/{path}" if path else home, disk, made)
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
    if is_folder(source):
        _put_folder(source, target, disk, made)
        return
    if is_folder(target):
        disk.remove_tree(target)
    disk.move(source, target)


def _put_folder(source: str, target: str, disk: Disk, made: set[str]) -> None:
    """As a whole where nothing stands in its place, else name by name; a file or a link in the way goes."""
    if os.path.lexists(target) and not is_folder(target):
        disk.remove(target)
    if disk.move_folder(source, target):
        return
    _need_folder(target, disk, made)
    for name in sorted(os.listdir(source)):
        _put(f"{source}/{name}", f"{target}/{name}", disk, made)
    disk.remove_folder(source)


def _need_folder(path: str, disk: Disk, made: set[str]) -> None:
    """Make a folder and those above it; a file or a link in the way goes, and what a link points to stays."""
    if path in made:
        return
    # From the top down: below a link, even a folder that stands is somebody else's.
    _need_folder(os.path.dirname(path), disk, made)
    if not is_folder(path):
        if os.path.lexists(path):
            disk.remove(path)
        disk.make_folder(path)
    made.add(path)


def _stays_inside(home: str, path: str) -> bool:
    """False when a folder on the way became a link since the journal was written."""
    above = os.path.dirname(f"{home}/{path}")
    return os.path.realpath(above) == above
