"""Where the marks of a chart stand: across in percent of its width, so that it fits any screen; down in pixels.

Words keep their size on a phone, which they would not if the drawing were scaled. Heights stand here and, since no page
may carry a style of its own, in the theme's styles of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from twosource.pages.chart_frame import PLACES, SPARK, Axis, Frame, ticks
from twosource.pages.views import BarMark, Chart, DotMark, FlagMark, LineMark

NOUGHT = 2
"""Pixels that a bar of nought is high, so that it can be seen; a gap has none."""

LEVELS: Mapping[str, str] = {
    "verified": "Verified",
    "single-source": "Single source",
    "disputed": "Disputed",
    "unchecked": "Not checked",
}
"""Badges that colour marks, in words."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One value that stands for itself."""

    label: str
    """What is read out and shown on hover."""
    level: str
    """Badge that colours it."""
    value: float
    """On the chart's scale."""
    n: int = 1
    """Developments that it stands for; more make it larger."""


@dataclass(frozen=True, slots=True)
class Column:
    """One period: bars stacked from the line of nought, dots, and a mean with its spread. One without any is a gap."""

    first: date
    """First day."""
    last: date
    """Last day."""
    label: str
    """What is read out and shown on hover."""
    bars: tuple[tuple[str, float], ...] = ()
    """Level and value; a value below 0 hangs from the line, and 0 is a stroke upon it."""
    dots: tuple[Dot, ...] = ()
    """Single values."""
    mean: float | None = None
    """A value that a line may go through."""
    spread: float | None = None
    """How far up and down the mean's whisker reaches."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a chart."""

    title: str
    """What it shows."""
    desc: str
    """What can be seen in it."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something of a day, or of a stretch of days, that is said above the plot or behind it."""

    kind: str
    """burst, episode, gap or version."""
    first: date
    """First day."""
    last: date
    """Last day."""
    text: str
    """Short words beside it; empty for none."""
    label: str
    """What is read out and shown on hover."""


def draw(text: Text, frame: Frame, columns: Sequence[Column], flags: Iterable[Flag] = ()) -> Chart:
    """The marks of every period, and what is said of stretches of days."""
    bars = [mark for column in columns for mark in _bars(column, frame)]
    dots = [mark for column in columns for mark in _dots(column, frame)]
    levels = {mark["level"] for mark in (*bars, *dots)}
    return {
        "title": text.title,
        "desc": text.desc,
        "size": frame.size.name,
        "top": frame.size.head,
        "bottom": frame.size.head + frame.size.plot,
        "zero": frame.y(0),
        "rules": [{"y": frame.y(value), "text": words} for value, words in frame.scale.labels],
        "bars": bars,
        "dots": dots,
        "lines": [*_whiskers(columns, frame), *_segments(columns, frame)],
        "flags": [_flag(flag, frame.axis) for flag in flags],
        "ticks": ticks(frame.axis) if frame.size is not SPARK else [],
        "levels": [{"level": level, "text": words} for level, words in LEVELS.items() if level in levels],
    }


def _bars(column: Column, frame: Frame) -> Iterator[BarMark]:
    left, width = frame.axis.across(column.first, column.last)
    foot = top = bottom = frame.y(0)
    gap = min(0.3, width * 0.15)
    for level, value in column.bars:
        size = abs(frame.y(value) - foot)
        y = top - size if value >= 0 else bottom
        top, bottom = (y, bottom) if value >= 0 else (top, bottom + size)
        yield {
            "x": round(left + gap / 2, PLACES),
            "width": round(width - gap, PLACES),
            "y": round(y if size else y - NOUGHT, 1),
            "height": round(size or NOUGHT, 1),
            "label": column.label,
            "level": level,
        }


def _dots(column: Column, frame: Frame) -> Iterator[DotMark]:
    x = _middle(column, frame)
    for dot in column.dots:
        yield {"x": x, "y": frame.y(dot.value), "label": dot.label, "level": dot.level, "n": dot.n}
    if column.mean is not None:
        yield {"x": x, "y": frame.y(column.mean), "label": column.label, "level": "mean", "n": 1}


def _middle(column: Column, frame: Frame) -> float:
    left, width = frame.axis.across(column.first, column.last)
    return round(left + width / 2, PLACES)


def _whiskers(columns: Iterable[Column], frame: Frame) -> Iterator[LineMark]:
    low, high = frame.scale.low, frame.scale.high
    for column in columns:
        if column.mean is not None and column.spread:
            x = _middle(column, frame)
            ends = max(low, column.mean - column.spread), min(high, column.mean + column.spread)
            yield {"x1": x, "y1": frame.y(ends[0]), "x2": x, "y2": frame.y(ends[1]), "kind": "spread"}


def _segments(columns: Sequence[Column], frame: Frame) -> Iterator[LineMark]:
    """A line from mean to mean of periods that follow each other; one without developments may have no column."""
    for one, other in pairwise(columns):
        if one.mean is not None and other.mean is not None and (other.first - one.last).days == 1:
            ends = _middle(one, frame), frame.y(one.mean), _middle(other, frame), frame.y(other.mean)
            yield {"x1": ends[0], "y1": ends[1], "x2": ends[2], "y2": ends[3], "kind": "trend"}


def _flag(flag: Flag, axis: Axis) -> FlagMark:
    left, width = axis.across(flag.first, flag.last)
    return {
        "kind": flag.kind,
        "x": left,
        "width": width,
        "middle": round(left + width / 2, PLACES),
        "end": left + width / 2 > 60,
        "text": flag.text,
        "label": flag.label,
    }
