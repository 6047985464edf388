"""A line of a file as a terminal can show it, with the place of a caret below it."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import combining, east_asian_width

WIDTH = 96
"""Cells of a source line that are shown; longer ones are cut around the caret."""

UNSEEN = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}
"""What a terminal would obey, by what stands in for it: a sign of its own, one for one, so that columns hold."""


class Line(NamedTuple):
    """A part of a line."""

    shown: str
    """As it is printed."""
    indent: str
    """What is printed below it before the caret: as wide as what stands before the column, tabs as tabs."""


def visible(text: str) -> str:
    """The text with every control character as a sign that can be seen."""
    return text if text.isprintable() else text.translate(UNSEEN)


def window(text: str, column: int) -> tuple[Line, bool, bool]:
    """The part of a line around a column (from 0), and whether something was cut off before and after it."""
    wide = not text.isascii() and any(cells(sign) > 1 for sign in text[max(0, column - WIDTH) : column + WIDTH])
    most = WIDTH // 2 if wide else WIDTH
    start = max(0, min(column - most // 3, len(text) - most))
    indent = "".join("\t" if sign == "\t" else " " * cells(sign) for sign in text[start:column])
    return Line(visible(text[start : start + most]), indent), bool(start), start + most < len(text)


def cells(sign: str) -> int:
    """Columns of a terminal that a character takes: two for Chinese and the like, none for an accent by itself."""
    if sign.isascii():
        return 1
    return 0 if combining(sign) or sign in "\u200b\u200c\u200d\ufe0f" else 1 + (east_asian_width(sign) in "WF")
