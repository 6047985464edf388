"""Every file has one owner, on every file system: the rule by which the desk checks and the press prints."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

LONGEST_NAME = 255
"""Bytes that a name may have on the usual file systems."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clash(Generic[T]):
    """Two owners whose files cannot both stand."""

    first: T
    second: T
    """Owners as they were given, in no particular order."""
    how: str
    """What is wrong between them: `would both print stories/index.html`."""


def bad_name(path: str) -> str:
    """Why no file of the site may have this path; empty for a good one."""
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "does not stay in the output folder"
    if "\\" in path or not path.isprintable():
        return "holds a character that no path may hold"
    if any(len(part.encode()) > LONGEST_NAME for part in parts):
        return f"holds a name of more than {LONGEST_NAME} bytes"
    return ""


def clashes(claims: Sequence[tuple[str, T]]) -> Iterator[Clash[T]]:
    """Paths that two owners want, that differ by case only, or that are needed as a file and as a folder.

    A claim is a path below the output folder and its owner.
    """
    yield from _collisions(claims)
    yield from _folder_clashes(claims)


def _collisions(claims: Sequence[tuple[str, T]]) -> Iterator[Clash[T]]:
    seen: dict[str, tuple[str, T]] = {}
    for path, owner in claims:
        key = _folded(path)
        if key not in seen:
            seen[key] = (path, owner)
        elif seen[key][0] == path:
            yield Clash(seen[key][1], owner, f"would both print {path}")
        elif _folder(seen[key][0]) == _folder(path):
            yield Clash(seen[key][1], owner, f"differ by case only ({seen[key][0]}, {path})")


def _folder_clashes(claims: Sequence[tuple[str, T]]) -> Iterator[Clash[T]]:
    """Folders that differ by case only, and files whose path is a folder of another file."""
    folders: dict[str, tuple[str, T]] = {}
    for folder, owner in _folders(claims):
        spelling, first = folders.setdefault(_folded(folder), (folder, owner))
        if spelling != folder:
            yield Clash(first, owner, f"lie in folders that differ by case only ({spelling}/, {folder}/)")
    for path, owner in claims:
        if _folded(path) in folders:
            yield Clash(owner, folders[_folded(path)][1], f"need {path} as a file and as a folder")


def _folders(claims: Sequence[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """Each folder that the files lie in, once by its spelling, with the first owner."""
    seen: set[str] = set()
    for path, owner in claims:
        folder = _folder(path)
        while folder and folder not in seen:
            seen.add(folder)
            yield folder, owner
            folder = _folder(folder)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _folded(path: str) -> str:
    """The key under which macOS and Windows would take two paths for one."""
    return unicodedata.normalize("NFC", path).casefold()
