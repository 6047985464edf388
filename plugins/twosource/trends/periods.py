"""Calendar periods: the weeks, months and quarters into which developments are counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Grain(StrEnum):
    """Width of a period."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class Period(NamedTuple):
    """One week, month or quarter; periods sort by their first day. A named tuple, for every count hashes one."""

    first: date
    """First day."""
    label: str
    """`2018-W10`, `2018-03` or `2018-Q1`."""


def _week(day: date) -> Period:
    year, week, weekday = day.isocalendar()
    return Period(day - timedelta(days=weekday - 1), f"{year:04}-W{week:02}")


def _month(day: date) -> Period:
    return Period(day.replace(day=1), f"{day.year:04}-{day.month:02}")


def _quarter(day: date) -> Period:
    quarter = (day.month + 2) // 3
    return Period(date(day.year, quarter * 3 - 2, 1), f"{day.year:04}-Q{quarter}")


HOLDING: Mapping[Grain, Callable[[date], Period]] = {Grain.WEEK: _week, Grain.MONTH: _month, Grain.QUARTER: _quarter}
"""How to find the period that holds a day."""

REACH: Mapping[Grain, int] = {Grain.WEEK: 7, Grain.MONTH: 31, Grain.QUARTER: 92}
"""Days that are sure to lead from the first day of a period into the next one, and into no later one."""


def period_of(day: date, grain: Grain) -> Period:
    """The period that holds a day."""
    return HOLDING[grain](day)
