"""Other figures for what a fact states: in another source, of the same day, and not to be explained by rounding."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from twosource.verification.figures.ages import Age, ages_in, same_age, same_subject
from twosource.verification.figures.directions import FALL, RISE, moved_otherwise
from twosource.verification.figures.documents import Document
from twosource.verification.figures.figure import Figure, Measure, Role
from twosource.verification.figures.finding import Conflict
from twosource.verification.figures.fitting import fit
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.same_value import comparable, excludes
from twosource.verification.figures.vetoes import STRICT, Vetoes, excluded
from twosource.verification.figures.windows import window_of
from twosource.verification.figures.words import sense_of

SURE = 0.6
"""Share of the fact's words that must stand in the very sentence of another figure; elsewhere it means little."""

DAYS = 3
"""Days between two texts from which their figures are of two dates."""

_PARTIAL = """
another additional remaining further initial extra previous earlier original separate next
"""
PARTIAL = frozenset(_PARTIAL.split())
"""Words that make a figure one of another part or another time."""

BESIDE = 25
"""Characters on either side within which they are looked for."""


def otherwise(stated: Mention, documents: Sequence[Document], carriers: Collection[str]) -> Iterator[Conflict]:
    """The first other figure of each text that does not carry the stated one."""
    dates = [one.published for one in documents if one.name in carriers and one.published]
    for document in documents:
        if document.name not in carriers and _same_days(document.published, dates):
            found = next(_others(stated, document), None) or next(other_ages(stated, document), None)
            if found:
                yield found


def _same_days(day: date | None, others: Sequence[date]) -> bool:
    return day is None or not others or any(abs((day - other).days) <= DAYS for other in others)


def _others(stated: Mention, document: Document) -> Iterator[Conflict]:
    for n, spot in enumerate(document.spots):
        for figure in spot.sentence.figures:
            quoted = Mention(spot.sentence, figure)
            if not speaks_against(stated, quoted):
                continue
            if _beside_the_same(stated, quoted) or fit(stated, quoted, document.around(n)) >= SURE:
                quote = window_of(document.text, spot, figure)
                yield Conflict(document.name, figure.text, stated.figure.text, quote)


def speaks_against(stated: Mention, quoted: Mention, vetoes: Vetoes = STRICT) -> bool:
    """True when a figure of the same thing excludes the stated one, and every other figure of the fact."""
    if _told_flatly_otherwise(stated, quoted):
        return True
    if not _rivals(quoted.figure, stated.figure):
        return False
    if any(comparable(quoted.figure, one) and not excludes(quoted.figure, one) for one in stated.sentence.figures):
        return False
    if _of_two(stated, quoted) or _of_two_times(stated, quoted) or excluded(stated, quoted, vetoes):
        return False
    return not _partial(stated, quoted) and _covered(stated, quoted)


def _told_flatly_otherwise(stated: Mention, quoted: Mention) -> bool:
    """True for one sentence given with another day, or with the number moving the other way."""
    one, other = stated.figure, quoted.figure
    if not comparable(other, one):
        return False
    if one.measure is Measure.DATE:
        alone = not stated.sentence.numbers and not quoted.sentence.numbers
        written = re.search(r"\d", one.text) and re.search(r"\d", other.text)
        same = stated.sentence.senses == quoted.sentence.senses != frozenset()
        return bool(written) and alone and same and excludes(other, one)
    turned = moved_otherwise(stated, quoted) and not excludes(other, one)
    return turned and stated.sentence.senses - WAYS == quoted.sentence.senses - WAYS != frozenset()


WAYS = frozenset((RISE, FALL))


def _of_two_times(stated: Mention, quoted: Mention) -> bool:
    """True when each names days, months or quarters, and none is the other's: sales of May and of June."""
    for measure in (Measure.DATE, Measure.ORDINAL):
        ours, theirs = (
            [one for one in said.figures if one.measure is measure] for said in (stated.sentence, quoted.sentence)
        )
        if ours and theirs and all(excludes(one, other) for one in ours for other in theirs):
            return True
    return False


def _of_two(stated: Mention, quoted: Mention) -> bool:
    """True when the other sentence has names, and not those that the fact has."""
    theirs = quoted.sentence.names
    return bool(theirs and stated.sentence.names - quoted.sentence.senses)


def _partial(stated: Mention, quoted: Mention) -> bool:
    """True when words right beside the other figure make it one of another part or time."""
    figure, text = quoted.figure, quoted.sentence.text
    beside = re.findall(r"[a-z]+", text[max(0, figure.start - BESIDE) : figure.end + BESIDE].lower())
    return any(word in PARTIAL and sense_of(word) not in stated.sentence.senses for word in beside)


def _rivals(quoted: Figure, stated: Figure) -> bool:
    roles = quoted.role is stated.role or Role.BEFORE not in (quoted.role, stated.role)
    return stated.measure not in SILENT and comparable(quoted, stated) and excludes(quoted, stated) and roles


SILENT = (Measure.DATE, Measure.ORDINAL, Measure.TIMES, Measure.VAGUE, Measure.TIME)
"""Measures in which two texts that differ mostly speak of two things."""


def _covered(stated: Mention, quoted: Mention) -> bool:
    """True when the two sentences share most words of the shorter, some of them about the figure itself."""
    ours, theirs = stated.sentence.senses, quoted.sentence.senses
    shared = ours & theirs
    counted = not stated.things or bool(frozenset(stated.things) & quoted.own)
    enough = len(shared) >= max(2, 0.5 * min(len(ours), len(theirs))) or ours == theirs
    enough = enough or _beside_the_same(stated, quoted)
    return counted and enough and bool(shared & quoted.own)


def _beside_the_same(stated: Mention, quoted: Mention) -> bool:
    """True when both stand with one and the same telling number: 818 and 888 products, each worth $34 billion."""
    start, end = quoted.sentence.segment(quoted.figure)
    beside = [one for one in quoted.sentence.numbers if start <= one.start < end and one is not quoted.figure]
    return bool(stated.things) and any(
        comparable(one, other) and not excludes(one, other) and other.low >= TELLING
        for one in beside
        for other in stated.companions
        if other.measure is not Measure.DATE
    )


TELLING = 100
"""Numbers from which meeting the same one twice is no accident."""


def other_ages(stated: Mention, document: Document) -> Iterator[Conflict]:
    """Ages, said or reckoned, that differ from the one that the fact says or gives."""
    ours = [age for age in ages_in(stated.sentence) if age.figure == stated.figure]
    if not ours and stated.figure.measure is Measure.DATE and document.published:
        dated = type(stated.sentence)(stated.sentence.text, document.published)
        ours = [age for age in ages_in(dated) if age.figure == stated.figure]
    for age in ours:
        for spot in document.spots:
            for other in ages_in(spot.sentence):
                if _differs(age, other):
                    quote = window_of(document.text, spot, other.figure)
                    yield Conflict(document.name, other.told, stated.figure.text, quote)


def _differs(one: Age, other: Age) -> bool:
    return same_subject(one, other) and not same_age(one, other)
