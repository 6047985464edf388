"""Joins by text: fingerprints of two saved copies that share more than chance."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.story import Source
from twosource.verification.case import Pool
from twosource.verification.fingerprint import hashes
from twosource.verification.overlaps import containments_of
from twosource.verification.verdict import Join, JoinKind


def copied_text(pool: Pool) -> Iterator[Join]:
    """Text is joined from one threshold of the rubric, and is one copy from a higher one."""
    rules = pool.rules
    for a, b, share in containments(pool):
        stands = f"{share:.0%} of the shorter one stands in the other."
        if share >= rules.same_copy_containment:
            yield Join(JoinKind.COPY, a.id, b.id, f"They are one text: {stands}")
        elif share >= rules.join_containment:
            yield Join(JoinKind.TEXT, a.id, b.id, f"Text is copied between them: {stands}")


def containments(pool: Pool) -> Iterator[tuple[Source, Source, float]]:
    """Containment (above 0, to 1) of each pair of saved texts that share anything and are long enough to judge."""
    prints = []
    for source in pool.sources:
        locked = pool.locked.get(source.id)
        kept = hashes(locked.fingerprint) - pool.boilerplate if locked else frozenset[int]()
        if len(kept) >= pool.rules.minimum_hashes:
            prints.append((source, kept))
    for a, b, share in containments_of([kept for _, kept in prints]):
        yield prints[a][0], prints[b][0], share
