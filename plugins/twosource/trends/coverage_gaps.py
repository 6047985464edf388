"""Gaps in coverage: stretches in which the desk reported nothing at all, so that nothing can be said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

GAP = timedelta(days=182)
"""Without a single development for so long, the beat was not covered: silence is then no news."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without any development."""

    first: date
    """First day without one."""
    last: date
    """Last day without one."""


def gaps_of(days: Iterable[date], until: date) -> tuple[Gap, ...]:
    """Every stretch of GAP and more between two developments, or between the last one and a day."""
    ordered = sorted({day for day in days if day <= until})
    ends = (*ordered, until + DAY) if ordered else ()
    return tuple(Gap(one + DAY, other - DAY) for one, other in pairwise(ends) if other - one > GAP)
