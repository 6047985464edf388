"""Dates that stand in running English text."""

from __future__ import annotations

import re

from twosource.newsroom.late import late
from twosource.newsroom.moments import PartialDate

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Names of the months, written out because those of `calendar` follow the machine's locale."""

MONTHS = {form.lower(): n for n, name in enumerate(MONTH_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
"""Numbers of the months by their names and short forms, in small letters."""

VERBS = ("may", "march")
"""Months when they have a capital."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_AND = r"(?:\s*[-–—]\s*|\s+(?:to|and|or)\s+)"
ISO = r"(?P<iso>\b\d{4}-(?:Q[1-4]|\d\d(?:-\d\d)?)\b)"
DAYS_FIRST = rf"\b{_DAY}{_AND}{_DAY}\s+(?:of\s+)?(?P<m4>{_MONTH})\.?,?\s+(?P<y4>\d{{4}})\b"
MONTH_DAYS = rf"\b(?P<m5>{_MONTH})\.?\s+{_DAY}{_AND}{_DAY},?\s+(?P<y5>\d{{4}})\b"
DAY_FIRST = rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>\d{{4}})\b"
MONTH_FIRST = rf"\b(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
MONTH_YEAR = rf"\b(?P<m3>{_MONTH})\.?,?\s+(?P<y3>\d{{4}})\b"
WRITTEN = late("|".join((ISO, DAYS_FIRST, MONTH_DAYS, DAY_FIRST, MONTH_FIRST, MONTH_YEAR)), re.I)


def dates_in(text: str) -> tuple[PartialDate, ...]:
    """Dates with a year that the text names, in order; of two days in one month, the month.

    A bare year is none, for it may be a count; “2011-12” is none, for it may be two years.
    """
    return tuple(date for match in WRITTEN.finditer(text) if (date := _date(match)))


def _date(match: re.Match[str]) -> PartialDate | None:
    if match["iso"]:
        return None if _two_years(match["iso"]) else PartialDate.parse(match["iso"].upper())
    day = match["d1"] or match["d2"]
    name = next(match[group] for group in ("m1", "m2", "m3", "m4", "m5") if match[group])
    # A pattern that ignores case also lets letters such as the long s pass, which no month is written with.
    month = 0 if name in VERBS else MONTHS.get(name.lower(), 0)
    year = next(match[group] for group in ("y1", "y2", "y3", "y4", "y5") if match[group])
    return PartialDate.parse(f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else ""))


def _two_years(text: str) -> bool:
    return len(text) == 7 and text[5:].isdecimal() and int(text[5:]) == (int(text[2:4]) + 1) % 100
