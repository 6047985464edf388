"""Dates as writers give them: a day, a moment with its zone, or only as much as is known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

PARTIAL = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?", re.ASCII)
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?) ?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, quarter, month or day; the precision that was written is kept."""

    text: str
    """As written and as machines read it, apart from quarters: `2025`, `2025-Q4`, `2025-10`, `2025-10-14`."""
    first: date
    """First day that the text covers."""
    last: date
    """Last day that the text covers."""

    @classmethod
    def parse(cls, text: str) -> PartialDate | None:
        """Read one of the four forms; None when the text is none of them or no such day exists."""
        match = PARTIAL.fullmatch(text)
        if match is None or match["year"] == "0000":
            return None
        first_month, last_month = _months(match["quarter"], match["month"])
        year = int(match["year"])
        try:
            first = date(year, first_month, int(match["day"] or 1))
        except ValueError:
            return None
        last = first if match["day"] else date(year, last_month, monthrange(year, last_month)[1])
        return cls(text, first, last)

    @classmethod
    def of_day(cls, day: date) -> PartialDate:
        """The partial date that covers just this day."""
        return cls(day.isoformat(), day, day)

    def meets(self, other: PartialDate) -> bool:
        """True when the two can be the same day: their spans overlap."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is published: a day, or a point of time with its zone."""

    text: str
    """As written."""
    day: date
    """The day in the writer's own zone: the one that is printed."""
    instant: datetime
    """UTC; a plain day begins at midnight UTC."""
    exact: bool
    """True when a time of day was written."""

    @classmethod
    def parse(cls, text: str) -> Moment | None:
        """Read `2026-02-19` or `2026-02-19T14:30+01:00`; None for anything else, a time without zone included."""
        match = MOMENT.fullmatch(text)
        if match is None or (match[2] is not None and match[3] is None):
            return None
        try:
            day = date.fromisoformat(match[1])
            if match[2] is None:
                return cls(text, day, datetime.combine(day, time(), UTC), False)
            zoned = datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3].replace('Z', '+00:00')}")
            return cls(text, day, zoned.astimezone(UTC), True)
        except (ValueError, OverflowError):
            return None


def _months(quarter: str | None, month: str | None) -> tuple[int, int]:
    if quarter:
        return int(quarter) * 3 - 2, int(quarter) * 3
    return (int(month), int(month)) if month and 1 <= int(month) <= 12 else (1, 12) if not month else (13, 13)
