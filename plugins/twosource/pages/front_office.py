"""The front office: everything of a hub that is no story, from the morgue where none of its files changed."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from twosource.newsroom.checks import check_house
from twosource.newsroom.files import digest_of
from twosource.newsroom.library import Library
from twosource.newsroom.loading import Masthead, files_of_masthead, load_masthead, look_around
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import Problem
from twosource.newsroom.survey import FileMark, survey

MASTHEAD, FILES = "masthead", "masthead-file"
"""Kinds of entries in the morgue."""


class FrontOffice(NamedTuple):
    """What is open before any story is."""

    masthead: Masthead
    """All that is no story."""
    problems: tuple[Problem, ...]
    """What is wrong in it by itself, besides what was wrong while reading."""
    key: bytes
    """Of all that a story is judged by, besides its own files and other stories."""


def open_front_office(root: Path, morgue: Morgue, started: int, as_of: datetime) -> FrontOffice:
    """Read, or take out of the morgue, the masthead of the hub below `root` at a moment (nanoseconds since 1970)."""
    folders = look_around(root)
    digests = _digests(root, files_of_masthead(folders), morgue, started)
    contents = blake2b("\n".join(f"{path} {digest}" for path, digest in digests.items()).encode(), digest_size=16)
    found = _kept(morgue, contents.digest())
    if found is None:
        library = load_masthead(root, folders).library
        found = library, tuple(check_house(library))
        morgue.put(MASTHEAD, "masthead", (contents.digest(), pickle.dumps(found, pickle.HIGHEST_PROTOCOL)))
    masthead = Masthead(found[0], folders)
    contents.update(f"{as_of.astimezone(UTC).date()} {sorted(masthead.silent)}".encode())
    return FrontOffice(masthead, found[1], contents.digest())


def _kept(morgue: Morgue, contents: bytes) -> tuple[Library, tuple[Problem, ...]] | None:
    entry = morgue.get(MASTHEAD, "masthead")
    if not entry or entry[0] != contents:
        return None
    found: tuple[Library, tuple[Problem, ...]] = pickle.loads(entry[1])
    return found


def _digests(root: Path, paths: tuple[str, ...], morgue: Morgue, started: int) -> Mapping[str, str]:
    """Digests of these files, in order; all that are not known are read."""
    known = {path: FileMark(*mark) for path, mark in morgue.entries(FILES).items()}
    marks = survey(root, paths, known, started)
    for path, mark in marks.items():
        marks[path] = mark if mark.digest else mark._replace(digest=digest_of(f"{root}/{path}"))
        morgue.put(FILES, path, tuple(marks[path]))
    morgue.keep_only(FILES, marks)
    return {path: mark.digest for path, mark in sorted(marks.items())}
