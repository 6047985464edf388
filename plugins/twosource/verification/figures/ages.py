"""The age of a thing and the year in which it began: imposed in 1984 is 32 years old in 2016."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.newsroom.late import late
from twosource.verification.figures.figure import Figure, Measure
from twosource.verification.figures.sentence import Sentence

BEGUN = late(
    r"\b(?:imposed|established|founded|created|introduced|launched|enacted|adopted|set up|instituted|opened|built"
    r"|formed|began|begun|started|dat(?:es|ing) (?:from|to|back to)|took effect|put in place|in place|in force"
    r"|inaugurated|born|signed)\b(?:\s[a-z]+){0,4}?\s?(?:in|since|from|to)?\s(?=\d)"
)
OLD = late(r"[-\s]old\b")
ENDING = late(r"\b(?:lift|end|remov|scrap|drop|abandon|repeal|abolish|clos)", re.I)
LONG = 120
"""Months from which “a 41-year embargo” that ends now is an age, and not a term that was set."""

SLACK = 12
"""Months that the birthday may be off."""


@dataclass(frozen=True, slots=True)
class Age:
    """How old something was on the day of publication."""

    months: float
    """In months."""
    things: frozenset[str]
    """Meanings of what is so old."""
    figure: Figure
    """The period or the year that says so."""
    told: str
    """In words: `imposed in 1984 = 32 years`, or the period as written."""


def ages_in(sentence: Sentence) -> Iterator[Age]:
    """Ages that a sentence says or gives by a year; years only where the day of publication is known."""
    for figure in sentence.figures:
        if figure.measure is Measure.MONTHS and _is_age(sentence, figure):
            things = frozenset(word.sense for word in sentence.counted(figure) if word.sense != "old")
            yield Age(figure.low, things or _before(sentence, figure.start), figure, figure.text)
        elif figure.measure is Measure.DATE and figure.text.isdecimal() and sentence.published:
            begun = [match for match in BEGUN.finditer(sentence.text) if match.end() == figure.start]
            for match in begun:
                years = sentence.published.year - int(figure.text)
                told = f"{sentence.text[match.start() : figure.end]} = {years} years"
                yield Age(years * 12, _before(sentence, match.start()), figure, told)


def _is_age(sentence: Sentence, figure: Figure) -> bool:
    if OLD.match(sentence.text, figure.end):
        return True
    return "-year" in figure.text and figure.low >= LONG and ENDING.search(sentence.text[: figure.start]) is not None


def _before(sentence: Sentence, at: int) -> frozenset[str]:
    """Meanings of the subject: the words before, as far back as the clause goes."""
    clause = max(
        (match.end() for match in re.finditer(r"[,;:]\s|\s(?:and|but|that|while)\s", sentence.text[:at])), default=0
    )
    return frozenset(word.sense for word in sentence.words if clause <= word.start < at)


def same_age(one: Age, other: Age) -> bool:
    """True when two ages can be the same, birthdays apart."""
    return abs(one.months - other.months) <= SLACK


def same_subject(one: Age, other: Age) -> bool:
    """True when one speaks of nothing that the other does not: “the embargo” and “the arms embargo on Vietnam”."""
    small, large = sorted((one.things, other.things), key=len)
    return bool(small) and small <= large
