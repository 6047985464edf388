"""Which entities are named together, counted in one pass over the developments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from twosource.trends.developments import Development


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities named in the same developments."""

    a: str
    """Entity id, the earlier in the alphabet."""
    b: str
    """The other."""
    count: int
    """Developments that name both."""


def pairs_of(rows: Iterable[Development]) -> tuple[Pair, ...]:
    """Every pair, the most frequent first, then by name."""
    counted = Counter(pair for row in rows for pair in combinations(sorted(row.entities), 2))
    found = (Pair(a, b, count) for (a, b), count in counted.items())
    return tuple(sorted(found, key=lambda pair: (-pair.count, pair.a, pair.b)))


def companions(pairs: Iterable[Pair]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each entity the others with their counts, in the order of the pairs."""
    beside: dict[str, list[tuple[str, int]]] = {}
    for pair in pairs:
        beside.setdefault(pair.a, []).append((pair.b, pair.count))
        beside.setdefault(pair.b, []).append((pair.a, pair.count))
    return {entity: tuple(others) for entity, others in sorted(beside.items())}
