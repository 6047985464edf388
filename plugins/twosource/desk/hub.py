"""Where the hub is, and which of its files the writer means."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.newsroom.layout import HUB
from twosource.newsroom.suggest import did_you_mean

if TYPE_CHECKING:
    from twosource.newsroom.story import Story


class UsageError(Exception):
    """The command was called with something that does not exist; its text is for the writer."""


def find_hub(given: str | None) -> Path:
    """The hub's folder: the one given, or the nearest above the present one that has `content/site.yml`."""
    if given is not None:
        root = Path(given).resolve()
        if not root.is_dir():
            raise UsageError(f"There is no folder {given}.")
        return root
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / HUB).is_file():
            return folder
    raise UsageError(f"No folder from here upwards has {HUB}. Say with --root where the hub is.")


def inside(root: Path, written: str) -> str:
    """A file or folder as an address relative to the hub's root; `.` for the root itself.

    Tried from the present folder first, then from the root.
    """
    for path in (Path(written), root / written):
        if path.exists():
            resolved = path.resolve()
            if not resolved.is_relative_to(root.resolve()):
                raise UsageError(f"{written} lies outside the hub at {root}.")
            return resolved.relative_to(root.resolve()).as_posix()
    raise UsageError(f"There is no file or folder {written}.")


def covers(path: str, file: str) -> bool:
    """True when a file is the path itself or lies below it."""
    return path == "." or file == path or file.startswith(f"{path}/")


def find_stories(root: Path, stories: Iterable[Story], written: str) -> tuple[Story, ...]:
    """The stories that one word of the command line means: a slug, a file, or a folder of stories."""
    known = tuple(stories)
    by_slug = tuple(story for story in known if story.slug == written)
    if by_slug:
        return by_slug
    try:
        path = inside(root, written)
    except UsageError:
        near = did_you_mean(written, (story.slug for story in known))
        raise UsageError(f"There is no story “{written}”. {near}".rstrip()) from None
    found = tuple(story for story in known if covers(path, story.path) or path == f"{story.name}.lock")
    if not found:
        raise UsageError(f"{written} holds no story.")
    return found
