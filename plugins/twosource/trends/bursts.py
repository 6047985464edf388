"""Bursts: weeks in which something came up more often than before, and more often than it usually does.

A window of WINDOW days that ends with a development is set against the BEFORE days in front of it. Had nothing
changed, the number in the window would be Poisson (S. D. Poisson, Recherches sur la probabilité, 1837) with mean

    max(before * WINDOW / BEFORE, usual)  *  max(1, (others now + 1/2) / (others before * WINDOW / BEFORE + 1/2))

where `usual` is the number in a window at the subject's rate over all days that were covered, and `before` has a half
added to it, the mean that Jeffreys' prior gives to a count: without it, anything would be a burst after twelve silent
weeks. The usual rate stands beside the recent one because twelve weeks may be silent by chance: with the recent one
alone, simulated hubs in which nothing changed had nine times the bursts that CHANCE promises, with both about as
many. The last factor is the volume of the hub, counted without the subject itself, which would otherwise hide its own
burst; a hub that writes twice as much makes none, and one that falls silent makes none either.

A burst is claimed when so many have a chance below CHANCE, there are LEAST of them, the whole series has the rubric's
minimum n, and the twelve weeks were covered at all. What is in two of three developments is the beat itself and has
no others to be set against.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from twosource.trends.coverage_gaps import Gap
from twosource.trends.poisson import poisson_tail

WINDOW, BEFORE = 28, 84
"""Days of the window, and of the stretch in front of it."""

LEAST = 3
"""Fewer developments are never a burst."""

CHANCE = 0.001
"""A burst is claimed below this chance."""

PRIOR = 0.5
"""Added to each count from which a rate is estimated."""

BEAT_SHARE = 2 / 3
"""What is in this share of all developments, or more, has no bursts and no episodes of its own."""


@dataclass(frozen=True, slots=True)
class Burst:
    """One burst of a topic, an entity or a term."""

    id: str
    """Topic, entity or term id."""
    first: date
    """Its first development."""
    last: date
    """Its last one."""
    n: int
    """Developments from the first to the last."""
    count: int
    """Developments in its strongest window."""
    expected: float
    """How many the twelve weeks before that window, or its usual rate, let one expect."""
    chance: float
    """Chance of as many as that, or more, if nothing had changed."""


@dataclass(frozen=True, slots=True)
class Beat:
    """The days of all developments, against which each subject is set."""

    days: Sequence[int]
    """One entry for each development, as `date.toordinal` counts, sorted."""
    weeks: Mapping[int, int]
    """Developments of each week that has any, in order: see `week_of`."""
    gaps: tuple[Gap, ...]
    """Stretches without coverage."""
    covered: int
    """Days from the first development to the last, those without coverage left out."""
    known: dict[int, tuple[int, int] | None] = field(default_factory=dict, compare=False)
    """Windows that were looked at: all subjects share them. See `around`."""

    def between(self, first: int, last: int) -> int:
        """Developments from one day to another, both included."""
        return bisect_right(self.days, last) - bisect_left(self.days, first)

    def around(self, last: int) -> tuple[int, int] | None:
        """Developments in the window that ends on a day, and in front of it; None where the latter was not covered."""
        if last not in self.known:
            first, before = last - WINDOW + 1, last - WINDOW - BEFORE + 1
            found = self.between(first, last), self.between(before, first - 1)
            self.known[last] = found if self.covers(before, first - 1) else None
        return self.known[last]

    def covers(self, first: int, last: int) -> bool:
        """True when the hub was at work from one day to another."""
        begun = bool(self.days) and self.days[0] <= first
        return begun and all(gap.last.toordinal() < first or last < gap.first.toordinal() for gap in self.gaps)


class Window(NamedTuple):
    """One window that was tested; there may be a hundred thousand."""

    first: int
    """Its first day."""
    last: int
    """Its last day, on which there was a development."""
    n: int
    """Developments of the subject in it."""
    expected: float
    """How many were expected; 0 where there are too few for a burst, and nothing is reckoned."""
    chance: float
    """Of so many or more; 1 where there are too few, or no more than expected."""


def make_beat(days: Iterable[date], gaps: tuple[Gap, ...]) -> Beat:
    """Count the days of all developments."""
    ordered = sorted(day.toordinal() for day in days)
    whole = ordered[-1] - ordered[0] + 1 if ordered else 0
    silent = sum((gap.last - gap.first).days + 1 for gap in gaps if gap.first.toordinal() < ordered[-1])
    return Beat(ordered, Counter(map(week_of, ordered)), gaps, whole - silent)


def week_of(ordinal: int) -> int:
    """Weeks that begin on Mondays, numbered: day 1 was a Monday."""
    return (ordinal - 1) // 7


def may_be_claimed(days: Sequence[int], beat: Beat, minimum_n: int) -> bool:
    """True when a subject has enough developments, and so many others stand beside it that they can be compared."""
    return max(minimum_n, LEAST) <= len(days) < BEAT_SHARE * len(beat.days)


def bursts_of(key: str, days: Sequence[int], tested: Iterable[Window]) -> tuple[Burst, ...]:
    """The bursts of one subject, whose sorted days and whose windows are given."""
    passed = (window for window in tested if window.chance < CHANCE)
    return tuple(_burst(key, days, held) for held in _joined(passed))


def windows(days: Sequence[int], beat: Beat) -> Iterator[Window]:
    """Every window of a subject that ends with a development and has weeks before it that were covered."""
    usual, start, back = len(days) / beat.covered if days else 0.0, 0, 0
    for place, last in enumerate(days):
        if place + 1 < len(days) and days[place + 1] == last:
            continue  # the window of that day ends with its last development
        first = last - WINDOW + 1
        while days[start] < first:
            start += 1
        while days[back] < first - BEFORE:
            back += 1
        around = beat.around(last)
        if around is not None:
            yield _window((first, last), place + 1 - start, start - back, usual, around)


def _window(ends: tuple[int, int], count: int, before: int, usual: float, around: tuple[int, int]) -> Window:
    """Test a window; the tail costs most, and is summed only where there are more than expected."""
    if count < LEAST:
        return Window(*ends, count, 0.0, 1.0)
    mean = expected(before, usual, around[0] - count, around[1] - before)
    return Window(*ends, count, mean, poisson_tail(count, mean) if count > mean else 1.0)


def expected(before: int, usual: float, others_now: int, others_before: int) -> float:
    """Developments expected in a window; `usual` is the rate a day, the others are those of the beat beside it."""
    part = WINDOW / BEFORE
    volume = (others_now + PRIOR) / (others_before * part + PRIOR)
    return max((before + PRIOR) * part, usual * WINDOW) * max(1.0, volume)


def _joined(passed: Iterable[Window]) -> Iterator[list[Window]]:
    """Windows that overlap are of one burst."""
    held: list[Window] = []
    for window in passed:
        if held and window.first > held[-1].last:
            yield held
            held = []
        held.append(window)
    if held:
        yield held


def _burst(key: str, days: Sequence[int], held: Sequence[Window]) -> Burst:
    start, end = bisect_left(days, held[0].first), bisect_right(days, held[-1].last)
    best = min(held, key=lambda window: (window.chance, window.last))
    first, last = date.fromordinal(days[start]), date.fromordinal(held[-1].last)
    return Burst(key, first, last, end - start, best.n, best.expected, best.chance)
