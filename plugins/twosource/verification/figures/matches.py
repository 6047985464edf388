"""The place of a whole text that carries a figure; strict, for a text holds many figures.

A number that stands somewhere is not enough: it must count the same thing in the same clause, and no other sentence
may fit the fact better with another number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.newsroom.late import late
from twosource.verification.figures.ages import ages_in, same_age, same_subject
from twosource.verification.figures.documents import Document
from twosource.verification.figures.figure import Figure, Measure
from twosource.verification.figures.finding import Cited
from twosource.verification.figures.fitting import fit
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.same_value import comparable, excludes, says
from twosource.verification.figures.vetoes import STRICT, excluded
from twosource.verification.figures.windows import window, window_of

ENOUGH = 0.5
"""Share of a figure's words that its passage must have about it."""

ENOUGH_FOR_A_DATE = 0.33
"""The same for dates and times, which mostly stand apart from what happened then."""

BETTER = 0.18
"""By how much another number must fit better to be the one that the fact speaks of."""


OTHERS = 0.1
"""What is added to that where the other number stands beside names that the fact does not name."""

WHOLE = 0.96
"""Fit from which a sentence says all that the fact says; then any lead is enough."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that carries a figure, or the words of a fact without one."""

    document: Document
    """The text."""
    n: int
    """Number of the sentence."""
    figure: Figure | None
    """The quoted figure."""
    fit: float
    """How well it fits, 0 to 1."""

    @property
    def cited(self) -> Cited:
        """The words to quote."""
        spot, text = self.document.spots[self.n], self.document.text
        quote = window_of(text, spot, self.figure) if self.figure else window(text, spot, 0, 1)
        return Cited(self.document.name, quote)


def best(stated: Mention, document: Document) -> Match | None:
    """The place of a text that carries the figure best, or None."""
    matches = [*_direct(stated, document), *_by_age(stated, document)]
    top = max(matches, key=lambda match: match.fit, default=None)
    quiet = stated.figure.measure in (Measure.DATE, Measure.TIME, Measure.ORDINAL)
    if top is None or top.fit < (ENOUGH_FOR_A_DATE if quiet else ENOUGH):
        return None
    return None if _outdone(stated, document, top) or _disowned(stated, document, top) else top


def _direct(stated: Mention, document: Document) -> Iterator[Match]:
    for n, spot in enumerate(document.spots):
        for figure in spot.sentence.figures:
            if says(figure, stated.figure):
                quoted = Mention(spot.sentence, figure)
                if not excluded(stated, quoted, STRICT) and not _of_others(stated, quoted, document, n):
                    yield Match(document, n, figure, fit(stated, quoted, document.around(n)))


def _by_age(stated: Mention, document: Document) -> Iterator[Match]:
    """A year in which something began carries its age."""
    for age in ages_in(stated.sentence) if stated.figure.measure is Measure.MONTHS else ():
        for n, spot in enumerate(document.spots):
            for other in ages_in(spot.sentence):
                if age.figure == stated.figure and same_subject(age, other) and same_age(age, other):
                    yield Match(document, n, other.figure, 1.0)


def _of_others(stated: Mention, quoted: Mention, document: Document, n: int) -> bool:
    """True when the fact names somebody who is not near, and the passage somebody whom the fact does not name."""
    strangers = _strangers(stated, quoted)
    if not strangers:
        return False
    ours = [word.sense for word in stated.sentence.words if word.name and word.start > 0 and word.sense in stated.own]
    first = next((word.sense for word in stated.sentence.words if word.name), "")
    known = quoted.sentence.senses | quoted.sentence.acronyms | document.around(n).near
    absent = [sense for sense in (*ours, first) if sense and sense not in known]
    return bool(absent) and (first in absent or len(absent) > len(ours) / 2)


def _strangers(stated: Mention, quoted: Mention) -> frozenset[str]:
    """Names about the quoted figure that the fact does not name; who is only quoted as saying it is no stranger."""
    sayers = [match.span() for match in SAYER.finditer(quoted.sentence.text)]
    theirs = {
        word.sense
        for word in quoted.sentence.words
        if word.name and word.start > 0 and word.sense in quoted.own
        and not any(start <= word.start < end for start, end in sayers)
    }  # fmt: skip
    return frozenset(theirs - stated.sentence.senses)


SAYER = late(
    r"(?:[A-Z][\w.&'-]*\s(?:(?:of|the|and|for)\s)?)+(?:,[^,]{1,60},\s)?(?:said|says|reported|reports|told|wrote|estimated|added)\b"
    r"|\b(?:[Aa]ccording to|said|says)\s(?:the\s)?(?:[A-Z][\w.&'-]*\s?)+"
)
"""Who says something, and the word that says so."""


def _outdone(stated: Mention, document: Document, top: Match) -> bool:
    """True when another sentence fits the fact clearly better, with another number."""
    return any(
        _beats(fit(stated, rival, document.around(n)), top, _strangers(stated, rival))
        and not excluded(stated, rival, STRICT)
        for n, rival in _elsewhere(document, top)
        if comparable(rival.figure, stated.figure) and excludes(rival.figure, stated.figure)
    )


def _beats(fits: float, top: Match, strangers: frozenset[str]) -> bool:
    """A clear lead, clearer where others are spoken of; any lead where the sentence says all that the fact says."""
    lead = BETTER + (OTHERS if strangers else 0)
    return fits > min(top.fit + lead, max(top.fit, WHOLE))


def _elsewhere(document: Document, top: Match) -> Iterator[tuple[int, Mention]]:
    for n, spot in enumerate(document.spots):
        for figure in spot.sentence.figures if n != top.n else ():
            yield n, Mention(spot.sentence, figure)


def _disowned(stated: Mention, document: Document, top: Match) -> bool:
    """True when the same number fits clearly better where it is a figure of something else."""
    return any(
        fit(stated, quoted, document.around(n)) > top.fit + BETTER and excluded(stated, quoted, STRICT)
        for n, quoted in _elsewhere(document, top)
        if says(quoted.figure, stated.figure)
    )
