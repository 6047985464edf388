"""Dates in a sentence: written ones, days of the week and “last year” by the day of publication, bare years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from twosource.newsroom.late import late
from twosource.newsroom.written_dates import MONTHS, WRITTEN, dates_in
from twosource.verification.figures.figure import Bound, Figure, Measure, Role
from twosource.verification.figures.number_words import any_of
from twosource.verification.figures.triggers import DATE, FOUR_DIGITS

_MONTH = any_of(MONTHS)
YEARLESS = late(
    rf"\b(?:(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\s+\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\b(?!\.?,?\s+\d{{4}}))",
    re.I,
)
"""A day and month without the year."""

LAST_DAY = late(r"\s?(?:-|to|through|until|and)\s?(?P<day>\d{1,2})(?!\d|[\w,.]\d|\s?%|\s[a-z])")
"""The second day of a span, as in “Sept. 8 through 22”."""

BARE_MONTH = late(
    r"\b(?:January|February|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\."
    r"|Nov\.|Dec\.|(?:(?:in|since|by|until|last|next|this|early|late|of)\s|mid-\s?)(?:March|May))(?!\w|\s?\d)"
)
"""A month alone; March and May only where they cannot be verbs."""

CAPITALISED = late(r"[A-Z][a-z]+")

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = late(rf"\b(?:(?P<which>last|next|this|on)\s)?(?P<day>{'|'.join(DAYS)})\b", re.I)
NEAR = late(r"\b(?P<near>today|yesterday|tomorrow|tonight|(?P<which>last|this|next)\s(?P<unit>year|month))\b", re.I)
YEAR = late(
    r"(?:(?<![\w$€£¥.,-])|(?<=mid-)|(?<=late-)|(?<=early-)|(?<=pre-)|(?<=post-)|(?<=FY))(?P<year>1[5-9]\d\d|20\d\d)"
    r"(?![a-z])(?:'s)?(?![\w,]*\d|\s?%|-\w*year)(?!-\d{3})",
    re.ASCII,
)
"""Four digits that can be a year."""

YEARS = late(
    r"(?<![\w$€£¥.,-])(?P<first>(?:1[5-9]|20)\d\d)\s?-\s?(?P<last>(?:1[5-9]|20)?\d\d)(?![\w%-]|[.,]\d)", re.ASCII
)
"""Two years with a dash between them."""

DECADE = late(r"(?<![\w$€£¥.,-])(?P<decade>(?:1[5-9]|20)\d)0'?s\b", re.ASCII)
"""The 1990s; as a date its first three digits."""

FISCAL = late(r"\b(?:(?:fiscal|financial|budget)(?:\syear)?|FY)\s?$", re.I)
FISCAL_BEHIND = late(r"\s(?:fiscal|financial|budget)\syear\b", re.I)

COUNTS = late(r"\s(?:of the |new |more |other |[a-z]+ )?(?!(?:has|was|is|this|as|his|its|news)\b)[a-z]{3,}s\b")
MANY = late(r"\s(?:[A-Z][a-z]+ )?(?!election|game|olympic|campaign|census)[a-z]{2,}[^s\W]s\b")
"""After a round number, a noun in the plural that no year stands before."""

IN = late(
    r"(?:\b(?:in|since|of|from|by|fiscal|year|until|till|through|during|to|the|a|an|and|for|before|after|between|mid|late"
    r"|early|around|about|than|FY|fall|spring|summer|winter|back|-)|[(,'])\s?$",
    re.I,
)
FUTURE = late(
    r"\b(?:will|would|set to|due|next|scheduled|expected|begins?|starts?|takes?|take effect|plan(?:s|ned)?|to be|until"
    r"|deadline|by|coming|ahead of|before|could|may|from)\b",
    re.I,
)


def dated(days: tuple[str, ...], text: str, start: int) -> Figure:
    """A date as a figure."""
    return Figure(Measure.DATE, 0, 0, "", "", Bound.EXACT, Role.PLAIN, 0, days, "", text, start, start + len(text))


def written_dates(text: str, low: str) -> Iterator[Figure]:
    """Dates with day or month in words or in ISO form; `low` is the text in small letters."""
    first_place = DATE.search(low)
    if first_place is None:
        return
    for match in WRITTEN.finditer(text, first_place.start()):
        for day in _days_of(match[0]):
            yield dated((day,), match[0], match.start())
    for match in YEARLESS.finditer(text, first_place.start()):
        month, first = MONTHS.get((match["m"] or match["m2"]).lower(), 0), match["d"] or match["d2"]
        yield from _yearless(month, first, match[0], match.start())
        if last := LAST_DAY.match(text, match.end()):
            yield from _yearless(month, last["day"], last["day"], last.start("day"))


@lru_cache(maxsize=4096)
def _days_of(written: str) -> tuple[str, ...]:
    """Dates of one match as ISO texts: many facts of a hub tell of the same months."""
    return tuple(day.text for day in dates_in(written))


def _yearless(month: int, day: str, text: str, start: int) -> Iterator[Figure]:
    if 0 < int(day) < 32:
        yield dated((f"--{month:02d}-{int(day):02d}",), text, start)


def years(text: str) -> Iterator[Figure]:
    """Four digits that stand for a year and count nothing, spans of years, and decades."""
    if not FOUR_DIGITS.search(text):
        return
    spans = [match for match in YEARS.finditer(text) if int(_last_year(match)) > int(match["first"])]
    for match in spans:
        yield dated((match["first"],), match["first"], match.start("first"))
        yield dated((_last_year(match),), match["last"], match.start("last"))
    for match in DECADE.finditer(text):
        yield dated((match["decade"],), match[0], match.start())
    for match in YEAR.finditer(text):
        if not _counts(match, text) and not any(span.start() <= match.start() < span.end() for span in spans):
            yield _fiscal(dated((match["year"],), match["year"], match.start()), text)


def _last_year(match: re.Match[str]) -> str:
    """The second year of a span, its century too: 2018-19."""
    return match["first"][: 4 - len(match["last"])] + match["last"]


def _fiscal(year: Figure, text: str) -> Figure:
    """A year of accounts is none of the calendar."""
    named = FISCAL.search(text[: year.start]) or FISCAL_BEHIND.match(text, year.end)
    return year._replace(unit="fiscal") if named else year


def _counts(match: re.Match[str], text: str) -> bool:
    """True where the digits are a number of things after all."""
    if match["year"].endswith("00") and MANY.match(text, match.end()):
        return True
    return COUNTS.match(text, match.end()) is not None and not IN.search(text[: match.start()])


def reckoned_dates(text: str, published: date | None) -> Iterator[Figure]:
    """Days of the week, months alone, and “yesterday”: what they mean depends on the day of publication."""
    for match in BARE_MONTH.finditer(text):
        name = CAPITALISED.findall(match[0])[-1].lower()
        yield dated((f"--{MONTHS[name]:02d}",), match[0], match.start())
    if published is None:
        return
    for match in WEEKDAY.finditer(text):
        ahead = match["which"] in ("next", "this") or FUTURE.search(text) is not None
        yield dated(_weekday(DAYS.index(match["day"].lower()), published, ahead), match["day"], match.start("day"))
    for match in NEAR.finditer(text):
        yield dated((_near(match, published),), match[0], match.start())


def _weekday(wanted: int, published: date, ahead: bool) -> tuple[str, ...]:
    back = published - timedelta((published.weekday() - wanted) % 7)
    forth = published + timedelta((wanted - published.weekday()) % 7)
    return tuple(dict.fromkeys(day.isoformat() for day in ((back, forth) if ahead else (back,))))


def _near(match: re.Match[str], published: date) -> str:
    word = match["near"].lower()
    if match["unit"] is None:
        return (published + timedelta({"yesterday": -1, "tomorrow": 1}.get(word, 0))).isoformat()
    way = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["unit"].lower() == "year":
        return str(published.year + way)
    months = published.year * 12 + published.month - 1 + way
    return f"{months // 12}-{months % 12 + 1:02d}"


def _parts(day: str) -> tuple[str, str, str]:
    """Year, month and day of an ISO text; empty where it does not say."""
    year, month, of_month = (("", *day[2:].split("-")) if day.startswith("--") else tuple(day.split("-"))) + ("",) * (
        3 - len(day.removeprefix("--").split("-")) - day.startswith("--")
    )
    return year, month, of_month


def same_day(quoted: str, stated: str) -> bool:
    """True when a quoted date says the stated one; a day carries its month and year, and may leave the year out."""
    said, wanted = _parts(quoted), _parts(stated)
    years = said[0] == wanted[0] or not wanted[0] or (not said[0] and bool(said[2])) or _in_decade(said[0], wanted[0])
    return years and all(not part or part == known for known, part in zip(said[1:], wanted[1:], strict=True))


def _in_decade(year: str, decade: str) -> bool:
    return len(decade) == 3 and year.startswith(decade)


def days_apart(a: str, b: str) -> bool:
    """True when two dates exclude each other."""
    return any(
        one and other and one != other and not _in_decade(one, other) and not _in_decade(other, one)
        for one, other in zip(_parts(a), _parts(b), strict=True)
    )
