"""Reads the figures of a sentence: dates, times and ranks first, then numbers in what is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from twosource.newsroom.late import late
from twosource.verification.figures import patterns, triggers
from twosource.verification.figures.bounds import AFTER, BEFORE, ENDINGS, LEADING, SPATIAL, TRAILING
from twosource.verification.figures.calendar import reckoned_dates, written_dates, years
from twosource.verification.figures.figure import Bound, Figure, Measure, Role
from twosource.verification.figures.number_words import NAMES
from twosource.verification.figures.numbers import numbers
from twosource.verification.figures.units import PERIODS, UNITS
from twosource.verification.figures.words_of_size import fractions, multiples, ranks, scores, sizes, times_of_day

BLOT = "\x00"
PERIOD = (Measure.MONTHS, Measure.SECONDS)


class Reader(NamedTuple):
    """One way of reading figures, and the signs without which it finds none."""

    read: Callable[[str], Iterator[Figure]]
    """Gives the figures of a text."""
    words: frozenset[str]
    """Words of which one is enough."""
    marks: re.Pattern[str] | None = None
    """What is enough without them, in a text in small letters."""

    def worth_trying(self, words: frozenset[str], low: str) -> bool:
        """True for a text with one of the signs; `words` are its triggers."""
        return not self.words.isdisjoint(words) or (self.marks is not None and self.marks.search(low) is not None)


READERS = (
    Reader(times_of_day, triggers.TIMES_OF_DAY, triggers.CLOCK),
    Reader(fractions, triggers.FRACTIONS, triggers.SO_MANY_IN),
    Reader(multiples, triggers.FOLDS),
    Reader(ranks, triggers.RANKS),
    Reader(scores, frozenset(), triggers.AGAINST),
    Reader(numbers, triggers.COUNTED, triggers.DIGIT),
    Reader(sizes, triggers.SIZES),
)
"""What is read from the rest, in this order; what one has read the next does not see."""


def figures_in(text: str, published: date | None = None) -> tuple[Figure, ...]:
    """Every figure of a sentence, folded as `fingerprint.fold` does, in the order written.

    With the day of publication, days of the week and “last year” become dates.
    """
    text = triggers.plain_letters(text)
    low = text.lower()
    letters = triggers.letters_in(low)
    words = letters & triggers.ANY
    digits = triggers.DIGIT.search(low) is not None
    if not words and not digits:
        return ()
    found = list(written_dates(text, low)) if digits else []
    rest = _blotted(text, found)
    if triggers.may_name(letters, low):
        rest = NAMES.sub(lambda name: BLOT * len(name[0]), rest)
    for reader in (years, *(one.read for one in READERS if one.worth_trying(words, low))):
        fresh = list(reader(rest))
        found += fresh
        rest = _blotted(rest, fresh)
    found += reckoned_dates(rest, published) if words & triggers.DAYS else ()
    if len(found) < 2:
        return tuple([_bounded(one, text) for one in found])
    ordered = sorted([_bounded(one, text) for one in found], key=lambda one: one.start)
    return tuple(_joined_periods(_carried_units(_shared_units(ordered, text), text), text))


def _blotted(text: str, found: list[Figure]) -> str:
    for one in found:
        text = text[: one.start] + BLOT * (one.end - one.start) + text[one.end :]
    return text


def _bounded(figure: Figure, text: str) -> Figure:
    """The figure with the bound and the role that the words around it give."""
    if figure.measure in (Measure.DATE, Measure.ORDINAL, Measure.SCORE, Measure.VAGUE, Measure.TIME):
        return figure
    before = text[max(0, figure.start - 30) : figure.start]
    last_words = triggers.lowered(before.rstrip())
    leading = LEADING.search(before) if last_words.endswith(ENDINGS) else None
    trailing = TRAILING.match(text, figure.end)
    bound, loose = Bound.EXACT, False
    if leading:
        bound = BEFORE[leading["word"].lower()]
        spanning = figure.measure in PERIOD or SPATIAL.search(before[: leading.start()]) is not None
        loose = leading["word"].lower() == "over" and spanning
    elif trailing:
        bound = AFTER[trailing["word"].lower()]
    role = _role(figure, text, last_words) if figure.low == figure.high else Role.PLAIN
    return figure._replace(bound=bound, loose=loose, role=role)


NEAR = 70
"""Characters from an old value within which the word of change or the new value stands."""


def _role(figure: Figure, text: str, last_words: str) -> Role:
    """Old value, new value or step: only beside a word of change, or where the two values stand side by side."""
    step = patterns.LOWER.match(text, figure.end) is not None
    if not last_words.endswith(patterns.LAST_WORDS):
        return Role.STEP if step else Role.PLAIN
    before = text[: figure.start]
    tail = before[-40:]
    if "from" in tail and patterns.OLD.search(tail):
        return Role.BEFORE
    beside = text[max(0, figure.start - NEAR) : figure.end + NEAR]
    if patterns.BEFORE.search(tail) and (patterns.CHANGE.search(before[-NEAR:]) or patterns.TO_NUMBER.search(beside)):
        return Role.BEFORE
    if patterns.AFTER.search(tail) and (patterns.CHANGE.search(before) or patterns.FROM_NUMBER.search(text)):
        return Role.AFTER
    return Role.STEP if step or patterns.STEP.search(tail) else Role.PLAIN


SHARES = late(r"\s*(?:,|,?\s*(?:and|or)|/)\s*$")
SHARED = (Measure.PERCENT, Measure.POINTS, Measure.MONTHS, Measure.SECONDS, Measure.QUANTITY)


def _shared_units(figures: list[Figure], text: str) -> list[Figure]:
    """“25 and 10 percent”: a bare number takes the unit of the one that it is coordinated with."""
    for n in range(len(figures) - 2, -1, -1):
        one, other = figures[n], figures[n + 1]
        between = text[one.end : other.start]
        if one.measure is Measure.NUMBER and other.measure in SHARED and SHARES.fullmatch(between):
            worth = other.low / max(1.0, float(other.text.split()[0].rstrip("%-") or 1)) if _plain(other) else 1.0
            figures[n] = one._replace(
                measure=other.measure,
                low=one.low * worth,
                high=one.high * worth,
                unit=other.unit,
                written=other.written,
                step=one.step * worth,
            )
    return figures


ALONE = late(r"\s*(?:[.,;)]|$)")
OR = late(r"[^.;]{0,16}?\s(?:or|and|versus)\s(?:as\s)?(?:\w+\s){0,2}$")


def _carried_units(figures: list[Figure], text: str) -> list[Figure]:
    """“5 million barrels a day or roughly 5.7 million”: a bare number takes the unit of the quantity before it."""
    for n in range(1, len(figures)):
        one, other = figures[n], figures[n - 1]
        bare = one.measure is Measure.NUMBER and other.measure is Measure.QUANTITY and ALONE.match(text, one.end)
        if bare and OR.fullmatch(text[other.end : one.start]):
            worth = UNITS[other.written][1]
            figures[n] = one._replace(
                measure=other.measure,
                low=one.low * worth,
                high=one.high * worth,
                unit=other.unit,
                per=other.per,
                written=other.written,
                step=one.step * worth,
            )
    return figures


AND_MORE = late(r",?\s(?:and\s)?")


def _joined_periods(figures: list[Figure], text: str) -> list[Figure]:
    """“An hour and 20 minutes”: one period in two units."""
    joined: list[Figure] = []
    for one in figures:
        last = joined[-1] if joined else None
        if last and _goes_on(last, one) and AND_MORE.fullmatch(text[last.end : one.start]):
            said = text[last.start : one.end]
            low, high = last.low + one.low, last.high + one.high
            joined[-1] = last._replace(low=low, high=high, step=one.step, written=one.written, text=said, end=one.end)
        else:
            joined.append(one)
    return joined


def _goes_on(last: Figure, one: Figure) -> bool:
    """True for a period and another in a smaller unit, both plain."""
    plain = one.measure is last.measure and one.measure in PERIOD and one.exact and last.low == last.high
    return plain and PERIODS[one.written][1] < PERIODS[last.written][1] and "-" not in one.text + last.text


PLAIN = late(r"\d+(?:\.\d+)?(?=[\s%-])")


def _plain(figure: Figure) -> bool:
    """True when the figure's text begins with plain digits, so that the worth of its unit can be told."""
    return PLAIN.match(figure.text) is not None
