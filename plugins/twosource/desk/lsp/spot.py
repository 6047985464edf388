"""Where somebody stands in a text that may be unfinished: in which key, in which mark, on which word.

YAML that is being typed is broken most of the time; so the way to a line is told by its indentation, and nothing is
parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
"""Lines as the protocol counts them; Python's own `splitlines` knows more ends."""

LEAD = re.compile(r"\s*(?:- +)*-?")
OPEN_KEY = re.compile(r"\s*(?:- +)*([A-Za-z_$][\w-]*):[^\S\n]*(?:#.*)?$")
KEY = re.compile(r"(?:^|[{,\s-])([A-Za-z_$][\w-]*):(?=\s|$)")
WORD = re.compile(r"[\w$-]+")
STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"?|(?<=[\s\[{,:])'(?:[^']|'')*'?")
MARKS = (
    ("term", re.compile(r"\[\[([^\[\]|\n]*)")),
    ("source", re.compile(r"\[@([\w-]*)")),
    ("fact", re.compile(r"\{fact (\d*)")),
)
"""Our marks in a text, each from its beginning to the end of what it names."""


class Spot(NamedTuple):
    """A place in a file; columns are characters, from 0."""

    front: bool
    """True in front matter, and in a file that is YAML throughout."""
    way: tuple[str, ...]
    """Keys that lead to the line, the outermost first; in front matter only."""
    key: str
    """Key whose value is here; the kind of mark in a text; empty where there is neither."""
    word: str
    """The word here, or what the mark names; up to its end."""
    start: int
    """Column in which the word begins."""
    end: int
    """Column after its end."""


def lines_of(text: str) -> list[str]:
    """Lines with their ends."""
    return LINES.findall(text)


def spot_at(lines: Sequence[str], row: int, column: int, yaml: bool) -> Spot:
    """What stands at a place; `yaml` says that the whole file is YAML."""
    line = lines[row].rstrip("\r\n") if row < len(lines) else ""
    top, bottom = (0, len(lines)) if yaml else _front(lines)
    if top <= row < bottom:
        return _in_front(lines, line, row, column, top)
    return _in_text(line, column)


def _front(lines: Sequence[str]) -> tuple[int, int]:
    """Rows of the front matter; it goes to the end of a file whose second fence is not there yet."""
    if not lines or lines[0].strip("\ufeff \t\r\n") != "---":
        return 0, 0
    fences = (row for row, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    return 1, next(fences, len(lines) + 1)


def _in_text(line: str, column: int) -> Spot:
    for kind, pattern in MARKS:
        for found in pattern.finditer(line):
            if found.start() < column <= found.end(1) or found.start() <= column < found.end(1):
                return Spot(False, (), kind, found[1], *found.span(1))
    return Spot(False, (), "", "", column, column)


def _in_front(lines: Sequence[str], line: str, row: int, column: int, top: int) -> Spot:
    word = next((found for found in WORD.finditer(line) if found.start() <= column <= found.end()), None)
    start, end = word.span() if word else (column, column)
    plain = STRINGS.sub(lambda quoted: "·" * len(quoted[0]), line)
    way = (*_above(lines, row, top), *_braces(plain[:start]))
    before = [found[1] for found in KEY.finditer(plain[: start + 1]) if found.end() <= start]
    if plain[end : end + 1] == ":" or _ends_value(plain[:start]):
        return Spot(True, way, "", line[start:end], start, end)
    if before:
        return Spot(True, way[: len(way) - (way[-1:] == (before[-1],))], before[-1], line[start:end], start, end)
    if line[:start].lstrip().startswith("- ") and way:
        return Spot(True, way[:-1], way[-1], line[start:end], start, end)
    return Spot(True, way, "", line[start:end], start, end)


def _ends_value(before: str) -> bool:
    """True where a flow begins its next key: after a brace, or after a comma inside braces."""
    opened = max(before.rfind("{"), before.rfind(","))
    inside = before.count("{") > before.count("}") and before.count("[", before.rfind("{")) <= before.count(
        "]", before.rfind("{")
    )
    return inside and not before[opened + 1 :].strip()


def _braces(before: str) -> Iterator[str]:
    """Keys whose braces are open before a place in a line: `impact` for `impact: {score: `."""
    opened = [n for n, sign in enumerate(before) if sign == "{"]
    closed = before.count("}")
    for n in opened[: len(opened) - closed]:
        found = re.search(r"([A-Za-z_$][\w-]*):\s*\[?\s*$", before[:n])
        if found:
            yield found[1]


def _above(lines: Sequence[str], row: int, top: int) -> list[str]:
    """Keys that a line stands under, by its indentation."""
    keys: list[str] = []
    wide = _indent(lines[row]) if row < len(lines) else 0
    if row >= len(lines) or not lines[row].strip():
        wide = max(wide, len(lines[row].rstrip("\r\n")) if row < len(lines) else 0)
    for line in reversed(lines[top:row]):
        if line.strip() and not line.lstrip().startswith("#") and _indent(line) < wide:
            found = OPEN_KEY.match(line.rstrip("\r\n"))
            if found:
                keys.insert(0, found[1])
                wide = _indent(line)
    return keys


def _indent(line: str) -> int:
    """Columns before what a line says; the dash of a list belongs to them."""
    found = LEAD.match(line.rstrip("\r\n"))
    return found.end() if found else 0
