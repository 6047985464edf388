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
from twosource.newsroom.loading import Masthead, load_masthead
from twosource.newsroom.look import HOUSE_FILES, Look
from twosource.newsroom.morgue import Morgue, OvertakenError
from twosource.newsroom.problems import Problem

MASTHEAD = "masthead"
"""Kind of the entry in the morgue."""


class FrontOffice(NamedTuple):
    """What is open before any story is."""

    masthead: Masthead
    """All that is no story."""
    problems: tuple[Problem, ...]
    """What is wrong in it by itself, besides what was wrong while reading."""
    key: bytes
    """Of all that a story is judged by, besides its own files and other stories."""
    contents: bytes
    """Digest of its files."""


def open_front_office(
    root: Path, morgue: Morgue, look: Look, as_of: datetime, before: FrontOffice | None = None, choice: str = ""
) -> FrontOffice:
    """Read, or take out of the morgue, the masthead of the hub below `root` that was looked at.

    `before` is that of an earlier run in this process; its library is given again where it still holds. `choice` is
    what settings say of which stories are shown: what was judged under another one does not hold.
    """
    digests = _digests(root, look, morgue)
    contents = blake2b("\n".join(f"{path} {digest}" for path, digest in digests.items()).encode(), digest_size=16)
    mark = contents.digest()
    # Of what cannot be read no digest says why.
    found = _kept(morgue, mark, before) if all(digests.values()) else None
    if found is None:
        library = load_masthead(root, look.folders).library
        if library.digests != digests:
            raise OvertakenError(f"{root}: files were changed while they were read")
        found = library, tuple(check_house(library))
        morgue.put(MASTHEAD, "masthead", (mark, pickle.dumps(found, pickle.HIGHEST_PROTOCOL)))
    masthead = Masthead(found[0], look.folders)
    contents.update(f"{as_of.astimezone(UTC).date()} {sorted(masthead.silent)}{choice}".encode())
    return FrontOffice(masthead, found[1], contents.digest(), mark)


def _kept(morgue: Morgue, contents: bytes, before: FrontOffice | None) -> tuple[Library, tuple[Problem, ...]] | None:
    if before and before.contents == contents:
        return before.masthead.library, before.problems
    entry = morgue.get(MASTHEAD, "masthead")
    if not entry or entry[0] != contents:
        return None
    found: tuple[Library, tuple[Problem, ...]] = pickle.loads(entry[1])
    return found


def _digests(root: Path, look: Look, morgue: Morgue) -> Mapping[str, str]:
    """Digests of the files, in order; those that nobody knew are read."""
    for path, mark in look.house.items():
        look.house[path] = mark if mark.digest else mark._replace(digest=digest_of(f"{root}/{path}"))
    morgue.update(HOUSE_FILES, {path: tuple(mark) for path, mark in look.house.items()})
    morgue.keep_only(HOUSE_FILES, look.house)
    return {path: mark.digest for path, mark in sorted(look.house.items())}
