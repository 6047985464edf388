"""What the rules of independence share: sources grouped by a key, and a join for any two of a group that have a reason.

Rules tell every pair, because a written reason may undo some of them: whom the rest still joins must not hang on which
source happens to stand first. What is told twice is thinned afterwards, see `fewest`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from twosource.newsroom.story import Source
from twosource.verification.case import Pool
from twosource.verification.verdict import Join, JoinKind


def groups(pool: Pool, keys: Callable[[Source], Iterable[str]]) -> dict[str, list[Source]]:
    """Sources by each of their keys, for keys that at least two share; empty keys join nobody."""
    by_key: dict[str, list[Source]] = defaultdict(list)
    for source in pool.sources:
        for key in dict.fromkeys(keys(source)):
            if key:
                by_key[key].append(source)
    return {key: group for key, group in by_key.items() if len(group) > 1}


def pairs(kind: JoinKind, group: Sequence[Source], reason: Callable[[Source, Source], str]) -> Iterator[Join]:
    """A join for any two of a group, the earlier first; an empty reason joins nobody."""
    for a, b in combinations(group, 2):
        if detail := reason(a, b):
            yield Join(kind, a.id, b.id, detail)


def because(detail: str) -> Callable[[Source, Source], str]:
    """One reason for any two."""
    return lambda a, b: detail


MEASURED = frozenset({JoinKind.COPY, JoinKind.TEXT})
"""Kinds whose reason is a measurement of the very pair."""


def fewest(joins: Iterable[Join]) -> Iterator[Join]:
    """The joins without those that say again, for a kind, what earlier ones of it say already; measured ones all stay.

    What hangs together by each kind hangs together still (Kruskal's spanning forest, one for each kind).
    """
    together: dict[tuple[JoinKind, str], set[str]] = {}
    for join in joins:
        left = together.setdefault((join.kind, join.a), {join.a})
        right = together.setdefault((join.kind, join.b), {join.b})
        if left is right and join.kind not in MEASURED:
            continue
        yield join
        left |= right
        together.update(((join.kind, name), left) for name in right)
