"""Joins by an agency that only contributed: alone it proves nothing, with shared text it does."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.lock import Hint
from twosource.newsroom.reference import PublisherKind
from twosource.newsroom.story import Source
from twosource.verification.case import Pool
from twosource.verification.hints import WIRES
from twosource.verification.same_upstream import CONTRIBUTIONS, carried, credits_of
from twosource.verification.verdict import Join, JoinKind


def contributed(pool: Pool) -> Iterator[Join]:
    """Two texts that share more than chance, of which one says that an agency contributed that stands behind the other.

    The share may be too small to join them by itself: the line at the foot says where the shared passage came from.
    """
    for a, b, share in pool.shares:
        if share >= pool.rules.review_containment:
            told = dict.fromkeys((*_told(pool, a, b), *_told(pool, b, a)))
            if told:
                shared = f"and {share:.0%} of the shorter one stands in the other"
                yield Join(JoinKind.CREDIT, a.id, b.id, f"{'; '.join(told)}, {shared}.")


def _told(pool: Pool, source: Source, other: Source) -> Iterator[str]:
    """What a source prints of agencies that stand behind the other one."""
    behind = _behind(pool, other)
    for hint in credits_of(pool, source, CONTRIBUTIONS):
        if pool.upstream(hint.name) in behind:
            yield f"{pool.publisher(source).name} prints “{hint.span}”"


def _behind(pool: Pool, source: Source) -> set[str]:
    """Agencies that wrote a text or some of it; unnamed wire services stand behind whatever has any of them."""
    hints: tuple[Hint, ...] = (*credits_of(pool, source), *credits_of(pool, source, CONTRIBUTIONS))
    own = (source.publisher,) if pool.publisher(source).kind is PublisherKind.AGENCY else ()
    found = {*(pool.upstream(hint.name) for hint in hints), *carried(pool)(source), *own}
    return {*found, pool.upstream(WIRES)} if found else found
