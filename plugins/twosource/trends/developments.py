"""Developments: public stories reduced to what is counted.

One story is one development, however many articles it cites.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from twosource.newsroom.story import Story
from twosource.newsroom.story_words import OutlookValue
from twosource.verification.verdict import Level, Verdict

DESK = "desk"
"""Who says a forecast that is our own."""


@dataclass(frozen=True, slots=True)
class Development:
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


def development(story: Story, verdict: Verdict, terms: tuple[str, ...]) -> Development:
    """Reduce one story to its row."""
    return Development(
        slug=story.slug,
        day=story.date.day,
        topic=story.category,
        entities=entities_of(story),
        terms=terms,
        level=verdict.level,
        impact=verdict.impact.score,
        outlook=verdict.outlook.value if verdict.outlook else None,
    )


def entities_of(story: Story) -> tuple[str, ...]:
    """Every entity that a story names: mentioned, speaking, affected or forecasting."""
    named = [
        *story.mentioned,
        *(fact.speaker for fact in story.facts),
        *(party.entity for party in story.affected),
        *((story.outlook.entity,) if story.outlook else ()),
        *(item.says for item in story.watch),
    ]
    return tuple(dict.fromkeys(name for name in named if name and name != DESK))
