"""The sheet that a chart is drawn on: days across in percent, values up in pixels, ticks along the foot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

PLACES = 3
"""Digits of a place across: a hundredth of a pixel on the widest screen."""


@dataclass(frozen=True, slots=True)
class Size:
    """The height of a chart, in pixels."""

    name: str
    """Its name in the styles."""
    head: int
    """Room for flags above the plot."""
    plot: int
    """Height of the scale."""
    foot: int
    """Room for the ticks below it."""


LARGE, MEDIUM, SMALL = Size("large", 34, 160, 26), Size("medium", 16, 112, 26), Size("small", 30, 56, 24)
LANES = Size("lanes", 6, 128, 26)
SPARK = Size("spark", 6, 22, 2)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the left edge to the right one."""

    first: date
    """First day."""
    last: date
    """Last day."""

    def at(self, day: date) -> float:
        """Where a day begins, in percent; days beyond the edges stand at them."""
        whole = (self.last - self.first).days + 1
        return min(100.0, max(0.0, 100 * (day - self.first).days / whole))

    def across(self, first: date, last: date) -> tuple[float, float]:
        """Where a stretch of days, both included, begins, and how wide it is."""
        left, right = self.at(first), self.at(last + timedelta(days=1) if last < date.max else last)
        return round(left, PLACES), round(max(right - left, 0.0), PLACES)


def with_room(first: date, last: date, part: int) -> Axis:
    """An axis with a part of its days left free before the first, for words; the calendar begins with the year 1."""
    room = (last - first).days // part
    return Axis(date.fromordinal(max(first.toordinal() - room, date.min.toordinal())), last)


@dataclass(frozen=True, slots=True)
class Scale:
    """What the height of a chart stands for."""

    low: float
    """Value at the foot, 0 or less."""
    high: float
    """Value at the top."""
    labels: tuple[tuple[float, str], ...] = ()
    """Values with a line and words; none where marks are counted and not measured."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a chart is drawn on."""

    axis: Axis
    """Across."""
    scale: Scale
    """Up."""
    size: Size
    """How high."""

    def y(self, value: float) -> float:
        """How far below the top a value stands, in pixels."""
        held = self.scale
        return round(self.size.head + self.size.plot * (held.high - value) / (held.high - held.low or 1), 1)


MOST_TICKS = 10
"""More words than this along the foot would run into each other."""


def ticks(axis: Axis) -> list[dict[str, object]]:
    """Years that begin on the axis, or months where it is short; every second one may be left out on a phone."""
    years = [date(year, 1, 1) for year in range(axis.first.year, axis.last.year + 1)]
    months = [date(first.year, month, 1) for first in years for month in range(1, 13)]
    found = [(day, f"{day.year}") for day in years] if len(years) > 2 else [(day, f"{day:%Y-%m}") for day in months]
    shown = [(day, words) for day, words in found if axis.first <= day <= axis.last]
    step = -(-len(shown) // MOST_TICKS) or 1
    return [
        {"x": round(axis.at(day), PLACES), "text": words, "minor": number % 2 == 1}
        for number, (day, words) in enumerate(shown[::step])
    ]
