"""Joins by text: fingerprints of two saved copies that share more than chance."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.verification.case import Pool
from twosource.verification.verdict import Join, JoinKind


def copied_text(pool: Pool) -> Iterator[Join]:
    """Text is joined from one threshold of the rubric, and is one copy from a higher one."""
    rules = pool.rules
    for a, b, share in pool.shares:
        stands = f"{share:.0%} of the shorter one stands in the other."
        if share >= rules.same_copy_containment:
            yield Join(JoinKind.COPY, a.id, b.id, f"They are one text: {stands}")
        elif share >= rules.join_containment:
            yield Join(JoinKind.TEXT, a.id, b.id, f"Text is copied between them: {stands}")
