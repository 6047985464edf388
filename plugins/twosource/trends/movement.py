"""What rises and what falls: said only where a stated test says so.

The test compares the developments of the last year with those of the year before. If nothing had changed,
each of them would fall into either year with equal chance: the count of the last year is binomial (n, 1/2).
A movement is named when that chance, two-sided, is below LEVEL shared out among all keys tested (Bonferroni),
and when the two years together hold the rubric's minimum n.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.trends.developments import Development

LEVEL = 0.05
"""Chance of naming any movement where there is none."""

YEAR = timedelta(days=365)
"""Length of each of the two spans compared."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A topic or an entity with more, or fewer, developments than the year before."""

    id: str
    """Topic or entity id."""
    before: int
    """Developments in the year before."""
    after: int
    """Developments in the last year."""
    chance: float
    """Two-sided chance of a difference this large when nothing has changed."""

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


def movements_of(groups: Mapping[str, Iterable[Development]], day: date, minimum_n: int) -> tuple[Movement, ...]:
    """Every movement that passes the test, the surest first."""
    counted = [(key, *_two_years(rows, day)) for key, rows in groups.items()]
    tested = [(key, before, after) for key, before, after in counted if before + after >= max(minimum_n, 1)]
    found = (Movement(key, before, after, chance_of(before, after)) for key, before, after in tested)
    named = (movement for movement in found if movement.chance * len(tested) < LEVEL)
    return tuple(sorted(named, key=lambda movement: (movement.chance, movement.id)))


def _two_years(rows: Iterable[Development], day: date) -> tuple[int, int]:
    today = day.toordinal()
    ages = [today - row.day.toordinal() for row in rows]
    return sum([YEAR.days <= age < 2 * YEAR.days for age in ages]), sum([age < YEAR.days for age in ages])
