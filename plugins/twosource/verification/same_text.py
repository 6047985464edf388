"""Joins by text: fingerprints of two saved copies that share more than chance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from twosource.newsroom.story import Source
from twosource.verification.case import Case
from twosource.verification.fingerprint import containment, hashes
from twosource.verification.verdict import Join, JoinKind


def copied_text(case: Case) -> Iterator[Join]:
    """Text is joined from one threshold of the rubric, and is one copy from a higher one."""
    rules = case.rubric.independence
    for a, b, share in containments(case):
        stands = f"{share:.0%} of the shorter one stands in the other."
        if share >= rules.same_copy_containment:
            yield Join(JoinKind.COPY, a.id, b.id, f"They are one text: {stands}")
        elif share >= rules.join_containment:
            yield Join(JoinKind.TEXT, a.id, b.id, f"Text is copied between them: {stands}")


def containments(case: Case) -> Iterator[tuple[Source, Source, float]]:
    """Containment (0 to 1) of each pair of saved texts that are long enough to judge."""
    prints = []
    for source in case.story.sources:
        locked = case.locked.get(source.id)
        kept = hashes(locked.fingerprint) - case.boilerplate if locked else frozenset[int]()
        if len(kept) >= case.rubric.independence.minimum_hashes:
            prints.append((source, kept))
    for (a, left), (b, right) in combinations(prints, 2):
        yield a, b, containment(left, right)
