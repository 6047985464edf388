"""Bars of wall time, grouped by what had happened before, as an SVG that also reads as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.cases import OWN
from bench.summary import Row

WIDTH, LABEL, END = 720, 150, 90
"""Units: of the whole, of the names at the left, of the room for a figure at the right."""
HEAD, TITLE, BAR, GAP = 56, 26, 22, 12
"""Units: above all, of a group's title, of a bar with its space, below a group."""


class Line(NamedTuple):
    """One bar."""

    y: int
    tool: str
    own: bool
    width: float
    seconds: str


class Group(NamedTuple):
    """The bars of one case."""

    y: int
    name: str
    lines: tuple[Line, ...]


class Chart(NamedTuple):
    """Everything that the template places."""

    width: int
    height: int
    left: int
    title: str
    description: str
    groups: tuple[Group, ...]


def chart(rows: Sequence[Row], stories: int) -> Chart:
    """Bars of all cases, to one scale that begins at nought."""
    scale = (WIDTH - LABEL - END) / max(row.wall for row in rows)
    groups = tuple(_groups(rows, scale))
    height = groups[-1].lines[-1].y + BAR + GAP
    title = f"Seconds to build {stories:,} stories"
    return Chart(WIDTH, height, LABEL, title, _description(rows), groups)


def _groups(rows: Sequence[Row], scale: float) -> Iterator[Group]:
    y = HEAD
    for name in dict.fromkeys(row.key.case for row in rows):
        held = [row for row in rows if row.key.case == name]
        lines = tuple(_line(row, y + TITLE + place * BAR, scale) for place, row in enumerate(held))
        yield Group(y, name, lines)
        y += TITLE + len(held) * BAR + GAP


def _line(row: Row, y: int, scale: float) -> Line:
    return Line(y, row.key.tool, row.key.tool == OWN, round(row.wall * scale, 1), f"{row.wall:.2f} s")


def _description(rows: Sequence[Row]) -> str:
    """The same in words, for those who hear it."""
    return " ".join(f"{row.key.tool}, {row.key.case}: {row.wall:.2f} seconds." for row in rows)
