"""Readers of fields: each turns what was written into a typed value, or reports why not and gives a blank.

A reader never raises and never returns None for a fault: the blank keeps the rest of the file readable, so that
all problems are found in one run. A file with a reported fault is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlsplit

from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.report import Report, Way
from twosource.newsroom.suggest import nearest
from twosource.newsroom.text_file import one_line
from twosource.newsroom.yaml_tree import Quoted, Value

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)

NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""What YAML takes for no value; in quotation marks they are words."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
WHOLE = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)


class Reader(Protocol[T_co]):
    """Reads one value."""

    @property
    def blank(self) -> T_co:
        """Stands in for a value that could not be read."""

    def read(self, value: Value, name: str, way: Way, report: Report) -> T_co:
        """Read the value at the end of a way, which stands under `name`."""


def is_blank(text: str) -> bool:
    """True for what YAML takes for no value, and for nothing but spaces."""
    return not text.strip() or (text in NOTHING and not isinstance(text, Quoted))


def _not_text(value: Value, name: str, wanted: str, way: Way, report: Report) -> None:
    """Report a value that is no text, or a blank one."""
    if isinstance(value, str):
        report.add(way, "missing-value", f"`{name}` has no value.", f"Write {wanted}.")
        return
    shape = "a list" if isinstance(value, list) else "keys with values"
    what = f"`{name}` holds {shape}, but {wanted} is wanted."
    report.add(way, "wrong-type", what, f"Write {wanted} after `{name}:`.")


@dataclass(frozen=True, slots=True)
class Converted(Generic[T]):
    """One value read from text by a parser that gives None for text it does not know."""

    wanted: str
    """What is wanted, with its article: `a date`."""
    parse: Callable[[str], T | None]
    """Parser of the text."""
    blank: T
    """Value that stands in for a fault."""
    hint: str
    """How such a value is written."""
    rule: str = "wrong-type"
    """Rule that a refused text breaks."""
    plain_only: bool = False
    """True when the value must stand without quotation marks, as numbers do."""
    pattern: str = ""
    """Regular expression that every text which `parse` knows matches as a whole; empty where there is none to give."""
    bounds: tuple[float, float] | None = None
    """Least and greatest value of a number; None for what is no number."""

    def read(self, value: Value, name: str, way: Way, report: Report) -> T:
        text = value.strip() if isinstance(value, str) else ""
        if not isinstance(value, str) or not text or (text in NOTHING and is_blank(value)):
            _not_text(value, name, self.wanted, way, report)
            return self.blank
        parsed = self.parse(text)
        if parsed is None or (self.plain_only and isinstance(value, Quoted)):
            hint = self.hint if parsed is None else "Take the quotation marks off."
            report.add(way, self.rule, f"`{name}` is {_shown(value)}, which is not {self.wanted}.", hint)
            return self.blank
        return parsed


def _shown(text: str) -> str:
    short = " ".join(text.split())
    return f"“{short[:60]}…”" if len(short) > 60 else f"“{short}”"


def _text(text: str) -> str | None:
    return one_line(text) or None


def _id(text: str) -> str | None:
    # Thousands of stories name the same few hundred: each is held once.
    return intern(text) if ID.fullmatch(text) else None


COMMON_URL = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9/._~%=&?+,;:@!()*-]*)?", re.ASCII)
"""Addresses that are surely good; others are taken apart, at ten times the cost."""


def _url(text: str) -> str | None:
    if COMMON_URL.fullmatch(text):
        return text
    try:
        parts = urlsplit(text)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        return None
    good = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and port_is_good
    return text if good and not re.search(r"[\s<>\"{}|\\^`\x00-\x1f]", text) else None


def _flag(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


def whole(low: int, high: int) -> Converted[int]:
    """A whole number from `low` to `high`, both included."""

    def parse(text: str) -> int | None:
        return int(text) if WHOLE.fullmatch(text) and len(text) < 10 and low <= int(text) <= high else None

    return Converted(
        f"a whole number from {low} to {high}",
        lru_cache(1024)(parse),
        low,
        f"Write a whole number from {low} to {high}.",
        plain_only=True,
        bounds=(low, high),
    )


def number(low: float, high: float) -> Converted[float]:
    """A decimal number from `low` to `high`, both included."""

    def parse(text: str) -> float | None:
        return float(text) if NUMBER.fullmatch(text) and len(text) < 20 and low <= float(text) <= high else None

    return Converted(
        f"a number from {low:g} to {high:g}",
        parse,
        low,
        f"Write a number from {low:g} to {high:g}, with a point.",
        plain_only=True,
        bounds=(float(low), float(high)),
    )


def _day(text: str) -> PartialDate | None:
    found = _partial_date(text)
    return found if found and found.first == found.last else None


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NO_DATE = PartialDate("", _EPOCH.date(), _EPOCH.date())
NO_MOMENT = Moment("", _EPOCH.date(), _EPOCH, False)
"""Stand in for dates that could not be read: known by their empty text, so that nothing is compared with them."""

TEXT = Converted("text", _text, "", "Write text.")
# Of a name that hundreds of stories give one copy is kept, in what is handed from process to process, too.
IDENT = Converted(
    "an id",
    lru_cache(4096)(_id),
    "",
    "An id is lower-case words and digits joined by hyphens, such as `us-doe`.",
    "bad-id",
    pattern=ID.pattern,
)
URL = Converted(
    "a web address", _url, "", "Write a whole address that begins with https://.", "bad-url", pattern=r"https?://\S+"
)
FLAG = Converted("true or false", _flag, False, "Write true or false.", plain_only=True)
# Stories name the same few days over and over: looked up, a date costs a twentieth of its reading, and is kept once.
_partial_date = lru_cache(4096)(PartialDate.parse)
PARTIAL_DATE = Converted(
    "a date",
    _partial_date,
    NO_DATE,
    "Write 2025, 2025-Q4, 2025-10 or 2025-10-14.",
    "bad-date",
    pattern=r"\d{4}(?:-(?:Q[1-4]|\d\d(?:-\d\d)?))?",
)
DAY = Converted(
    "a day", _day, NO_DATE, "Write a day that exists, such as 2025-10-14.", "bad-date", pattern=r"\d{4}-\d\d-\d\d"
)
MOMENT = Converted(
    "a date",
    lru_cache(4096)(Moment.parse),
    NO_MOMENT,
    "Write 2026-02-19, or 2026-02-19T14:30+01:00 with the zone.",
    "bad-date",
    pattern=r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)? ?(?:Z|[+-]\d\d:?\d\d))?",
)


@dataclass(frozen=True, slots=True)
class Choice(Generic[E]):
    """One word of a closed list."""

    words: type[E]
    """The list."""
    by_text: Mapping[str, E] = field(init=False, repr=False, compare=False)
    """Its words as they are written; in quotation marks too."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_text", {word.value: word for word in self.words})

    @property
    def blank(self) -> E:
        return next(iter(self.words))

    def read(self, value: Value, name: str, way: Way, report: Report) -> E:
        word = self.by_text.get(value) if isinstance(value, str) else None
        return self._unknown(value, name, way, report) if word is None else word

    def _unknown(self, value: Value, name: str, way: Way, report: Report) -> E:
        """Report a value that is no word of the list; gives the one that was probably meant."""
        allowed = ", ".join(self.by_text)
        if not isinstance(value, str) or is_blank(value):
            _not_text(value, name, f"one of {allowed}", way, report)
            return self.blank
        near = nearest(value, self.by_text)
        what = f"`{name}` is {_shown(value)}, which is not one of its words."
        report.add(way, "unknown-word", what, f"Did you mean `{near}`?" if near else f"Write one of: {allowed}.")
        return self.words(near) if near else self.blank
