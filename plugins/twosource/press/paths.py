"""Every file has one owner and stays in the output folder: checked for all before any is printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from twosource.press.press_error import PressError
from twosource.press.record import RECORD

LONGEST_NAME = 255
"""Bytes that a name may have on the usual file systems."""

Claim = tuple[str, str]
"""A path below the output folder, and who wants it: a page's address or the name of a theme's file."""


def check_paths(claims: Iterable[Claim]) -> None:
    """Raise PressError that names every path which leaves the folder, collides, or differs by case only."""
    claimed = tuple(claims)
    faults = (*_bad_names(claimed), *_collisions(claimed), *_folder_clashes(claimed))
    if faults:
        raise PressError("\n".join(faults))


def _bad_names(claims: tuple[Claim, ...]) -> Iterator[str]:
    for path, owner in claims:
        reason = _bad_name(path)
        if reason:
            yield f"{owner}: error page-path: the path {path!r} {reason}\n    Give the page another address."


def _bad_name(path: str) -> str:
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "does not stay in the output folder"
    if "\\" in path or not path.isprintable():
        return "holds a character that no path may hold"
    if any(len(part.encode()) > LONGEST_NAME for part in parts):
        return f"holds a name of more than {LONGEST_NAME} bytes"
    return "belongs to the press itself" if parts[0].startswith(RECORD) else ""


def _collisions(claims: tuple[Claim, ...]) -> Iterator[str]:
    seen: dict[str, Claim] = {}
    for path, owner in claims:
        key = _folded(path)
        if key not in seen:
            seen[key] = (path, owner)
        elif seen[key][0] == path:
            yield _clash(seen[key][1], owner, f"would both print {path}")
        elif _folder(seen[key][0]) == _folder(path):
            yield _clash(seen[key][1], owner, f"differ by case only ({seen[key][0]}, {path})")


def _folder_clashes(claims: tuple[Claim, ...]) -> Iterator[str]:
    """Folders that differ by case only, and files whose path is a folder of another file."""
    folders: dict[str, Claim] = {}
    for folder, owner in _folders(claims):
        spelling, first = folders.setdefault(_folded(folder), (folder, owner))
        if spelling != folder:
            yield _clash(first, owner, f"lie in folders that differ by case only ({spelling}/, {folder}/)")
    for path, owner in claims:
        if _folded(path) in folders:
            yield _clash(owner, folders[_folded(path)][1], f"need {path} as a file and as a folder")


def _folders(claims: tuple[Claim, ...]) -> Iterator[Claim]:
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


def _clash(first: str, second: str, how: str) -> str:
    return f"{first} and {second}: error page-collision: they {how}\n    Give one of them another address."
