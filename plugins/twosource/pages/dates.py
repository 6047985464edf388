"""Dates as readers see them, without locale and without clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.written_dates import MONTH_NAMES
from twosource.pages.views import Day
from twosource.pages.wording import counted


def day(value: date) -> Day:
    """`19 February 2026`."""
    return _shown(value.isoformat())


def iso_day(text: str) -> Day | None:
    """The day in an ISO date; None when there is none, such as in a lock that was never made."""
    return _read(text[:10])


@lru_cache(maxsize=512)
def _read(text: str) -> Day | None:
    found = PartialDate.parse(text)
    return partial(found) if found else None


def partial(value: PartialDate) -> Day:
    """`2025`, `Q4 2025`, `October 2025` or a whole day, as precise as it was written.

    HTML knows no quarters: there the machine's value is the year.
    """
    return _shown(value.text)


@lru_cache(maxsize=4096)
def _shown(text: str) -> Day:
    """The same few days stand on every page of a story's season; nobody may change what is given."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    if not rest:
        return {"iso": year, "shown": year}
    if rest.startswith("Q"):
        return {"iso": year, "shown": f"{rest} {year}"}
    return {"iso": text, "shown": f"{int(day)} {_MONTHS[month]} {year}" if day else f"{_MONTHS[month]} {year}"}


_MONTHS = {f"{number:02}": name for number, name in enumerate(MONTH_NAMES, 1)}


def span(values: Sequence[PartialDate]) -> str:
    """From the earliest to the latest, each as precise as it was written: `4 March 2018 to 22 March 2018`."""
    first = min(values, key=lambda value: (value.first, value.last))
    last = max(values, key=lambda value: (value.last, value.first))
    shown = partial(first)["shown"], partial(last)["shown"]
    return shown[0] if shown[0] == shown[1] else f"{shown[0]} to {shown[1]}"


def later(first: date, then: date) -> str:
    """How much later: `8 years`, `9 months`, `12 days`; whole ones, in the largest unit of which there is one."""
    months = (then.year - first.year) * 12 + then.month - first.month - (then.day < first.day)
    if months >= 12:
        return counted(months // 12, "year")
    return counted(months, "month") if months > 0 else counted((then - first).days, "day")


def moment_day(value: Moment) -> Day:
    """The day on which something was published, in the writer's own zone."""
    return day(value.day)


def moment(value: Moment) -> Day:
    """The same with the time of day and the zone, where the writer gave them."""
    if not value.exact:
        return moment_day(value)
    local = written(value).isoformat()
    zone = "UTC" if local.endswith("+00:00") else f"UTC{local[-6:]}"
    return {"iso": local, "shown": f"{day(value.day)['shown']}, {local[11:16]} {zone}"}


def written(value: Moment) -> datetime:
    """An exact moment in the writer's own zone."""
    return datetime.fromisoformat(f"{value.text[:10]}T{value.text[11:].replace(' ', '')}")


def machine(value: Moment) -> str:
    """ISO 8601: a day, or a time with its zone."""
    return written(value).isoformat() if value.exact else value.day.isoformat()


def rfc3339(value: datetime) -> str:
    """`2026-02-19T14:30:00Z`."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def midnight(value: date) -> str:
    """The beginning of a day, as feeds want it."""
    return f"{value.isoformat()}T00:00:00Z"
