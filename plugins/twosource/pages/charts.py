"""Where the marks of a chart stand. Coordinates are units of the view box, from its upper left corner.

The marks fill the whole height; whoever draws the ticks adds a foot below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.pages.views import Chart, Mark

MOST_TICKS = 10
"""More words than this along the foot would run into each other."""

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
class Column:
    """One period: its values, stacked from the foot up."""

    label: str
    """What is read out and shown on hover."""
    parts: tuple[tuple[str, float], ...]
    """Level and value; a value below 0 hangs from the line."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a chart."""

    title: str
    """What it shows."""
    desc: str
    """What can be seen in it."""
    peak: str
    """Highest value, as shown."""


def columns(
    text: Text, held: Sequence[Column], frame: Frame, scale: tuple[float, float], ticks: Sequence[Tick] = ()
) -> Chart:
    """Bars, one column for each period, on a scale from its lowest to its highest value."""
    slot = frame.width / max(len(held), 1)
    marks = [mark for index, column in enumerate(held) for mark in _bars(column, index * slot, slot, frame, scale)]
    return _chart(text, frame, marks, _ticks(ticks, slot), dots=False)


def dots(
    text: Text, held: Sequence[Column], frame: Frame, scale: tuple[float, float], ticks: Sequence[Tick] = ()
) -> Chart:
    """One dot for each value, in the middle of its mark's upper edge: too few for bars or lines."""
    slot = frame.width / max(len(held), 1)
    marks = [mark for index, column in enumerate(held) for mark in _dots(column, index * slot, slot, frame, scale)]
    return _chart(text, frame, marks, _ticks(ticks, slot), dots=True)


def _bars(column: Column, left: float, slot: float, frame: Frame, scale: tuple[float, float]) -> Iterator[Mark]:
    low, high = scale
    unit = frame.height / (high - low or 1)
    gap = min(2.0, slot * 0.2)
    top = bottom = high * unit
    for level, value in column.parts:
        size = abs(value) * unit
        y = top - size if value >= 0 else bottom
        top, bottom = (y, bottom) if value >= 0 else (top, bottom + size)
        if size:
            yield _mark(left + gap / 2, y, slot - gap, size, column.label, level)


def _dots(column: Column, left: float, slot: float, frame: Frame, scale: tuple[float, float]) -> Iterator[Mark]:
    low, high = scale
    for level, value in column.parts:
        y = frame.height * (high - value) / (high - low or 1)
        yield _mark(left, y, slot, frame.height - y, column.label, level)


def _mark(x: float, y: float, width: float, height: float, label: str, level: str) -> Mark:
    return {
        "x": round(x, 2),
        "y": round(y, 2),
        "width": round(width, 2),
        "height": round(height, 2),
        "label": label,
        "level": level,
    }


def _ticks(ticks: Sequence[Tick], slot: float) -> list[dict[str, object]]:
    step = -(-len(ticks) // MOST_TICKS) or 1
    return [{"x": round((index + 0.5) * slot, 2), "text": words} for index, words in ticks[::step]]


def _chart(text: Text, frame: Frame, marks: list[Mark], ticks: list[dict[str, object]], *, dots: bool) -> Chart:
    return {
        "title": text.title,
        "desc": text.desc,
        "width": frame.width,
        "height": frame.height,
        "dots": dots,
        "marks": marks,
        "ticks": ticks,
        "peak": text.peak,
    }
