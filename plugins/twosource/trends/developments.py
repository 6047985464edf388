"""Developments: public stories reduced to what is counted.

One story is one development, however many articles it cites.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from twosource.newsroom.story_words import OutlookValue
from twosource.trends.row import Row
from twosource.verification.verdict import Level


class Development(NamedTuple):
    """One row of every count."""

    slug: str
    """The story."""
    day: date
    """Day of the development in the writer's own zone."""
    topic: str
    """Topic id."""
    entities: tuple[str, ...]
    """Every entity id that the story names, each once, in the order met."""
    terms: tuple[str, ...]
    """Glossary ids that the analysis uses."""
    level: Level
    """Badge."""
    impact: int
    """1 to 10."""
    outlook: OutlookValue | None
    """The story's outlook, if it gives one."""
    confidence: float
    """0 to 1, rounded to two places."""


LEVELS = {level.value: level for level in Level}
OUTLOOKS = {"": None} | {outlook.value: outlook for outlook in OutlookValue}


def development(row: Row) -> Development:
    """What is counted of one story."""
    return Development(
        slug=row.slug,
        day=date.fromordinal(row.day),
        topic=row.topic,
        entities=row.entities,
        terms=row.terms,
        level=LEVELS[row.level],
        impact=row.impact,
        outlook=OUTLOOKS[row.outlook],
        confidence=row.confidence,
    )
