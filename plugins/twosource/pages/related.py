"""What else to read: the writer's choice first, then stories that share rare names, with the reason in words.

Candidates come out of the indexes of the newsstand. Of a name that many stories share only the nearest in time are
looked at, so that the cost grows with the number of stories and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import log

from twosource.newsroom.story import Story
from twosource.pages.names import entity_name, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import listed
from twosource.trends.developments import entities_of

MOST = 4
"""Related stories on a page, at most."""

NEAREST = 24
"""Stories looked at for one shared name."""

TOPIC_WEIGHT = 0.2
"""How much less a shared topic says than a shared name of the same rarity."""


@dataclass(frozen=True, slots=True)
class Related:
    """One recommendation."""

    slug: str
    """The story."""
    reason: str
    """Why, in a few words."""


def related_to(stand: Newsstand, story: Story) -> tuple[Related, ...]:
    """At most four stories that stand, none of them this one."""
    chosen = [slug for slug in dict.fromkeys(story.related) if slug in stand.rank and slug != story.slug]
    shared = _shared(stand, story)
    by_writer = [Related(slug, _writers_reason(stand, shared.get(slug, {}))) for slug in chosen]
    others = nsmallest(MOST, (slug for slug in shared if slug not in chosen), lambda slug: _order(stand, shared, slug))
    reckoned = [Related(slug, _reason(stand, shared[slug])) for slug in others]
    return tuple((by_writer + reckoned)[:MOST])


def _order(stand: Newsstand, shared: Mapping[str, Mapping[str, float]], slug: str) -> tuple[float, int]:
    return -round(sum(shared[slug].values()), 9), stand.rank[slug]


def _shared(stand: Newsstand, story: Story) -> dict[str, dict[str, float]]:
    """For each candidate the keys it shares and what these weigh."""
    found: dict[str, dict[str, float]] = {}
    for key, shelf, weight in _keys(stand, story):
        rarity = weight * log(1 + len(stand.standing) / len(shelf)) if shelf else 0.0
        for other in _nearest(stand, shelf, story):
            if other.slug != story.slug:
                found.setdefault(other.slug, {})[key] = rarity
    return found


def _keys(stand: Newsstand, story: Story) -> Iterator[tuple[str, tuple[Story, ...], float]]:
    for name in entities_of(story):
        yield f"entity:{name}", stand.by_entity.get(name, ()), 1.0
    for name in stand.prose[story.slug].terms:
        yield f"term:{name}", stand.by_term.get(name, ()), 1.0
    yield f"topic:{story.category}", stand.by_topic.get(story.category, ()), TOPIC_WEIGHT


def _nearest(stand: Newsstand, shelf: tuple[Story, ...], story: Story) -> tuple[Story, ...]:
    place = bisect_left(shelf, stand.rank.get(story.slug, 0), key=lambda held: stand.rank[held.slug])
    first = max(0, min(place - NEAREST // 2, len(shelf) - NEAREST))
    return shelf[first : first + NEAREST]


def _reason(stand: Newsstand, keys: Mapping[str, float]) -> str:
    names = _names(stand, keys)
    if names:
        return f"Shares {listed(names)}"
    topic = next(iter(keys)).partition(":")[2]
    return f"Also on {topic_name(stand, topic)}"


def _writers_reason(stand: Newsstand, keys: Mapping[str, float]) -> str:
    names = _names(stand, keys)
    return f"Chosen by the writer; shares {listed(names)}" if names else "Chosen by the writer"


def _names(stand: Newsstand, keys: Mapping[str, float]) -> list[str]:
    """The two rarest names shared."""
    rarest = sorted((key for key in keys if not key.startswith("topic:")), key=lambda key: (-keys[key], key))
    return [_name(stand, key) for key in rarest[:2]]


def _name(stand: Newsstand, key: str) -> str:
    kind, _, name = key.partition(":")
    return entity_name(stand, name) if kind == "entity" else f"the term {stand.library.terms[name].term}"
