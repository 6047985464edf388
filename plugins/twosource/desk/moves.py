"""Which story of now is which story of then, where its slug changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from twosource.newsroom.library import Library
from twosource.newsroom.story import Story

KEPT = 0.5
"""Share of sources and fact texts that two states of one story have in common at least (Jaccard)."""


def moves(base: Library, head: Library) -> Mapping[str, str]:
    """Old slugs by new ones: stories that are new by name and hold what a story that is gone held, or that say so."""
    now = {story.slug for story in head.stories}
    then = {story.slug for story in base.stories}
    gone = {story.slug: story for story in base.stories if story.slug not in now}
    came = [story for story in head.stories if story.slug not in then]
    found = _said(gone, came) if gone else {}
    left = [story for slug, story in gone.items() if slug not in set(found.values())]
    return found | _guessed(left, [story for story in came if story.slug not in found])


def _said(gone: Mapping[str, Story], came: Iterable[Story]) -> dict[str, str]:
    """Moves that an alias tells; each old story has one heir."""
    old_of = {f"/stories/{slug}/": slug for slug in gone}
    heirs: dict[str, str] = {}
    for story in came:
        olds = (old_of[alias] for alias in story.aliases if alias in old_of)
        old = next((old for old in olds if old not in heirs), None)
        if old is not None:
            heirs[old] = story.slug
    return {new: old for old, new in heirs.items()}


def _guessed(gone: Sequence[Story], came: Iterable[Story]) -> dict[str, str]:
    """Moves that nobody tells. Only stories with something in common are compared: most have nothing."""
    held = [_held(story) for story in gone]
    holders: dict[str, list[int]] = {}
    for n, things in enumerate(held):
        for thing in things:
            holders.setdefault(thing, []).append(n)
    taken: set[int] = set()
    found: dict[str, str] = {}
    for story in came if gone else ():
        mine = _held(story)
        shared = Counter(n for thing in mine for n in holders.get(thing, ()) if n not in taken)
        alike = ((common / (len(mine) + len(held[n]) - common), n) for n, common in shared.items())
        likeness, best = max(alike, default=(0.0, -1))
        if likeness >= KEPT:
            taken.add(best)
            found[story.slug] = gone[best].slug
    return found


def _held(story: Story) -> frozenset[str]:
    return frozenset((*(source.url for source in story.sources), *(fact.text for fact in story.facts)))
