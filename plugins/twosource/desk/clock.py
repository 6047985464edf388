"""The present moment. The desk reads the clock here and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from time import monotonic, sleep, time_ns

from twosource.desk.hub import UsageError

VARIABLE = "TWOSOURCE_AS_OF"
"""Environment variable that stands in for the clock; `--as-of` goes before it."""


def as_of(text: str | None = None) -> datetime:
    """The moment to judge by, UTC: what was given, else the variable, else now.

    A day means its end. Raises UsageError where the text is no date.
    """
    given = text or os.environ.get(VARIABLE, "")
    if not given:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.combine(date.fromisoformat(given), time(23, 59, 59, tzinfo=UTC))
    except ValueError:
        return _moment(given)


def nanoseconds() -> int:
    """The present moment as files know it, since 1970; a day that was asked for does not change it."""
    return time_ns()


def _moment(text: str) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"“{text}” is no date: write 2026-02-21, or 2026-02-21T18:00+00:00.") from None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Tempo:
    """How time passes: what waits and time-outs are measured with."""

    now: Callable[[], float] = monotonic
    """Seconds from some moment on."""
    sleep: Callable[[float], None] = sleep
    """Waits so many seconds."""
    wall: Callable[[], datetime] = lambda: datetime.now(UTC)
    """The moment, UTC: for dates that servers send."""
