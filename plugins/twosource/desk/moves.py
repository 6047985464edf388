"""Which story of now is which story of then, where its slug changed."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.newsroom.library import Library
from twosource.newsroom.story import Story

KEPT = 0.5
"""Share of sources and fact texts that two states of one story have in common at least."""


def moves(base: Library, head: Library) -> Mapping[str, str]:
    """Old slugs by new ones: stories that are new by name and hold what a story that is gone held, or that say so."""
    now = {story.slug for story in head.stories}
    then = {story.slug for story in base.stories}
    gone = [story for story in base.stories if story.slug not in now]
    found: dict[str, str] = {}
    for story in (story for story in head.stories if story.slug not in then):
        named = [old for old in gone if f"/stories/{old.slug}/" in story.aliases]
        alike = [old for old in gone if old.slug not in found.values() and _likeness(old, story) >= KEPT]
        heirs = named or sorted(alike, key=lambda old: _likeness(old, story))[-1:]
        if heirs:
            found[story.slug] = heirs[0].slug
    return found


def _likeness(old: Story, new: Story) -> float:
    """Share of what the two hold that they hold in common (Jaccard)."""
    one, other = _held(old), _held(new)
    return len(one & other) / max(len(one | other), 1)


def _held(story: Story) -> frozenset[str]:
    return frozenset((*(source.url for source in story.sources), *(fact.text for fact in story.facts)))
