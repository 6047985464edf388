"""From the places of a quote's segments to one passage: in order, near each other, and nothing turned round between."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

NEARBY = 400
"""Characters that an omission mark may stand for, at most."""

NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|scarcely|unlikely"
    r"|den(?:y|ies|ied|ying)|refus\w+|reject\w+|fail\w*|lack\w*|instead|rather)\b|n't\b",
    re.I,
)
"""Words that an omission may not hide: without them a sentence can say the opposite."""

Span = tuple[int, int]


def first_chain(segments: Sequence[Iterable[Span]], text: str) -> tuple[Span, ...]:
    """The first place of each segment, in order, from which the rest can be reached; empty where there is none.

    Places come by where they begin. It goes from the last segment to the first, so that each place is asked once
    whether the next is in reach: n places cost n steps, however often words repeat.
    """
    *before, last = segments
    chains: Iterable[tuple[Span, ...]] = ((place,) for place in last)
    for places in reversed(before):
        chains = _leading(places, tuple(chains), text)
    return next(iter(chains), ())


def _leading(places: Iterable[Span], chains: Sequence[tuple[Span, ...]], text: str) -> Iterator[tuple[Span, ...]]:
    """The chains that begin at one of the places, each with the first chain in its reach."""
    begins = [chain[0][0] for chain in chains]
    for place in places:
        at = bisect_left(begins, place[1])
        if at < len(begins) and begins[at] <= _reach(text, place[1]):
            yield (place, *chains[at])


def _reach(text: str, end: int) -> int:
    """How far on the next segment may begin: near, and not beyond a negation."""
    negation = NEGATION.search(text, end, end + NEARBY)
    return negation.end() - 1 if negation else end + NEARBY
