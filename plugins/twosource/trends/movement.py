"""Momentum: how much more, or less, than the year before; and what rises or falls, said only where a test says so.

The developments of the last year are compared with those of the year before: their ratio is the momentum, with its
interval (see `rate_ratio`). If nothing had changed, each of them would fall into either year with equal chance: the
count of the last year is binomial (n, 1/2). A movement is named when that chance, two-sided, is below LEVEL shared out
among all topics, terms and entities that were tested (Bonferroni). Nothing is reckoned where the two years together
hold fewer than the rubric's minimum n, and nothing at all where the hub began later than the first day of the two
years, or has a gap in coverage in them: a hub that has just begun has nothing in the year before, which is no news.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.trends.bursts import Beat
from twosource.trends.rate_ratio import interval, rate_ratio
from twosource.trends.series import Kind

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


def movements_of(
    days: Mapping[Kind, Mapping[str, Sequence[int]]], beat: Beat, day: date, minimum_n: int
) -> Mapping[Kind, tuple[Movement, ...]]:
    """The momentum of all that has enough developments, by kind, the surest first; `days` are sorted for each key."""
    if not compared(beat, day):
        return dict.fromkeys(days, ())
    tested = {kind: _enough(held, day.toordinal(), max(minimum_n, 1)) for kind, held in days.items()}
    shared = sum(map(len, tested.values()))
    return {kind: _surest(held, shared) for kind, held in tested.items()}


def compared(beat: Beat, day: date) -> bool:
    """True when the hub was at work in all of both years, so that one can be set against the other."""
    return beat.covers(day.toordinal() + 1 - 2 * YEAR.days, day.toordinal())


def _enough(days: Mapping[str, Sequence[int]], today: int, least: int) -> list[tuple[str, int, int]]:
    counted = ((key, *_two_years(held, today)) for key, held in days.items())
    return [(key, before, after) for key, before, after in counted if before + after >= least]


def _surest(held: Iterable[tuple[str, int, int]], tested: int) -> tuple[Movement, ...]:
    found = (_movement(*one, tested) for one in held)
    return tuple(sorted(found, key=lambda movement: (movement.chance, movement.id)))


def _movement(key: str, before: int, after: int, tested: int) -> Movement:
    chance = chance_of(before, after)
    ratio, bounds = rate_ratio(before, after), interval(before, after)
    return Movement(key, before, after, ratio, *bounds, chance, chance * tested < LEVEL)


def _two_years(days: Sequence[int], today: int) -> tuple[int, int]:
    """Developments of the year before and of the last one; none of a day to come."""
    ends = [bisect_left(days, today + 1 - years * YEAR.days) for years in (2, 1, 0)]
    return ends[1] - ends[0], ends[2] - ends[1]
