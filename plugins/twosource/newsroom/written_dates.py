"""Dates that stand in running English text."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name

from twosource.newsroom.moments import PartialDate

_NUMBERS = {name.lower(): n for names in (month_name, month_abbr) for n, name in enumerate(names) if name}
MONTHS = {**_NUMBERS, "sept": 9}
"""English month names and their short forms."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
ISO = r"(?P<iso>\b\d{4}-(?:Q[1-4]|\d\d(?:-\d\d)?)\b)"
DAY_FIRST = rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\.?,?\s+(?P<y1>\d{{4}})\b"
MONTH_FIRST = rf"\b(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
MONTH_YEAR = rf"\b(?P<m3>{_MONTH})\.?,?\s+(?P<y3>\d{{4}})\b"
WRITTEN = re.compile("|".join((ISO, DAY_FIRST, MONTH_FIRST, MONTH_YEAR)), re.I)


def dates_in(text: str) -> tuple[PartialDate, ...]:
    """Dates with a year that the text names, in order; a bare year is none, for it may be a count."""
    return tuple(date for match in WRITTEN.finditer(text) if (date := _date(match)))


def _date(match: re.Match[str]) -> PartialDate | None:
    if match["iso"]:
        return PartialDate.parse(match["iso"].upper())
    day = match["d1"] or match["d2"]
    month = MONTHS[(match["m1"] or match["m2"] or match["m3"]).lower()]
    year = match["y1"] or match["y2"] or match["y3"]
    return PartialDate.parse(f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else ""))
