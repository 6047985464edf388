"""Looks for the passages of whole texts that carry a fact; strict, for a text holds many figures.

A number that stands somewhere is not enough: it must count the same thing in the same clause, and no other sentence
may fit the fact better with another number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.verification.figures.ages import ages_in, same_age, same_subject
from twosource.verification.figures.agreement import Mention, excluded, fit
from twosource.verification.figures.calendar import same_day
from twosource.verification.figures.disagreement import otherwise
from twosource.verification.figures.documents import Document
from twosource.verification.figures.figure import Figure, Measure
from twosource.verification.figures.finding import Cited, Conflict, Finding, Missing, finding
from twosource.verification.figures.names import Names, names_in
from twosource.verification.figures.reasons import reason
from twosource.verification.figures.same_value import comparable, excludes, says
from twosource.verification.figures.sentence import Sentence, sentence
from twosource.verification.figures.windows import window, window_of
from twosource.verification.fingerprint import fold

ENOUGH = 0.5
"""Share of a figure's words that its passage must have about it."""

ENOUGH_FOR_A_DATE = 0.33
"""The same for dates and times, which mostly stand apart from what happened then."""

BETTER = 0.18
"""By how much another number must fit better to be the one that the fact speaks of."""


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
    lost += [Missing(text, "name", "It is not written so.") for text, words in names_in(stated) if not names.have(words)]
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
    ours = [word.sense for word in stated.sentence.words if word.name and word.start > 0 and word.sense in stated.own]
    first = next((word.sense for word in stated.sentence.words if word.name), "")
    around = document.around(n)
    known = quoted.sentence.senses | around.near
    theirs = {word.sense for word in quoted.sentence.words if word.name and word.start > 0 and word.sense in quoted.own}
    strangers = theirs - stated.sentence.senses
    absent = [sense for sense in (*ours, first) if sense and sense not in known]
    return bool(strangers and absent) and (first in absent or len(absent) > len(ours) / 2)


def _outdone(stated: Mention, document: Document, top: Match) -> bool:
    """True when another sentence fits the fact clearly better, with another number."""
    for n, spot in enumerate(document.spots):
        for figure in spot.sentence.figures if n != top.n else ():
            if comparable(figure, stated.figure) and excludes(figure, stated.figure):
                rival = Mention(spot.sentence, figure)
                fits = fit(stated, rival, document.around(n))
                if fits > min(top.fit + BETTER, max(top.fit, WHOLE)) and not excluded(stated, rival):
                    return True
    return False


def _disowned(stated: Mention, document: Document, top: Match) -> bool:
    """True when the same number fits clearly better where it is a figure of something else."""
    for n, spot in enumerate(document.spots):
        for figure in spot.sentence.figures if n != top.n else ():
            if says(figure, stated.figure):
                quoted = Mention(spot.sentence, figure)
                if fit(stated, quoted, document.around(n)) > top.fit + BETTER and excluded(stated, quoted):
                    return True
    return False


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
        shares = [
            (len(stated.senses & spot.sentence.senses) + 0.5 * len(stated.senses & document.around(n).near - spot.sentence.senses), -n)
            for n, spot in enumerate(document.spots)
        ]
        share, n = max(shares, default=(0.0, 0))
        if stated.senses and share / len(stated.senses) >= ENOUGH:
            yield Match(document, -n, None, share / len(stated.senses))


def _passages(matches: Sequence[Match]) -> tuple[Cited, ...]:
    """What to quote, each sentence of a text once where one window shows all of its figures."""
    kept: list[Cited] = []
    for match in matches:
        cited = match.cited
        shown = any(
            one.source == cited.source and match.figure and match.document.spots[match.n].sentence.text and
            match.figure.text in one.quote and (one.quote in match.document.text[match.document.spots[match.n].start : match.document.spots[match.n].end])
            for one in kept
        )
        if not shown and cited not in kept:
            kept.append(cited)
    return tuple(kept)


__all__ = ["Conflict", "search"]
