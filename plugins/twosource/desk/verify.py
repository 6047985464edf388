"""`desk lock --verify`: what became of every locked source, told and not written."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from twosource.desk.drift import HOLDING, Drift, State, drifts
from twosource.desk.lock_given import Given
from twosource.desk.paint import Paint
from twosource.desk.report import counted, in_text
from twosource.newsroom.lock import Lock
from twosource.newsroom.problems import in_order
from twosource.newsroom.story import Story

UNREAD = "it cannot be read, so its sources were not all verified; desk check says why."


def verify(
    given: Namespace, root: Path, stories: Sequence[Story], locks: Mapping[str, Lock | None], copies: Given
) -> int:
    """Print the state of every source; 0 when all quotes hold."""
    rows = [row for story in stories for row in drifts(story, locks[story.path], copies.today)]
    for story in stories:
        if not story.sound:
            print(f"{story.path}: {UNREAD}", file=sys.stderr)
    print(in_json(rows) if given.format == "json" else "\n".join(_told(rows, root)))
    return int(not all(row.holds for row in rows) or not all(story.sound for story in stories))


def in_json(rows: Sequence[Drift]) -> str:
    """A list of `{story, source, url, state, holds, quotes, lost, reason}`."""
    return json.dumps([_entry(row) for row in rows], ensure_ascii=False, indent=1)


def _entry(row: Drift) -> Mapping[str, Any]:
    return {
        "story": row.story,
        "source": row.source,
        "url": row.url,
        "state": row.state.value,
        "holds": row.holds,
        "quotes": row.quotes,
        "lost": [quote.quote for quote in row.lost],
        "reason": row.reason,
    }


def _told(rows: Sequence[Drift], root: Path) -> Iterator[str]:
    """A heading for each story, a line for each source, every problem with its place, and how many of each state."""
    paint = Paint.for_stream(sys.stdout)
    width = max((len(row.source) for row in rows), default=0)
    for n, row in enumerate(rows):
        if not n or row.story != rows[n - 1].story:
            yield paint.bold(row.story)
        colour = paint.green if row.state in HOLDING else paint.red if not row.holds else paint.yellow
        yield f"    {row.source:<{width}}  {colour(row.state.value)}" + (f": {row.reason}" if row.reason else "")
    problems = in_order(tuple(problem for row in rows for problem in row.problems))
    if problems:
        yield f"\n{in_text(problems, root, paint)}"
    yield f"\n{_closing(rows)}"


def _closing(rows: Sequence[Drift]) -> str:
    numbers = {state: sum(row.state is state for row in rows) for state in State}
    parts = ", ".join(f"{number} {state.value}" for state, number in numbers.items() if number)
    return f"{counted(len(rows), 'source')}: {parts}." if rows else "There is no source to verify."
