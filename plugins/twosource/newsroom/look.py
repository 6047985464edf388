"""One look at a hub: what lies in it, and which of its files are still what they were."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
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
        digests = [mark.digest for marks in (self.house, self.stories) for mark in marks.values()]
        return mark_of_hub(self.folders, (*self.house, *self.stories), digests) if all(digests) else None


def look_at(root: Path, morgue: Morgue, now: int, before: Look | None = None) -> Look:
    """Look at the hub below `root` at a moment (nanoseconds since 1970); opens only files that seem to have changed.

    `before` is what an earlier run in this process saw: marks that are the same are then the very same.
    """
    folders = look_around(root)
    lying = folders[STORIES]
    was = (before.house, before.stories) if before else (_known(morgue, HOUSE_FILES), _known(morgue, STORY_FILES))
    house = survey(root, files_of_masthead(folders), was[0], now)
    return Look(folders, house, survey(root, (*lying.texts, *lying.locks), was[1], now))


def look_again(root: Path, before: Look, changed: Iterable[str], now: int) -> Look | None:
    """Look only at these files of a hub, by their paths from its root, and believe that nothing else changed.

    None where that is not enough: a file came or went, or was not one before.
    """
    house: dict[str, FileMark] = {}
    stories: dict[str, FileMark] = {}
    for path in changed:
        known = before.house.get(path) or before.stories.get(path)
        if known is None and _passed_by(root, path, before):
            continue
        # Nothing is known of the file but that it has changed, whatever its times say.
        found = survey(root, [path], {path: known._replace(settled=False)}, now)[path] if known else None
        if known is None or found is None or found.size < 0 or not found.digest or known.size < 0:
            return None
        (house if path in before.house else stories)[path] = found
    return Look(before.folders, before.house | house, before.stories | stories)


def _passed_by(root: Path, path: str, before: Look) -> bool:
    """True for a file that came and went again, as editors write; false for a folder that is gone."""
    if os.path.lexists(root / path):
        return False
    below = f"{path}/"
    return not any(name.startswith(below) for names in (before.house, before.stories, before.folders) for name in names)


def _known(morgue: Morgue, kind: str) -> Mapping[str, FileMark]:
    return {path: FileMark(*mark) for path, mark in morgue.entries(kind).items()}
