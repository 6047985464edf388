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

    None where the file has no front matter between two fences, or its `changes` stand on one line: then a person
    has to do it.
    """
    lines = text.split("\n")
    try:
        end = lines.index(FENCE, 1)
    except ValueError:
        return None
    keys = {line.partition(":")[0]: n for n, line in enumerate(lines[:end]) if KEY.match(line)}
    if lines[0] != FENCE:
        return None
    if "changes" not in keys:
        return "\n".join((*lines[:end], "changes:", *_entry("  ", day, kind, words, facts), *lines[end:]))
    begin = keys["changes"]
    if not CHANGES.match(lines[begin]):
        return None
    last = next((n for n in sorted(keys.values()) if n > begin), end)
    while last > begin + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    first = next((line for line in lines[begin + 1 : last] if line.lstrip().startswith("- ")), "  - ")
    indent = first[: len(first) - len(first.lstrip())]
    return "\n".join((*lines[:last], *_entry(indent, day, kind, words, facts), *lines[last:]))


def _entry(indent: str, day: date, kind: str, words: str, facts: tuple[int, ...]) -> tuple[str, ...]:
    lines = (f"- date: {day.isoformat()}", f"  kind: {kind}", f"  text: {json.dumps(words, ensure_ascii=False)}")
    numbers = (f"  facts: [{', '.join(map(str, facts))}]",) if facts else ()
    return tuple(f"{indent}{line}" for line in (*lines, *numbers))
