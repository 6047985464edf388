"""The moment as of which the site is printed. The press reads the clock here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from twosource.press.press_error import PressError

END_OF_DAY = time(23, 59, 59, tzinfo=UTC)


def now() -> datetime:
    """The present second, UTC."""
    return datetime.now(UTC).replace(microsecond=0)


def in_words(moment: float) -> str:
    """A moment in seconds since 1970 as `3 December 2026, 10:00 UTC`."""
    found = datetime.fromtimestamp(moment, UTC)
    return f"{found.day} {found:%B %Y}, {found:%H:%M} UTC"


def as_of(text: str, clock: Callable[[], datetime] = now) -> datetime:
    """Read an ISO date (the end of that day, UTC) or date-time (UTC unless it says otherwise).

    Empty text is the present. Raises PressError when the text is neither.
    """
    if not text:
        return clock()
    try:
        return datetime.combine(date.fromisoformat(text), END_OF_DAY)
    except ValueError:
        return _date_time(text)


def _date_time(text: str) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise PressError(
            f"TWOSOURCE_AS_OF is {text!r}, which is no date.\n"
            "    Write it as 2026-02-21, or with a time: 2026-02-21T18:00+00:00."
        ) from None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
