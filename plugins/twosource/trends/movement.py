"""Momentum: how much more, or less, than the year before; and what rises or falls, said only where a test says so.

The developments of the last year are compared with those of the year before: their ratio is the momentum, with its
interval (see `rate_ratio`). If nothing had changed, each of them would fall into either year with equal chance: the
count of the last year is binomial (n, 1/2). A movement is named when that chance, two-sided, is below LEVEL shared out
among all keys tested (Bonferroni). Nothing is reckoned where the two years together hold fewer than the rubric's
minimum n.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.trends.rate_ratio import interval, rate_ratio

LEVEL = 0.05
"""Chance of naming any movement where there is none."""

YEAR = timedelta(days=365)
"""Length of each of the two spans compared."""


@dataclass(frozen=True, slots=True)
class Movement:
    """The momentum of a topic, an entity or a term."""

    id: str
    """Topic, entity or term id."""
    before: int
    """Developments in the year before."""
    after: int
    """Developments in the last year."""
    ratio: float | None
    """Later by earlier; None after a year without any."""
    low: float
    """Lower bound of the ratio."""
    high: float | None
    """Upper bound; None where it has no end."""
    chance: float
    """Two-sided chance of a difference this large when nothing has changed."""
    named: bool
    """True when the test lets one say that it rises or falls."""

    @property
    def rises(self) -> bool:
        """True when there were more, False when fewer."""
        return self.after > self.before


def chance_of(before: int, after: int) -> float:
    """Two-sided exact binomial chance of a split at least this uneven; 1 without developments."""
    n, ways, tail = before + after, 1, 1
    for k in range(min(before, after)):
        ways = ways * (n - k) // (k + 1)
        tail += ways
    return min(1.0, 2 * tail / (1 << n))


def movements_of(days: Mapping[str, Sequence[int]], day: date, minimum_n: int) -> tuple[Movement, ...]:
    """The momentum of all that has enough developments, the surest first; sorted days are given for each key."""
    counted = ((key, *_two_years(held, day.toordinal())) for key, held in days.items())
    tested = [(key, before, after) for key, before, after in counted if before + after >= max(minimum_n, 1)]
    found = (_movement(*one, len(tested)) for one in tested)
    return tuple(sorted(found, key=lambda movement: (movement.chance, movement.id)))


def _movement(key: str, before: int, after: int, tested: int) -> Movement:
    chance = chance_of(before, after)
    ratio, bounds = rate_ratio(before, after), interval(before, after)
    return Movement(key, before, after, ratio, *bounds, chance, chance * tested < LEVEL)


def _two_years(days: Sequence[int], today: int) -> tuple[int, int]:
    """Developments of the year before and of the last one; none of a day to come."""
    ends = [bisect_left(days, today + 1 - years * YEAR.days) for years in (2, 1, 0)]
    return ends[1] - ends[0], ends[2] - ends[1]
