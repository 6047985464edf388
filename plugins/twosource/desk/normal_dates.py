"""Dates in normal form: what can be meant in one way only is written so, everything else is left to its writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from twosource.newsroom.fields import DAY, MOMENT, PARTIAL_DATE, Converted, Reader
from twosource.newsroom.records import ListOf, MapOf, Record
from twosource.newsroom.written_dates import MONTHS
from twosource.newsroom.yaml_tree import Entries, Items, Node, Scalar

DATES: tuple[Converted[Any], ...] = (DAY, MOMENT, PARTIAL_DATE)
"""Readers of dates."""

YEAR_FIRST = re.compile(r"(?P<y>\d{4})(?P<sign>[-/.])(?P<m>\d\d?)(?:(?P=sign)(?P<d>\d\d?))?", re.ASCII)
QUARTER = re.compile(r"(?P<y>\d{4})[- ]?Q(?P<q>[1-4])|Q(?P<q2>[1-4])[- ]?(?P<y2>\d{4})", re.ASCII | re.I)
WORDS = re.compile(
    r"(?:(?P<d>\d\d?)(?:st|nd|rd|th)? )?(?P<m>[A-Za-z]{3,9})\.?(?: (?P<d2>\d\d?)(?:st|nd|rd|th)?)?,? (?P<y>\d{4})",
    re.ASCII,
)
TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)? ?(Z|[+-]\d\d):?(\d\d)?", re.ASCII)


def dated(reader: Reader[Any], node: Node) -> Iterator[tuple[Scalar, Converted[Any]]]:
    """Every value of a file in whose place a date is wanted, with its reader."""
    match reader, node:
        case Converted(), Scalar():
            if reader in DATES:
                yield node, reader
        case Record(), Entries():
            for key in reader.keys:
                if (value := node.get(key.name)) is not None:
                    yield from dated(key.reader, value)
        case ListOf(), Items():
            for item in node.items:
                yield from dated(reader.item, item)
        case MapOf(), Entries():
            for _, value in node.pairs:
                yield from dated(reader.value, value)


def normal(text: str, reader: Converted[Any]) -> str:
    """A date as the house writes it; the text itself where it is so already, or may mean several things."""
    timed = TIMED.fullmatch(text) if reader is MOMENT else None
    found = _timed(timed) if timed else _read(text)
    return found if found and reader.parse(found) is not None else text


def _timed(found: re.Match[str]) -> str:
    day, minute, second, zone, rest = found.groups()
    seconds = "" if second in (None, ":00") else second
    return f"{day}T{minute}{seconds}{zone}{'' if zone == 'Z' else ':'}{rest or ''}"


def _read(text: str) -> str:
    if found := QUARTER.fullmatch(text):
        return f"{found['y'] or found['y2']}-Q{found['q'] or found['q2']}"
    if found := YEAR_FIRST.fullmatch(text):
        return _joined(found["y"], int(found["m"]), found["d"])
    found = WORDS.fullmatch(text)
    month = MONTHS.get(found["m"].lower()) if found else None
    if not found or not month or (found["d"] and found["d2"]):
        return ""
    return _joined(found["y"], month, found["d"] or found["d2"])


def _joined(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}{f'-{int(day):02}' if day else ''}"
