"""Why a figure that stands in a text does not carry the fact, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.verification.figures.documents import Document
from twosource.verification.figures.figure import Bound
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.same_value import comparable, says
from twosource.verification.figures.vetoes import STRICT, excluded

WORDS: Mapping[str, str] = {
    "counts_other": "It stands there of something else.",
    "of_other_place": "It stands there of another country's.",
    "at_other_date": "It stands there for another date.",
    "done_otherwise": "It stands there of something else that was done.",
    "in_other_role": "It stands there as the other side of a change.",
    "told_of_another": "The sentence says it of somebody else.",
    "governed_otherwise": "The sentence gives that number to something else.",
    "only_borrowed": "It stands there of a part of them.",
    "turned_round": "It stands there the other way round.",
    "owned_by_another": "It stands there of another country's.",
    "borne_by_another": "The sentence says it of somebody else.",
    "led_by_another": "The sentence says it of somebody else.",
    "moved_otherwise": "It stands there of a change the other way.",
    "denied": "It stands there as something that is not so.",
    "rivalled": "The sentence gives that number to something else.",
}
"""A veto in words for writers."""

NOWHERE = "It stands nowhere."
APART = "It stands there in another context."


def reason(stated: Mention, documents: Sequence[Document]) -> str:
    """What stands in the way, for the text that comes nearest."""
    because = NOWHERE
    for document in documents:
        for spot in document.spots:
            for figure in spot.sentence.figures:
                if says(figure, stated.figure):
                    veto = excluded(stated, Mention(spot.sentence, figure), STRICT)
                    because = WORDS.get(veto, APART)
                elif because == NOWHERE and comparable(figure, stated.figure) and figure.low == stated.figure.low != 0:
                    bound = "" if figure.bound is Bound.EXACT else f"{figure.bound.value} "
                    because = f"The source says “{bound}{figure.text}”."
    return because
