"""What the rules of independence share: sources grouped by a key, and joins along a group.

A rule joins the first of a group to each other member, so that reasons stay few; union-find makes the group of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from twosource.newsroom.story import Source
from twosource.verification.case import Case
from twosource.verification.verdict import Join, JoinKind


def groups(case: Case, keys: Callable[[Source], Iterable[str]]) -> dict[str, list[Source]]:
    """Sources by each of their keys, for keys that at least two share; empty keys join nobody."""
    by_key: dict[str, list[Source]] = defaultdict(list)
    for source in case.story.sources:
        for key in dict.fromkeys(keys(source)):
            if key:
                by_key[key].append(source)
    return {key: group for key, group in by_key.items() if len(group) > 1}


def chain(kind: JoinKind, group: Sequence[Source], detail: str) -> Iterator[Join]:
    """Joins from the first of a group to each other, all with one reason."""
    return (Join(kind, group[0].id, other.id, detail) for other in group[1:])
