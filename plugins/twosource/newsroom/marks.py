"""Where our marks stand in a text: its tokens know their lines only, a writer wants the column too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from twosource.newsroom.body import MARKS, Body, parse
from twosource.newsroom.problems import Place

KINDS = frozenset(name for name, _, _ in MARKS)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of our own in a text."""

    kind: str
    """`term_ref`, `cite` or `fact_ref`."""
    target: str
    """What it points to."""
    place: Place
    """Where it begins."""


def marks(body: Body, path: str) -> Iterator[Mark]:
    """Marks of a text, footnotes last; marks in code are none."""
    lines = body.text.split("\n")
    used: dict[int, int] = defaultdict(int)
    note_from = 0
    for block in parse(body.text):
        if block.type != "inline":
            continue
        if block.map:
            row, start = block.map[0], _start(lines, block, used)
        else:
            row, start, note_from = _note(body.text, block.content, note_from)
        for token in block.children or ():
            if token.type in KINDS:
                down, column = _spot(lines, block.content, row, start, token.meta["at"])
                yield Mark(token.type, token.meta["target"], Place(path, body.line + row + down, column + 1))


def _start(lines: list[str], block: Token, used: dict[int, int]) -> int:
    """Column from 0 at which the first line of a block begins; the cells of a table share one line."""
    row = block.map[0] if block.map else 0
    first = block.content.partition("\n")[0]
    at = _find(lines[row], first, used[row])
    used[row] = at + len(first)
    return at


def _find(line: str, part: str, start: int) -> int:
    """Where a part stands in a line, which may have a backslash before each of its bars."""
    at = line.find(part, start)
    if at < 0:
        match = re.compile(_barred(part)).search(line, start)
        at = match.start() if match else start
    return at


def _barred(part: str) -> str:
    return re.escape(part).replace(r"\|", r"\\?\|")


def _note(text: str, content: str, start: int) -> tuple[int, int, int]:
    """Row and column of the words of a note in brackets, and where to look for the next one."""
    at = text.find(f"^[{content}", start)
    at = start if at < 0 else at + 2
    return text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1), at


def _spot(lines: list[str], content: str, row: int, start: int, at: int) -> tuple[int, int]:
    """Rows below the first line of a block, and column, both from 0, of an index into its content."""
    down = content.count("\n", 0, at)
    before = content[content.rfind("\n", 0, at) + 1 : at]
    line = lines[row + down] if row + down < len(lines) else ""
    if down:
        start = _find(line, content.split("\n")[down], 0)
    match = re.compile(_barred(before)).match(line, start)
    return down, match.end() if match else start + len(before)
