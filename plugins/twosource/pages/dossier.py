"""What both the page of a story and its data need, reckoned once."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.newsroom.story import Story
from twosource.pages.coverage import coverage
from twosource.pages.newsstand import Newsstand
from twosource.pages.related import Related, related_to


@dataclass(frozen=True, slots=True)
class Dossier:
    """One story with what was made from it."""

    story: Story
    """The story."""
    coverage: tuple[str, ...]
    """How it was covered, in sentences."""
    related: tuple[Related, ...]
    """What else to read."""


def dossier(stand: Newsstand, story: Story) -> Dossier:
    """Reckon it."""
    return Dossier(story, tuple(coverage(stand, story)), related_to(stand, story))
