"""Which entities are named together, counted in one pass over the developments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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


def companions(entity: str, rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, int], ...]:
    """The others named beside an entity, with their counts, in the order of the pairs.

    `rows` are the entities of each development that names it: what one page shows takes one shelf, not all pairs.
    """
    counted = Counter(other for names in rows for other in names if other != entity)
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], *sorted((entity, found[0])))))
