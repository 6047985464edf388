"""Joins by a cue in the lead: two texts that rest on what one outlet was told, or one that rests on the other's.

Only for texts that are at hand. A lock keeps no text, so that in a hub the cue is shown to the writer, who declares it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from twosource.verification.case import Pool
from twosource.verification.documents import Document
from twosource.verification.fingerprint import containment
from twosource.verification.verdict import Join, JoinKind


def led_by_one_outlet(pool: Pool, documents: Mapping[str, Document]) -> Iterator[Join]:
    """Two texts that lead with one outlet, published by neither, and quote the same words."""
    for a, b in combinations([source for source in pool.sources if documents[source.id].cues], 2):
        left, right = documents[a.id], documents[b.id]
        shared = containment(left.quoted, right.quoted)
        for outlet in sorted(left.cues.keys() & right.cues.keys()):
            elsewhere = pool.upstream(outlet) not in (a.publisher, b.publisher)
            if elsewhere and shared >= pool.rules.same_copy_containment:
                told = f"Both lead with one outlet: “{left.cues[outlet]}” and “{right.cues[outlet]}”"
                yield Join(JoinKind.ORIGIN, a.id, b.id, f"{told}; they share {shared:.0%} of what they quote.")


def led_by_the_other(pool: Pool, documents: Mapping[str, Document]) -> Iterator[Join]:
    """A text that leads with the other's outlet and shares more than chance with it."""
    for a, b, share in pool.shares:
        for text, other in ((a, b), (b, a)) if share >= pool.rules.review_containment else ():
            for outlet, cue in documents[text.id].cues.items():
                if pool.upstream(outlet) == other.publisher != text.publisher:
                    leads = f"{pool.publisher(text).name} leads with “{cue}”"
                    shares = f"{share:.0%} of the shorter one stands in the other"
                    yield Join(JoinKind.ORIGIN, a.id, b.id, f"{leads}, and {shares}.")
