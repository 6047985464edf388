"""Whether a quoted figure is a figure of the same thing as the stated one.

Each veto names a way in which the words around the two exclude each other. What no veto excludes is weighed: the share
of the fact's words that stand in the figure's own stretch, its sentence, the sentences beside it, or the text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from twosource.verification.figures.calendar import days_apart
from twosource.verification.figures.figure import Figure, Measure, Role
from twosource.verification.figures.same_value import comparable, excludes, says
from twosource.verification.figures.sentence import Sentence
from twosource.verification.figures.words import contrast, kin_of, same_thing, sense_of


@dataclass(frozen=True)
class Mention:
    """A figure in its sentence."""

    sentence: Sentence
    """The sentence."""
    figure: Figure
    """The figure."""

    @cached_property
    def own(self) -> frozenset[str]:
        """Meanings that belong to the figure."""
        return self.sentence.own(self.figure)

    @cached_property
    def things(self) -> tuple[str, ...]:
        """Meanings of the noun that it counts, the head last; names are left out."""
        return tuple(word.sense for word in self.sentence.counted(self.figure) if word.sense[0] != "@")

    @cached_property
    def owners(self) -> Mapping[str, frozenset[str]]:
        """Countries of the nouns about it: American goods."""
        return self.sentence.owners(self.figure)

    @cached_property
    def dates(self) -> tuple[Figure, ...]:
        """Written dates that it is a figure of: those of its stretch, else those before the first number."""
        known = [one for one in self.sentence.figures if one.measure is Measure.DATE and len(one.days) == 1]
        known = [one for one in known if any(letter.isdigit() for letter in one.text)]
        start, end = self.sentence.segment(self.figure)
        inside = tuple(one for one in known if start <= one.start < end)
        first = self.sentence.peers(self.figure)[0].start
        return inside or tuple(one for one in known if one.start < first)

    @cached_property
    def rivals(self) -> tuple[Mention, ...]:
        """Figures of the same measure in the same sentence that say something else."""
        return tuple(
            Mention(self.sentence, one)
            for one in self.sentence.peers(self.figure)
            if one is not self.figure and comparable(one, self.figure) and excludes(one, self.figure)
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Weight of each word of a stated figure: what it counts, and names, weigh double."""
        heavy = {*self.things, *(word.sense for word in self.sentence.words if word.name and word.start > 0)}
        heavy |= {word.sense for word in self.sentence.words if word.sense[0] == "@"}
        own = {sense: 2.0 if sense in heavy else 1.0 for sense in self.own}
        return own | {sense: 0.3 for sense in self.sentence.senses - self.own}

    @cached_property
    def companions(self) -> tuple[Figure, ...]:
        """Other figures of the same stretch."""
        start, end = self.sentence.segment(self.figure)
        return tuple(
            one
            for one in self.sentence.figures
            if one is not self.figure and (start <= one.start < end or one.measure is Measure.DATE)
        )


def counts_other(stated: Mention, quoted: Mention) -> bool:
    """30 cities are not 30 companies."""
    if stated.figure.measure is not Measure.NUMBER or not stated.things or not quoted.things:
        return False
    if Measure.SCORE in (quoted.figure.measure,):
        return False
    head, other = stated.things[-1], quoted.things[-1]
    near = any(same_thing(head, thing) for thing in quoted.things)
    return not near and not any(same_thing(other, thing) for thing in stated.things)


def of_other_place(stated: Mention, quoted: Mention) -> bool:
    """American goods are not Chinese goods."""
    return any(
        not places & theirs
        for noun, places in stated.owners.items()
        for other in (noun, *kin_of(noun))
        if (theirs := quoted.owners.get(other))
    )


def at_other_date(stated: Mention, quoted: Mention) -> bool:
    """Claims granted in 2009 are not those of 2018."""
    if stated.figure.measure is Measure.DATE or not stated.dates or not quoted.dates:
        return False
    return all(
        days_apart(a, b) for one in stated.dates for other in quoted.dates for a in one.days for b in other.days
    )


def done_otherwise(stated: Mention, quoted: Mention) -> bool:
    """Imported is not mined, steel is not aluminium."""
    return contrast(_meant(stated), _meant(quoted))


def _meant(mention: Mention) -> frozenset[str]:
    return mention.own


def in_other_role(stated: Mention, quoted: Mention) -> bool:
    """Raised to 5 % is not raised by 5 %, and an old rate is not the rate."""
    said, heard = stated.figure.role, quoted.figure.role
    if heard is Role.BEFORE:
        return said is not Role.BEFORE and not stated.sentence.senses & WAS
    return Role.PLAIN not in (said, heard) and said is not heard


WAS = frozenset(map(sense_of, ("earlier", "previous", "previously", "formerly", "old", "original", "originally", "initial")))


def rivalled(stated: Mention, quoted: Mention) -> bool:
    """Another figure of the sentence has more of the fact's words for its own."""
    ours = _owned(stated, quoted)
    return any(_owned(stated, rival) > ours for rival in quoted.rivals)


def _owned(stated: Mention, quoted: Mention) -> float:
    return sum(weight for sense, weight in stated.weights.items() if weight >= 1 and sense in quoted.own)


VETOES: tuple[Callable[[Mention, Mention], bool], ...] = (
    counts_other,
    of_other_place,
    at_other_date,
    done_otherwise,
    in_other_role,
    rivalled,
)
"""What shows that two figures are figures of different things."""


def excluded(stated: Mention, quoted: Mention) -> str:
    """Name of the first veto, or empty."""
    return next((veto.__name__ for veto in VETOES if veto(stated, quoted)), "")


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
    if sense in quoted.sentence.senses:
        return RIVAL if sense in rivals else SENTENCE
    for senses, worth in ((around.near, NEAR), (around.after, AFTER), (around.everywhere, EVERYWHERE)):
        if sense in senses:
            return worth
    return 0.0
