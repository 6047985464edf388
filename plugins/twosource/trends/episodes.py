"""Episodes: longer stretches in which something took up far more than its usual share of the beat.

The two-state automaton for batched arrivals of J. Kleinberg, "Bursty and Hierarchical Structure in Streams" (Proc.
8th ACM SIGKDD, 2002, section 4). Batch t is a week that has developments: d of them, r on the subject. In the low
state each is on the subject with the subject's usual share p0 = R/D, in the high state with a share p1 of SCALE times
the odds. Kleinberg multiplies the share itself, which is the same for a rare subject and goes beyond 1 for a common
one. A sequence of states costs, for each batch, -ln(C(d,r) p^r (1-p)^(d-r)), and RISE * ln(batches) for each step up;
steps down are free. The cheapest sequence is found by dynamic programming (Viterbi). Since it looks at shares, a hub
that writes more makes no episode, and weeks without developments say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import log

from twosource.trends.bursts import LEAST, Beat, may_be_claimed, week_of

SCALE = 3.0
"""How many times its usual odds a subject has in the high state (Kleinberg's s)."""

RISE = 1.0
"""Weight of a step up (Kleinberg's gamma)."""

Costs = tuple[float, float]
"""Of a batch, or of the cheapest sequence so far, by state: low, high."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode of a topic, an entity or a term."""

    id: str
    """Topic, entity or term id."""
    first: date
    """Its first development."""
    last: date
    """Its last one."""
    n: int
    """Developments on the subject from the first to the last."""
    of: int
    """All developments in these days."""
    weight: float
    """By how much the high state is cheaper than the low one over the episode (Kleinberg's weight)."""


def episodes_of(key: str, days: Sequence[int], beat: Beat, minimum_n: int) -> tuple[Episode, ...]:
    """The episodes of one subject, whose sorted days are given; none across a gap in coverage."""
    if not may_be_claimed(days, beat, minimum_n):
        return ()
    own, weeks = Counter(map(week_of, days)), list(beat.weeks)
    drawn = [(own.get(week, 0), n) for week, n in beat.weeks.items()]
    costs = costs_of(drawn)
    high = [place for place, state in enumerate(cheapest(costs)) if state]
    runs = (_episode(key, days, beat, [(weeks[at], costs[at]) for at in run]) for run in _runs(high, weeks, beat))
    return tuple(episode for episode in runs if episode.n >= LEAST)


def costs_of(drawn: Sequence[tuple[int, int]]) -> list[Costs]:
    """What each batch of r out of d costs in either state; ln C(d, r), the same in both, is left out.

    Some developments are on the subject, and some are not.
    """
    low = sum(r for r, _ in drawn) / sum(d for _, d in drawn)
    states = [(log(p), log(1 - p)) for p in (low, SCALE * low / (1 + (SCALE - 1) * low))]
    return [(-r * states[0][0] - (d - r) * states[0][1], -r * states[1][0] - (d - r) * states[1][1]) for r, d in drawn]


def cheapest(costs: Sequence[Costs]) -> list[int]:
    """The states of the cheapest sequence, which begins low; of two that cost the same, that which stays low."""
    rise = RISE * log(len(costs)) if costs else 0.0
    low, high = 0.0, rise
    came: list[tuple[int, int]] = []
    for in_low, in_high in costs:
        came.append((int(high < low), int(high < low + rise)))
        low, high = min(low, high) + in_low, min(low + rise, high) + in_high
    states, state = [], int(high < low)
    for before in reversed(came):
        states.append(state)
        state = before[state]
    return states[::-1]


def _runs(high: Sequence[int], weeks: Sequence[int], beat: Beat) -> Iterator[list[int]]:
    """Batches in the high state that follow each other with no gap in coverage between."""
    gaps = [week_of(gap.first.toordinal()) for gap in beat.gaps]

    def stretch(held: tuple[int, int]) -> tuple[int, int]:
        place, batch = held
        return batch - place, sum(week < weeks[batch] for week in gaps)

    for _, found in groupby(enumerate(high), stretch):
        yield [batch for _, batch in found]


def _episode(key: str, days: Sequence[int], beat: Beat, run: Sequence[tuple[int, Costs]]) -> Episode:
    held = [day for day in days if run[0][0] <= week_of(day) <= run[-1][0]]
    first, last = (held[0], held[-1]) if held else (days[0], days[0])
    weight = sum(low - high for _, (low, high) in run)
    return Episode(key, date.fromordinal(first), date.fromordinal(last), len(held), beat.between(first, last), weight)
