"""Judges a fact against whole texts, and finds the passages that carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.newsroom.late import late
from twosource.verification.figures.calendar import same_day
from twosource.verification.figures.disagreement import otherwise
from twosource.verification.figures.documents import Document
from twosource.verification.figures.figure import Measure
from twosource.verification.figures.finding import Cited, Finding, Missing, finding
from twosource.verification.figures.matches import ENOUGH, Match, best
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.names import Names, names_in
from twosource.verification.figures.numbered_names import misnumbered
from twosource.verification.figures.reasons import reason
from twosource.verification.figures.sentence import Sentence, sentence
from twosource.verification.fingerprint import folded

BOUNDARY = late(r"\b(?:since|until|till|before|after|from|through)\s(?:the\s|early\s|late\s)*$", re.I)
"""Before a date that is the beginning or the end of something, and not the day of which a text tells."""


def search(fact: str, documents: Sequence[Document]) -> Finding:
    """Judge a fact against whole texts."""
    stated = sentence(folded(fact))
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
    names = Names(tuple(folded(document.text) for document in documents))
    lost += [
        Missing(text, "name", "It is not written so.") for text, words in names_in(stated) if not names.have(words)
    ]
    lost += [
        Missing(text, "name", "The text has it with another number.")
        for text in misnumbered(stated.text, [document.text for document in documents])
    ]
    return finding(tuple(lost), tuple(dict.fromkeys(conflicts)), _passages(matches))


def _published_then(stated: Mention, documents: Sequence[Document], matches: list[Match]) -> bool:
    """True when a text that carries the fact's other figures was published in the month or year that it names."""
    if stated.figure.measure is not Measure.DATE or len(stated.figure.days[0]) > 7 or "--" in stated.figure.days[0][:2]:
        return False
    if BOUNDARY.search(stated.sentence.text[: stated.figure.start]):
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
