"""Figures in running text, in one form: 1 billion = 1bn = 1,000 million; two years = 24 months; 30 % = 30 per cent.

Only figures that state something are read: numbers that are part of a name (Section 232, G20, Boeing 737) are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import prod

from twosource.newsroom.written_dates import MONTHS, WRITTEN, dates_in
from twosource.verification.figure_words import CODES, CURRENCIES, NAMES, SCALES, SIGNS, WORDS


class Measure(StrEnum):
    """What a figure is a figure of."""

    MONEY = "amount"
    PERCENT = "percentage"
    MONTHS = "period in months"
    DAYS = "period in days"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in its normal form."""

    measure: Measure
    """What it measures."""
    value: str
    """Decimal number without trailing zeros; for dates the ISO text, `--07-06` when the year is not said."""
    unit: str
    """Currency code for amounts, `points` for percentage points, else empty."""
    text: str
    """As written."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two figures the same."""
        return self.measure.value, self.value, self.unit


PERIODS = {
    "day": (Measure.DAYS, 1),
    "week": (Measure.DAYS, 7),
    "month": (Measure.MONTHS, 1),
    "year": (Measure.MONTHS, 12),
    "decade": (Measure.MONTHS, 120),
}
"""Periods, as so many of a shorter one."""


def _any(words: Iterable[str]) -> str:
    """Pattern for any of these, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_WORD = rf"(?:{_any(WORDS)})"
_COUNTED = rf"{_WORD}(?:-{_WORD})?"
_NUMBER = (
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|{_WORD} hundred and {_COUNTED}|{_COUNTED}"
    r"|(?:half |(?<!half )(?<!of ))an?(?=\s(?:dozen|hundred|thousand|million|billion|trillion)\b)"
)
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion|mn|bn|tn|[kmb](?![a-z]))"
FIGURE = re.compile(
    rf"(?:(?<![A-Za-z])(?P<sign>{_any((*SIGNS, *CODES))})\s?|(?<![\w.,]))(?P<number>{_NUMBER})"
    rf"(?:[\s-]?(?P<scale>{_SCALE}(?:\s{_SCALE})?)\b)?"
    r"(?:[\s-]?(?P<percent>%|percent\b|per\s?cent\b|pc\b|pct\b)|[\s-](?P<points>percentage[\s-]points?\b)"
    rf"|[\s-](?P<currency>(?:{_any((*CURRENCIES, *CODES))})s?)\b"
    r"|[\s-](?P<period>day|week|month|year|decade)s?\b)?",
    re.I,
)
"""One figure: a sign, a number, its scale, and what it counts."""

_MONTH = _any(MONTHS)
YEARLESS = re.compile(
    rf"\b(?:(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\s+\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\b(?!\.?,?\s+\d{{4}}))",
    re.I,
)
"""A day and month without the year."""


def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure that a text states, in order of kind: dates first, then numbers."""
    return (*_dates(text), *_numbers(_blanked(text)))


def _blanked(text: str) -> str:
    """The text with dates and numbered names blotted out, so that their digits are no figures."""
    for pattern in (WRITTEN, YEARLESS, NAMES):
        text = pattern.sub(lambda match: "\x00" * len(match[0]), text)
    return text


def _dates(text: str) -> Iterator[Figure]:
    for date in dates_in(text):
        yield Figure(Measure.DATE, date.text, "", date.text)
    for match in YEARLESS.finditer(WRITTEN.sub(lambda found: "\x00" * len(found[0]), text)):
        month = MONTHS[(match["m"] or match["m2"]).lower()]
        yield Figure(Measure.DATE, f"--{month:02d}-{int(match['d'] or match['d2']):02d}", "", match[0])


def _numbers(text: str) -> Iterator[Figure]:
    for match in FIGURE.finditer(text):
        after = text[match.end() : match.end() + 1]
        if after.isalnum() or (after == "'" and not match["percent"]) or _is_article(match, text):
            continue
        yield _figure(match)


def _is_article(match: re.Match[str], text: str) -> bool:
    """“One of the …”, “no one”: a word, not a count."""
    return match["number"].lower() in ("one", "zero") and match[0].strip() == match["number"]


def _figure(match: re.Match[str]) -> Figure:
    value = _value(match["number"]) * _scale(match["scale"] or "")
    written = match[0].strip()
    if match["percent"] or match["points"]:
        return Figure(Measure.PERCENT, _plain(value), "points" if match["points"] else "", written)
    if match["sign"] or match["currency"]:
        return Figure(Measure.MONEY, _plain(value), _currency(match["sign"] or match["currency"]), written)
    if match["period"]:
        measure, factor = PERIODS[match["period"].lower()]
        return Figure(measure, _plain(value * factor), "", written)
    return Figure(Measure.NUMBER, _plain(value), "", written)


def _value(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(re.sub(r"[^\d.]", "", text))
    if text.lower().removeprefix("half ") in ("a", "an"):
        return Decimal("0.5") if text.lower().startswith("half") else Decimal(1)
    hundreds, _, rest = text.lower().rpartition(" hundred and ")
    return Decimal(100 * WORDS.get(hundreds, 0) + sum(WORDS[part] for part in rest.split("-")))


def _scale(text: str) -> int:
    return prod(SCALES[part] for part in text.lower().split())


def _currency(text: str) -> str:
    name = text.lower()
    return SIGNS.get(name) or CURRENCIES.get(name) or CURRENCIES.get(name.removesuffix("s")) or name[:3].upper()


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def missing_figures(fact: str, quotes: tuple[str, ...]) -> tuple[Figure, ...]:
    """Figures of a fact that stand in none of its quotes."""
    known = [figure for quote in quotes for figure in figures_in(quote)]
    if any(LONE_ONE.search(quote) for quote in quotes):
        known.append(Figure(Measure.NUMBER, "1", "", "one"))
    return tuple(figure for figure in figures_in(fact) if not any(carries(other, figure) for other in known))


LONE_ONE = re.compile(r"\bone\b", re.I)
"""No count where it is stated, and yet it carries one."""


def carries(quoted: Figure, stated: Figure) -> bool:
    """True when a quoted figure says what the stated one says.

    A quoted day carries its month and its year; where one of the two leaves the year out, day and month decide.
    """
    if quoted.key == stated.key:
        return True
    if quoted.measure is not Measure.DATE:
        return False
    if stated.measure is Measure.NUMBER:
        return YEAR.fullmatch(stated.text) is not None and quoted.value.startswith(stated.value)
    if stated.measure is not Measure.DATE:
        return False
    if "--" in (quoted.value[:2], stated.value[:2]):
        return len(quoted.value) >= 7 and quoted.value[-6:] == stated.value[-6:]
    return quoted.value.startswith(stated.value)


YEAR = re.compile(r"1[5-9]\d\d|20\d\d", re.ASCII)
"""A bare number that is a year."""
