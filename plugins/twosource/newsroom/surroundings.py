"""What lies in a hub, without a look into any file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from twosource.newsroom.folders import Listing, listing
from twosource.newsroom.layout import ABOUT, ENTITIES, GLOSSARY, HUB, METHODOLOGY, PUBLISHERS, RUBRIC, STORIES

FOLDERS = (STORIES, ENTITIES, GLOSSARY, METHODOLOGY)
"""Folders of a hub."""

FILES = (HUB, RUBRIC, PUBLISHERS, ABOUT)
"""Files that every hub has."""


def look_around(root: Path) -> Mapping[str, Listing]:
    """What lies in each folder of the hub."""
    return {name: listing(root, name, deep=name == STORIES) for name in FOLDERS}


def files_of_masthead(folders: Mapping[str, Listing]) -> tuple[str, ...]:
    """Paths of everything that is no story."""
    return (*FILES, *(path for name in FOLDERS if name != STORIES for path in folders[name].texts))


def mark_of_hub(folders: Mapping[str, Listing], paths: Iterable[str], digests: Iterable[str]) -> bytes:
    """Digest of a whole hub, of what lies in it unread as well, given its files in order, and the digest of each."""
    told = [f"{problem.place.path} {problem.message}" for folder in folders.values() for problem in folder.problems]
    return blake2b("\n".join((*paths, "", *digests, *told)).encode(), digest_size=16).digest()
