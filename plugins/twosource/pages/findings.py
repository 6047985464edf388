"""What the last check of a hub found, for whoever asks again while nothing changed: no room need be opened for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from twosource.newsroom.excuses import PlainExcused
from twosource.newsroom.look import Look
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import PlainProblem

KIND = "findings"
"""Kind of the one entry in the morgue."""


def told_of_marked(paths: Iterable[str]) -> str:
    """What is said of stories that are printed as not checked: a line for each, for a lost lock looks alike."""
    return "\n".join(f"Marked as not checked, for want of saved copies: {path}" for path in paths)


class Findings(NamedTuple):
    """Problems of a whole hub, in plain values."""

    hub: bytes
    """Mark of all its files; empty where one could not be read."""
    since: float
    """Moment as of which it was judged, seconds since 1970, UTC."""
    until: float
    """Moment before which the same would be found."""
    problems: tuple[PlainProblem, ...]
    """All of them, by place."""
    excused: tuple[PlainExcused, ...]
    """Warnings that a file lets stand, and why; by place."""
    address: str
    """Public address of the hub; empty when it has none."""
    marked: tuple[str, ...]
    """Published stories without any saved copy that the rubric lets through, in the order of their slugs."""


def kept_findings(morgue: Morgue, look: Look, as_of: datetime) -> Findings | None:
    """What was found before, if the hub is as it was and nothing in it waited for a moment that has come."""
    entry = morgue.get(KIND, KIND)
    if entry is None:
        return None
    found = Findings(*entry)
    return found if found.since <= as_of.timestamp() < found.until and found.hub == look.mark else None


def keep_findings(morgue: Morgue, found: Findings) -> None:
    """Put what was found into the morgue, where every file could be read."""
    if found.hub:
        morgue.put(KIND, KIND, tuple(found))


def until(as_of: datetime, changes: Iterable[float]) -> float:
    """The first moment after `as_of` at which a hub is another without an edit: the end of the day, or one of these."""
    now = as_of.astimezone(UTC)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp() + 86_400
    return min([midnight, *(moment for moment in changes if moment > now.timestamp())])
