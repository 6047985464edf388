"""Which stories are related to one: the writer's choice first, then those that share rare names.

Of a name that many stories share only the nearest in time are looked at, so that the cost grows with the number of
stories and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from itertools import islice
from math import log

from twosource.pages.shelves import keys_of
from twosource.pages.stock import Kinship, Stock
from twosource.trends.row import Row

MOST = 4
"""Related stories on a page, at most."""

NEAREST = 24
"""Stories looked at for one shared name."""

TOPIC_WEIGHT = 0.2
"""How much less a shared topic says than a shared name of the same rarity."""

DIGITS = 9
"""Weights that are equal to so many decimals are equal: sums of the same numbers in another order are."""


Looked = tuple[str, float, tuple[int, ...]]
"""A key, its weight, and the places of some stories that share it, in order."""


def kinships(stock: Stock, slug: str) -> tuple[Kinship, ...]:
    """At most four stories that stand, none of them this one; reckoned once."""
    if slug not in stock.kin:
        stock.kin[slug] = _reckoned(stock, stock.by_slug[slug]) if slug in stock.by_slug else ()
    return stock.kin[slug]


def _reckoned(stock: Stock, row: Row) -> tuple[Kinship, ...]:
    here = stock.rank.get(row.slug, -1)
    found = list(_looked_at(stock, row, max(here, 0)))
    weights: dict[int, float] = {}
    for _, rarity, near in found:
        for place in near:
            weights[place] = weights[place] + rarity if place in weights else rarity
    chosen = [stock.rank[slug] for slug in dict.fromkeys(row.related) if slug in stock.rank and slug != row.slug]
    for place in (here, *chosen):
        weights.pop(place, None)
    told = sorted((held for held in found if not held[0].startswith("topic:")), key=lambda held: (-held[1], held[0]))
    return tuple(
        Kinship(stock.standing[place], place in chosen, _shared(told, place))
        for place in (*chosen, *_heaviest(weights))[:MOST]
    )


def _looked_at(stock: Stock, row: Row, here: int) -> Iterator[Looked]:
    """Each key of a story with its weight and the places of the stories near it that share the key."""
    places, standing = stock.places, len(stock.standing)
    for key in keys_of(row):
        shelf = places.get(key, ())
        if shelf:
            weight = TOPIC_WEIGHT if key.startswith("topic:") else 1.0
            first = max(0, min(bisect_left(shelf, here) - NEAREST // 2, len(shelf) - NEAREST))
            yield key, weight * log(1 + standing / len(shelf)), shelf[first : first + NEAREST]


def _heaviest(weights: Mapping[int, float]) -> list[int]:
    """The four that share most, of equal ones the newer. Few can be among them: only these are put in order."""
    least = min(nlargest(MOST, weights.values()), default=0.0) - 10**-DIGITS
    ahead = sorted((-round(weight, DIGITS), place) for place, weight in weights.items() if weight >= least)
    return [place for _, place in ahead[:MOST]]


def _shared(found: Iterable[Looked], place: int) -> tuple[str, ...]:
    """The first two names. Places are in order: mostly the first or the last says that one is not among them."""
    return tuple(islice((key for key, _, near in found if near[0] <= place <= near[-1] and place in near), 2))
