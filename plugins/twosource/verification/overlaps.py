"""Which sets share members, by an inverted index: the cost goes with what is shared, not with the number of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set


def overlaps(prints: Sequence[Set[int]]) -> Iterator[tuple[int, int, int]]:
    """Numbers of two sets, the lower first, and how many members they share; pairs that share none are left out.

    10,000 articles of 250 hashes take some seconds on one core. Sorted by the second number, then by the first.
    """
    holders: dict[int, list[int]] = {}
    for number, members in enumerate(prints):
        met: Counter[int] = Counter()
        for member in members:
            earlier = holders.setdefault(member, [])
            met.update(earlier)
            earlier.append(number)
        yield from ((other, number, met[other]) for other in sorted(met))


def containments_of(prints: Sequence[Set[int]]) -> Iterator[tuple[int, int, float]]:
    """Numbers of two sets and what they share over the smaller of them, above 0 and at most 1; in order."""
    for a, b, shared in sorted(overlaps(prints)):
        yield a, b, shared / min(len(prints[a]), len(prints[b]))
