"""One look at a hub: what lies in it, and which of its files are still what they were."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from twosource.newsroom.folders import Listing
from twosource.newsroom.layout import STORIES
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.surroundings import files_of_masthead, look_around, mark_of_hub
from twosource.newsroom.survey import FileMark, survey

HOUSE_FILES, STORY_FILES = "masthead-file", "file"
"""Kinds of entries in the morgue: marks of files that are no story, and of stories with their locks."""


class Look(NamedTuple):
    """A hub as it lay at the beginning of a run."""

    folders: Mapping[str, Listing]
    """What lies in each folder."""
    house: dict[str, FileMark]
    """Marks of all files that are no story."""
    stories: dict[str, FileMark]
    """Marks of the files of stories and their locks; without a digest where nobody has read one yet."""

    @property
    def mark(self) -> bytes | None:
        """Digest of the whole hub; None where a file came that nobody has read."""
        digests = {path: mark.digest for marks in (self.house, self.stories) for path, mark in marks.items()}
        return mark_of_hub(self.folders, digests) if all(digests.values()) else None


def look_at(root: Path, morgue: Morgue, now: int) -> Look:
    """Look at the hub below `root` at a moment (nanoseconds since 1970); opens only files that seem to have changed."""
    folders = look_around(root)
    lying = folders[STORIES]
    house = survey(root, files_of_masthead(folders), _known(morgue, HOUSE_FILES), now)
    return Look(folders, house, survey(root, (*lying.texts, *lying.locks), _known(morgue, STORY_FILES), now))


def _known(morgue: Morgue, kind: str) -> Mapping[str, FileMark]:
    return {path: FileMark(*mark) for path, mark in morgue.entries(kind).items()}
