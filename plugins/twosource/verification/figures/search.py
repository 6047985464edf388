"""Looks for the passages of whole texts that carry a fact; strict, for a text holds many figures.

A number that stands somewhere is not enough: it must count the same thing in the same clause, and no other sentence
may fit the fact better with another number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.verification.figures.ages import ages_in, same_age, same_subject
from twosource.verification.figures.calendar import same_day
from twosource.verification.figures.disagreement import otherwise
from twosource.verification.figures.documents import Document
from twosource.verification.figures.figure import Figure, Measure
from twosource.verification.figures.finding import Cited, Finding, Missing, finding
from twosource.verification.figures.fitting import fit
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.names import Names, names_in
from twosource.verification.figures.reasons import reason
from twosource.verification.figures.same_value import comparable, excludes, says
from twosource.verification.figures.sentence import Sentence, sentence
from twosource.verification.figures.vetoes import excluded
from twosource.verification.figures.windows import window, window_of
from twosource.verification.fingerprint import fold

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


def search(fact: str, documents: Sequence[Document]) -> Finding:
    """Judge a fact against whole texts."""
    stated = sentence(fold(fact).text)
    mentions = [Mention(stated, figure) for figure in stated.figures]
    found = [[match for document in documents if (match := best(one, document))] for one in mentions]
    matches = [match for row in found for match in row]
    lost = [
        Missing(one.figure.text, one.figure.measure.value, reason(one, documents))
        for one, row in zip(mentions, found, strict=True)
        if not row and not _published_then(one, documents, matches)
    ]
    conflicts = [
        conflict
        for one, row in zip(mentions, found, strict=True)
        for conflict in otherwise(one, documents, {match.document.name for match in row})
        if row
    ]
    if not mentions:
        matches = list(_worded(stated, documents))
        lost += [] if matches else [Missing(fact.strip(), "statement", "No passage says this.")]
    names = Names(tuple(fold(document.text).text for document in documents))
    lost += [
        Missing(text, "name", "It is not written so.") for text, words in names_in(stated) if not names.have(words)
    ]
    return finding(tuple(lost), tuple(dict.fromkeys(conflicts)), _passages(matches))


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
                if not excluded(stated, quoted) and not _of_others(stated, quoted, document, n):
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
    known = quoted.sentence.senses | document.around(n).near
    absent = [sense for sense in (*ours, first) if sense and sense not in known]
    return bool(absent) and (first in absent or len(absent) > len(ours) / 2)


def _strangers(stated: Mention, quoted: Mention) -> frozenset[str]:
    """Names about the quoted figure that the fact does not name."""
    theirs = {word.sense for word in quoted.sentence.words if word.name and word.start > 0 and word.sense in quoted.own}
    return frozenset(theirs - stated.sentence.senses)


def _outdone(stated: Mention, document: Document, top: Match) -> bool:
    """True when another sentence fits the fact clearly better, with another number."""
    return any(
        _beats(fit(stated, rival, document.around(n)), top, _strangers(stated, rival)) and not excluded(stated, rival)
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
        fit(stated, quoted, document.around(n)) > top.fit + BETTER and excluded(stated, quoted)
        for n, quoted in _elsewhere(document, top)
        if says(quoted.figure, stated.figure)
    )


def _published_then(stated: Mention, documents: Sequence[Document], matches: list[Match]) -> bool:
    """True when a text that carries the fact's other figures was published in the month or year that it names."""
    if stated.figure.measure is not Measure.DATE or len(stated.figure.days[0]) > 7 or "--" in stated.figure.days[0][:2]:
        return False
    carrying = {match.document.name for match in matches} or {document.name for document in documents}
    days = [one.published.isoformat() for one in documents if one.published and one.name in carrying]
    return any(same_day(day, stated.figure.days[0]) for day in days)


def _worded(stated: Sentence, documents: Sequence[Document]) -> Iterator[Match]:
    """The sentence of each text that has most of the words of a fact without figures."""
    for document in documents:
        shares = [(_share(stated.senses, document, n), -n) for n in range(len(document.spots))]
        share, n = max(shares, default=(0.0, 0))
        if share >= ENOUGH:
            yield Match(document, -n, None, share)


def _share(wanted: frozenset[str], document: Document, n: int) -> float:
    """Share of the words in a sentence, those of the sentences before it at half their worth."""
    here = document.spots[n].sentence.senses
    near = document.around(n).near - here
    return (len(wanted & here) + 0.5 * len(wanted & near)) / len(wanted) if wanted else 0.0


def _passages(matches: Sequence[Match]) -> tuple[Cited, ...]:
    """What to quote; a figure that an earlier window on the same sentence shows needs no window of its own."""
    kept: dict[tuple[str, int], list[Cited]] = {}
    for match in matches:
        shown = kept.setdefault((match.document.name, match.n), [])
        if not any(match.figure and match.figure.text in one.quote for one in shown) and match.cited not in shown:
            shown.append(match.cited)
    return tuple(dict.fromkeys(one for row in kept.values() for one in row))
