"""Writes an entry into a story's change log, and leaves every other character of the file as it is."""

from __future__ import annotations

import json
import re
from datetime import date

KEY = re.compile(r"^[A-Za-z_][\w-]*:", re.ASCII)
CHANGES = re.compile(r"^changes:\s*(?:#.*)?$")
FENCE = "---"


def with_entry(text: str, day: date, kind: str, words: str, facts: tuple[int, ...]) -> str | None:
    """The file with one more entry at the end of `changes`, which is begun where there is none.

    The text is that on disk: its lines keep their ends, and the entry takes that of the first.
    None where the file has no front matter between two fences, or its `changes` stand on one line: then a person
    has to do it.
    """
    rows = text.split("\n")
    end_of_line = "\r" if rows[0].endswith("\r") else ""
    lines = [row.removesuffix("\r") for row in (rows[0].removeprefix("\ufeff"), *rows[1:])]
    place = _place(lines)
    if place is None:
        return None
    at, begun, indent = place
    entry = (*(() if begun else ("changes:",)), *_entry(indent, day, kind, words, facts))
    return "\n".join((*rows[:at], *(f"{line}{end_of_line}" for line in entry), *rows[at:]))


def _place(lines: list[str]) -> tuple[int, bool, str] | None:
    """The line before which the entry goes, whether `changes` is begun, and how far entries are indented."""
    try:
        end = lines.index(FENCE, 1)
    except ValueError:
        return None
    keys = {line.partition(":")[0]: n for n, line in enumerate(lines[:end]) if KEY.match(line)}
    if lines[0] != FENCE:
        return None
    if "changes" not in keys:
        return end, False, "  "
    begin = keys["changes"]
    if not CHANGES.match(lines[begin]):
        return None
    last = next((n for n in sorted(keys.values()) if n > begin), end)
    while last > begin + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    first = next((line for line in lines[begin + 1 : last] if line.lstrip().startswith("- ")), "  - ")
    return last, True, first[: len(first) - len(first.lstrip())]


def _entry(indent: str, day: date, kind: str, words: str, facts: tuple[int, ...]) -> tuple[str, ...]:
    lines = (f"- date: {day.isoformat()}", f"  kind: {kind}", f"  text: {json.dumps(words, ensure_ascii=False)}")
    numbers = (f"  facts: [{', '.join(map(str, facts))}]",) if facts else ()
    return tuple(f"{indent}{line}" for line in (*lines, *numbers))
