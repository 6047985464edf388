"""The corrections log: what was corrected, clarified or retracted, and how often that happens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twosource.newsroom.story import Change, Story
from twosource.newsroom.story_words import ChangeKind
from twosource.trends.brief import Brief

LOGGED = (ChangeKind.CORRECTION, ChangeKind.CLARIFICATION, ChangeKind.RETRACTION)
"""Kinds of change that own up to a fault; an update does not."""

FAULTS = (ChangeKind.CORRECTION, ChangeKind.RETRACTION)
"""Kinds that count towards the rate."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the log."""

    slug: str
    """The story."""
    n: int
    """Number of the change in that story's own log, from 1."""
    change: Change
    """The change as written."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The log and its rate."""

    entries: tuple[Correction, ...]
    """Newest first."""
    stories: int
    """Stories published, retracted ones too."""
    faulty: int
    """Stories corrected or retracted at least once."""
    enough: bool
    """False below the rubric's minimum n: then no rate may be claimed."""


def corrections_of(changed: Iterable[Brief], stories: int, day: date, minimum_n: int) -> Corrections:
    """Read the log out of the changes up to a day of all stories that have any; `stories` says how many there are."""
    entries = sorted(
        (
            Correction(story.slug, n, change)
            for story in changed
            for n, change in changes_until(story, day)
            if change.kind in LOGGED
        ),
        key=lambda entry: (-entry.change.date.first.toordinal(), entry.slug, -entry.n),
    )
    faulty = {entry.slug for entry in entries if entry.change.kind in FAULTS}
    return Corrections(tuple(entries), stories, len(faulty), stories >= minimum_n)


def changes_until(story: Story | Brief, day: date) -> tuple[tuple[int, Change], ...]:
    """The changes of a story that had been made on a day, with their numbers."""
    return tuple((n, change) for n, change in enumerate(story.changes, 1) if change.date.first <= day)
