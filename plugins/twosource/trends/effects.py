"""Effects over time: what developments did to a party, from the rows of the stories that stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from twosource.newsroom.story_words import Effect
from twosource.trends.developments import LEVELS
from twosource.trends.row import Row
from twosource.verification.verdict import Level


class Affecting(NamedTuple):
    """One development that affects a party."""

    slug: str
    """The story."""
    day: date
    """Day of the development."""
    effect: Effect
    """What it does to the party."""
    level: Level
    """Badge of the story."""
    impact: int
    """1 to 10, of the development as a whole."""


def effects_of(entity: str, rows: Iterable[Row]) -> tuple[Affecting, ...]:
    """What developments did to a party, in order of time; each of the rows affects it."""
    return tuple(sorted((_affecting(entity, row) for row in rows), key=lambda held: (held.day, held.slug)))


def _affecting(entity: str, row: Row) -> Affecting:
    effect = Effect(row.effects[row.affected.index(entity)])
    return Affecting(row.slug, date.fromordinal(row.day), effect, LEVELS[row.level], row.impact)
