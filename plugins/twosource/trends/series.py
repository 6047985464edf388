"""Series: developments by week, month or quarter, of the beat, of each topic, entity and glossary term."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twosource.trends.developments import Development
from twosource.trends.periods import Grain, Period, period_of
from twosource.trends.tally import Tally, unpacked


class Kind(StrEnum):
    """What a series is about."""

    BEAT = "beat"
    TOPIC = "topic"
    ENTITY = "entity"
    TERM = "term"


KEYS: Mapping[Kind, Callable[[Development], tuple[str, ...]]] = {
    Kind.BEAT: lambda row: ("",),
    Kind.TOPIC: lambda row: (row.topic,),
    Kind.ENTITY: lambda row: row.entities,
    Kind.TERM: lambda row: row.terms,
}
"""The series of a kind in which a development is counted."""


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series."""

    period: Period
    """When."""
    tally: Tally
    """What was counted in it."""


@dataclass(frozen=True, slots=True)
class Series:
    """One topic, entity or term, or the whole beat, over time."""

    id: str
    """Topic, entity or term id; empty for the beat."""
    grain: Grain
    """Width of the periods."""
    total: Tally
    """Over all periods."""
    sums: Mapping[Period, int]
    """Packed tallies of the periods that have developments, in order of time; the others are empty."""
    enough: bool
    """False below the rubric's minimum n: then nothing may be claimed."""

    @property
    def points(self) -> tuple[Point, ...]:
        """Periods that have developments, in order of time."""
        return tuple(Point(period, unpacked(held)) for period, held in self.sums.items())


def series_by(
    rows: Iterable[tuple[Development, int]], kind: Kind, grain: Grain, minimum_n: int, first: Iterable[str] = ()
) -> Mapping[str, Series]:
    """Every series of a kind in one pass, sorted by id; those in `first` stand first, even without developments.

    `rows` are developments with their packed tallies, which all kinds and widths share.
    """
    keys, periods = KEYS[kind], _Periods(grain)
    sums: dict[str, dict[Period, int]] = {key: {} for key in first}
    for row, value in rows:
        period = periods[row.day]
        for key in keys(row):
            held = sums.setdefault(key, {})
            held[period] = held.get(period, 0) + value
    order = (*first, *sorted(sums.keys() - set(first)))
    return {key: _series(key, grain, sums[key], minimum_n) for key in order}


def _series(key: str, grain: Grain, sums: dict[Period, int], minimum_n: int) -> Series:
    total = unpacked(sum(sums.values()))
    return Series(key, grain, total, dict(sorted(sums.items())), total.n >= minimum_n)


class _Periods(dict[date, Period]):
    """The period of each day, looked for once."""

    def __init__(self, grain: Grain) -> None:
        super().__init__()
        self.grain = grain

    def __missing__(self, day: date) -> Period:
        found = self[day] = period_of(day, self.grain)
        return found
