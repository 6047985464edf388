"""Where the marks of a chart stand. Coordinates are units of the view box, from its upper left corner.

The marks fill the whole height; whoever draws the ticks adds a foot below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.pages.views import Chart, Mark

MOST_TICKS = 10
"""More words than this along the foot would run into each other."""

NOUGHT = 2
"""Units that a bar of nought is high, so that it can be seen; a gap has none."""

LEVELS: Mapping[str, str] = {
    "verified": "Verified",
    "single-source": "Single source",
    "disputed": "Disputed",
    "unchecked": "Not checked",
}
"""Badges that colour marks, in words."""

Tick = tuple[int, str]
"""Number of a column, from 0, and the words below it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet that a chart is drawn on."""

    width: int
    """Units across."""
    height: int
    """Units down."""


WIDE = Frame(640, 160)
SMALL = Frame(120, 24)


@dataclass(frozen=True, slots=True)
class Scale:
    """What the height of a chart stands for."""

    low: float
    """Value at the foot, 0 or less."""
    high: float
    """Value at the top."""
    labels: tuple[str, ...] = ()
    """Words at equal distances, the highest first; none where marks are counted and not measured."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One value that stands for itself."""

    label: str
    """What is read out and shown on hover."""
    level: str
    """Badge that colours it."""
    value: float
    """On the chart's scale."""


@dataclass(frozen=True, slots=True)
class Column:
    """One period: bars stacked from the line of nought, and dots. A period without either is a gap."""

    label: str
    """What is read out and shown on hover."""
    bars: tuple[tuple[str, float], ...] = ()
    """Level and value; a value below 0 hangs from the line, and 0 is a stroke upon it."""
    dots: tuple[Dot, ...] = ()
    """Single values."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a chart."""

    title: str
    """What it shows."""
    desc: str
    """What can be seen in it."""


def draw(text: Text, held: Sequence[Column], frame: Frame, scale: Scale, ticks: Sequence[Tick] = ()) -> Chart:
    """The marks of every period, one column for each, with the line of nought where the scale has it."""
    slot = frame.width / max(len(held), 1)
    marks: list[Mark] = []
    for index, column in enumerate(held):
        marks += _bars(column, index * slot, slot, frame, scale)
        marks += _dots(column, index * slot, slot, frame, scale)
    levels = {mark["level"] for mark in marks}
    return {
        "title": text.title,
        "desc": text.desc,
        "width": frame.width,
        "height": frame.height,
        "zero": round(_y(0, frame, scale), 2),
        "axis": list(scale.labels),
        "marks": marks,
        "ticks": _ticks(ticks, slot),
        "levels": [{"level": level, "text": words} for level, words in LEVELS.items() if level in levels],
    }


def _y(value: float, frame: Frame, scale: Scale) -> float:
    """How far below the top a value stands."""
    return frame.height * (scale.high - value) / (scale.high - scale.low or 1)


def _bars(column: Column, left: float, slot: float, frame: Frame, scale: Scale) -> Iterator[Mark]:
    gap = min(2.0, slot * 0.2)
    foot = _y(0, frame, scale)
    top = bottom = foot
    for level, value in column.bars:
        size = foot - _y(abs(value), frame, scale)
        y = top - size if value >= 0 else bottom
        top, bottom = (y, bottom) if value >= 0 else (top, bottom + size)
        yield _mark((left + gap / 2, y if size else y - NOUGHT), (slot - gap, size or NOUGHT), column.label, level)


def _dots(column: Column, left: float, slot: float, frame: Frame, scale: Scale) -> Iterator[Mark]:
    for dot in column.dots:
        y = _y(dot.value, frame, scale)
        yield _mark((left, y), (slot, frame.height - y), dot.label, dot.level, dot=True)


def _mark(corner: tuple[float, float], size: tuple[float, float], label: str, level: str, *, dot: bool = False) -> Mark:
    return {
        "x": round(corner[0], 2),
        "y": round(corner[1], 2),
        "width": round(size[0], 2),
        "height": round(size[1], 2),
        "label": label,
        "level": level,
        "dot": dot,
    }


def _ticks(ticks: Sequence[Tick], slot: float) -> list[dict[str, object]]:
    step = -(-len(ticks) // MOST_TICKS) or 1
    return [{"x": round((index + 0.5) * slot, 2), "text": words} for index, words in ticks[::step]]
