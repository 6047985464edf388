"""Where our marks stand in a text: its tokens know their lines only, a writer wants the column too."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from markdown_it.token import Token

from twosource.newsroom.body import Body
from twosource.newsroom.markdown import MALFORMED, MARKS, proofread
from twosource.newsroom.problems import Place

KINDS = frozenset(name for name, _, _ in (*MARKS, *MALFORMED))

NAMED = frozenset({"html", "refused_link", *(name for name, _, _ in MARKS)})
"""Kinds that are told by their own name; all others are malformed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of our own in a text."""

    kind: str
    """`term_ref`, `cite`, `fact_ref`; `malformed` for what only looks like one; `html`; `refused_link`."""
    target: str
    """What it points to; all of it where it is malformed."""
    place: Place
    """Where it begins."""


def marks(body: Body, path: str) -> Iterator[Mark]:
    """Marks of a text, footnotes last; marks in code are none.

    The text is parsed once more, for the columns: ask only where a mark is known to be wrong.
    """
    lines = body.text.split("\n")
    used: dict[int, int] = defaultdict(int)
    note_from = 0
    for block in proofread(body.text):
        if block.type != "inline":
            continue
        found = [token for token in block.children or () if token.type in KINDS]
        if block.map:
            row, start = block.map[0], _start(lines, block, used)
        else:
            row, start, note_from = _note(body.text, block.content, note_from)
        spots = _spots(lines, block.content, row, start, [token.meta["at"] for token in found])
        for token, (line, column) in zip(found, spots, strict=True):
            whole = token.type not in NAMED
            kind = "malformed" if whole else token.type
            target = " ".join(token.content.split()) if whole else token.meta["target"]
            yield Mark(kind, target, Place(path, body.line + line, column + 1))


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
    if at < 0 and "|" in part:
        at = line.find(part.replace("|", r"\|"), start)
    return max(at, start)


def _note(text: str, content: str, start: int) -> tuple[int, int, int]:
    """Row and column of the words of a note in brackets, and where to look for the next one."""
    at = text.find(f"^[{content}", start)
    at = start if at < 0 else at + 2
    return text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1), at


def _spots(lines: list[str], content: str, row: int, start: int, ats: list[int]) -> Iterator[tuple[int, int]]:
    """Row and column, both from 0, of indices into the content of a block that begins at `row` and `start`."""
    parts = content.split("\n") if ats else []
    begins = list(accumulate((len(part) + 1 for part in parts), initial=0))
    for at in ats:
        down = bisect_right(begins, at) - 1
        line = lines[row + down] if row + down < len(lines) else ""
        column = _find(line, parts[down], 0) if down else start
        before = at - begins[down]
        escaped = not line.startswith(parts[down], column)
        bars = parts[down].count("|", 0, before) if escaped else 0
        yield row + down, column + before + bars
