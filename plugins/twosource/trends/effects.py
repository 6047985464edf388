"""Effects over time: what developments did to a party, from the rows of the stories that stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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


def effects_by(rows: Iterable[Row]) -> Mapping[str, tuple[Affecting, ...]]:
    """By entity, sorted; of each in order of time."""
    found: defaultdict[str, list[Affecting]] = defaultdict(list)
    for row in rows:
        for entity, effect in zip(row.affected, row.effects, strict=True):
            day, level = date.fromordinal(row.day), LEVELS[row.level]
            found[entity].append(Affecting(row.slug, day, Effect(effect), level, row.impact))
    return {key: tuple(sorted(found[key], key=lambda held: (held.day, held.slug))) for key in sorted(found)}
