"""Figures in running text, in one form: 1 billion = 1bn = 1,000 million; two years = 24 months; 30 % = 30 per cent.

Only figures that state something are read: numbers that are part of a name (Section 232, G20, Boeing 737) are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from twosource.newsroom.written_dates import MONTHS, WRITTEN, dates_in


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
    """Currency code for amounts, else empty."""
    text: str
    """As written."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two figures the same."""
        return self.measure.value, self.value, self.unit


WORDS = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: n
    for n, word in zip(
        range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True
    )
}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
}
CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "pound": "GBP",
    "pounds": "GBP",
    "¥": "JPY",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "c$": "CAD",
}
PERIODS = {
    "day": (Measure.DAYS, 1),
    "week": (Measure.DAYS, 7),
    "month": (Measure.MONTHS, 1),
    "year": (Measure.MONTHS, 12),
    "decade": (Measure.MONTHS, 120),
}

_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_SCALE = r"hundred|thousand|million|billion|trillion|mn|bn|tn|[kmb](?![a-z])"
FIGURE = re.compile(
    rf"(?P<sign>US\$|C\$|[$€£¥])?\s?(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORD})(?:-(?:{_WORD}))?)"
    rf"(?:[\s-]?(?P<scale>{_SCALE})\b)?"
    r"(?:[\s-]?(?P<percent>%|percent\b|per\s?cent\b|percentage\s+points?\b)"
    r"|[\s-](?P<currency>dollars?|euros?|pounds?|yen|yuan|renminbi|USD)\b"
    r"|[\s-](?P<period>day|week|month|year|decade)s?\b)?",
    re.I,
)
NAMES = re.compile(
    r"\b(?:Section|Sec\.|Article|Chapter|Title|Rule|Resolution|Phase|Boeing|Airbus|Executive Order|No\.|Group of|Level"
    r"|Annex|Part)\s+\d[\w.-]*",
    re.I,
)
YEARLESS = re.compile(
    rf"\b(?:(?P<m>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?\s+(?P<d>\d{{1,2}})(?!\d|,?\s+\d{{4}})|"
    rf"(?P<d2>\d{{1,2}})\s+(?P<m2>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b(?!\s+\d{{4}}))",
    re.I,
)


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
    lone = not any(match[part] for part in ("sign", "scale", "percent", "currency", "period"))
    return match["number"].lower() in ("one", "zero") and lone


def _figure(match: re.Match[str]) -> Figure:
    value = _value(match["number"]) * SCALES.get((match["scale"] or "").lower(), 1)
    written = match[0].strip()
    money = match["sign"] or match["currency"]
    if match["percent"]:
        return Figure(Measure.PERCENT, _plain(value), "", written)
    if money:
        return Figure(Measure.MONEY, _plain(value), CURRENCIES[money.lower()], written)
    if match["period"]:
        measure, factor = PERIODS[match["period"].lower()]
        return Figure(measure, _plain(value * factor), "", written)
    return Figure(Measure.NUMBER, _plain(value), "", written)


def _value(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    return Decimal(sum(WORDS[part] for part in text.lower().split("-")))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def missing_figures(fact: str, quotes: tuple[str, ...]) -> tuple[Figure, ...]:
    """Figures of a fact that stand in none of its quotes."""
    known = [figure for quote in quotes for figure in figures_in(quote)]
    return tuple(figure for figure in figures_in(fact) if not any(carries(other, figure) for other in known))


def carries(quoted: Figure, stated: Figure) -> bool:
    """True when a quoted figure says what the stated one says.

    A quoted day without a year carries the same day of any year.
    """
    if quoted.key == stated.key:
        return True
    if quoted.measure is not Measure.DATE or stated.measure is not Measure.DATE:
        return False
    return (
        quoted.value[2:] == stated.value[4:] if quoted.value.startswith("--") else quoted.value.startswith(stated.value)
    )
