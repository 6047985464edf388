"""Where one process stages what it prints; the press may have many, and each needs nothing from the others."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from twosource.press.disk import DISK, Disk
from twosource.press.shelf import Mark, checksum, digest, mark_again, mark_of, seen, untouched

NEW = "new"
"""Folder of the staging folder that is laid out as the site is: a folder that is new goes into place in one step."""


class PrintedFile(NamedTuple):
    """One file of the site after its printing."""

    path: str
    """Where it belongs below the output folder."""
    staged: str
    """Where it waits below the staging folder; empty when it stands already, with these very bytes."""
    mark: Mark
    """How it will be known again."""
    fault: str = ""
    """Why these are not its bytes of this print; empty for all but those of a lenient one."""


@dataclass(frozen=True, slots=True)
class Stall:
    """May be pickled, and used for any number of batches by one process at a time."""

    output: str
    """The folder of the site, links resolved."""
    staging: str
    """The staging folder."""
    corner: str
    """Name of a folder in it that only this stall writes to, beside NEW."""
    marks: Mapping[str, Mark]
    """What is known of the files that stand."""
    standing: dict[str, bool] = field(default_factory=lambda: {"": True}, repr=False, compare=False)
    """Which folders of the site were found to stand, none of them behind a link."""


def stage_batch(printed: Iterable[tuple[str, bytes]], stall: Stall, disk: Disk = DISK) -> list[PrintedFile]:
    """Write down the files whose bytes differ from what stands. Raises OSError when that cannot be done."""
    made: set[str] = set()
    return [_stage(path, body, stall, made, disk) for path, body in printed]


def _stage(path: str, body: bytes, stall: Stall, made: set[str], disk: Disk) -> PrintedFile:
    told = checksum(body)
    folder = path.rpartition("/")[0]
    there = _is_there(folder, stall)
    mark = _standing_mark(path, body, told, stall) if there else None
    if mark:
        return PrintedFile(path, "", mark)
    staged = _name_in(stall.corner, path) if there else f"{NEW}/{path}"
    above = os.path.dirname(f"{stall.staging}/{staged}")
    if above not in made:
        disk.make_folder(above)
        made.add(above)
    return PrintedFile(path, staged, mark_of(disk.write(f"{stall.staging}/{staged}", body), told))


def standing_file(path: str, stall: Stall) -> PrintedFile | None:
    """The file that stands, where it is known and nobody altered it since; None for any other."""
    known = stall.marks.get(path)
    if known is None or not _is_there(path.rpartition("/")[0], stall):
        return None
    place = f"{stall.output}/{path}"
    found = seen(place)
    mark = known if found and untouched(found, known) else found and mark_again(place, found, known)
    return PrintedFile(path, "", mark) if mark else None


def _name_in(corner: str, path: str) -> str:
    """In one of sixteen folders: ext4 takes 75 µs for a file in a folder of hundreds, 170 in one of thousands."""
    name = digest(path.encode()).hex()
    return f"{corner}/{name[0]}/{name[1:]}"


def _is_there(folder: str, stall: Stall) -> bool:
    """A look at each folder once; below a link nothing is ours."""
    known = stall.standing.get(folder)
    if known is None:
        found = seen(f"{stall.output}/{folder}") if _is_there(folder.rpartition("/")[0], stall) else None
        known = stall.standing[folder] = found is not None and stat.S_ISDIR(found.st_mode)
    return known


def _standing_mark(path: str, body: bytes, told: bytes, stall: Stall) -> Mark | None:
    """The mark of the file that stands, if its bytes are these."""
    found = seen(f"{stall.output}/{path}")
    if found is None or found.st_size != len(body) or not stat.S_ISREG(found.st_mode):
        return None
    known = stall.marks.get(path)
    if known and known[3] != told and untouched(found, known):
        return None
    with open(f"{stall.output}/{path}", "rb", buffering=0) as file:
        return mark_of(found, told) if file.read() == body else None
