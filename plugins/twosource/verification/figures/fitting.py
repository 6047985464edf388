"""How well a quoted figure fits a stated one: the share of the fact's words that stand about it, and how near.

In its own stretch a word counts fully, then less in the sentence, in the sentences beside it, and anywhere in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.verification.figures.figure import Figure
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.same_value import comparable, excludes, says
from twosource.verification.figures.words import kin_of


@dataclass(frozen=True, slots=True)
class Around:
    """What stands near a sentence in its text."""

    near: frozenset[str]
    """Meanings of the two sentences before it."""
    after: frozenset[str]
    """Meanings of the sentence after it."""
    everywhere: frozenset[str]
    """Meanings of the whole text."""


OWN, SENTENCE, RIVAL, NEAR, AFTER, EVERYWHERE = 1.0, 0.75, 0.35, 0.5, 0.35, 0.2
"""What a word of the fact is worth by where it stands."""

KIN = 0.8
"""What a word is worth where only its kin stands."""

COMPANION = 1.5
"""Weight of another figure that the fact names beside the one in question."""


def fit(stated: Mention, quoted: Mention, around: Around) -> float:
    """Share of the stated figure's words that the quoted one has about it, 0 to 1."""
    rivals = frozenset().union(*(rival.own for rival in quoted.rivals))
    total = reached = 0.0
    for sense, weight in stated.weights.items():
        kin = max((_worth(one, quoted, rivals, around) for one in kin_of(sense)), default=0.0)
        total += weight
        reached += weight * max(_worth(sense, quoted, rivals, around), KIN * kin)
    for one in stated.companions:
        total += COMPANION
        reached += COMPANION * accompanied(one, quoted)
    return reached / total if total else 1.0


def accompanied(companion: Figure, quoted: Mention) -> float:
    """1 where the sentence says the companion too, less where it says it with another bound."""
    if any(says(other, companion) for other in quoted.sentence.figures):
        return 1.0
    return 0.7 * any(
        comparable(other, companion) and not excludes(other, companion) for other in quoted.sentence.figures
    )


def _worth(sense: str, quoted: Mention, rivals: frozenset[str], around: Around) -> float:
    if sense in quoted.own:
        return OWN
    if sense in quoted.sentence.acronyms:
        return SENTENCE
    if sense in quoted.sentence.senses:
        return RIVAL if sense in rivals else SENTENCE
    for senses, worth in ((around.near, NEAR), (around.after, AFTER), (around.everywhere, EVERYWHERE)):
        if sense in senses:
            return worth
    return 0.0
