"""Whom a story names."""

from __future__ import annotations

from twosource.newsroom.story import Story

DESK = "desk"
"""Who says a forecast that is our own."""


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
