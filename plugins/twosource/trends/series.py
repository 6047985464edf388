"""Series: developments by period, with their impact, their badges and their outlook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from twosource.newsroom.story_words import OutlookValue
from twosource.trends.developments import Development
from twosource.trends.periods import Grain, Period, periods_between
from twosource.verification.verdict import Level

TILT = {OutlookValue.BULLISH: 1, OutlookValue.BEARISH: -1}
"""What an outlook adds to the balance; neutral and mixed add nothing."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted over some developments."""

    n: int
    """Developments."""
    verified: int
    """Of these, verified."""
    single_source: int
    """Of these, single-source."""
    disputed: int
    """Of these, disputed."""
    unchecked: int
    """Of these, cited and not checked."""
    impact_sum: int
    """Impact scores added up."""
    outlooks: int
    """Developments that give an outlook."""
    tilt: int
    """Bullish outlooks less bearish ones."""

    @property
    def impact(self) -> float | None:
        """Mean impact, 1 to 10; None without developments."""
        return self.impact_sum / self.n if self.n else None

    @property
    def unconfirmed_share(self) -> float | None:
        """Share of single-source and unchecked developments, 0 to 1; None without developments."""
        return (self.single_source + self.unchecked) / self.n if self.n else None

    @property
    def balance(self) -> float | None:
        """Outlook balance from -1 (all bearish) to 1 (all bullish); None without outlooks."""
        return self.tilt / self.outlooks if self.outlooks else None


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series."""

    period: Period
    """When."""
    tally: Tally
    """What was counted in it."""


@dataclass(frozen=True, slots=True)
class Series:
    """All periods of one topic, entity, term, or of the whole beat."""

    id: str
    """Topic, entity or term id; empty for the beat."""
    total: Tally
    """Over all periods."""
    points: tuple[Point, ...]
    """Periods that have developments, in order of time; the others are empty."""
    enough: bool
    """False below the rubric's minimum n: then nothing may be claimed."""


def tally(rows: Iterable[Development]) -> Tally:
    """Count some developments."""
    held = tuple(rows)
    levels = [row.level for row in held]
    outlooks = [row.outlook for row in held if row.outlook is not None]
    return Tally(
        n=len(held),
        verified=levels.count(Level.VERIFIED),
        single_source=levels.count(Level.SINGLE_SOURCE),
        disputed=levels.count(Level.DISPUTED),
        unchecked=levels.count(Level.UNCHECKED),
        impact_sum=sum([row.impact for row in held]),
        outlooks=len(outlooks),
        tilt=sum([TILT.get(value, 0) for value in outlooks]),
    )


def series_of(key: str, rows: Iterable[Development], holding: Callable[[date], Period], minimum_n: int) -> Series:
    """Count developments by period; `holding` finds the period that holds a day."""
    held = tuple(rows)
    by_period: defaultdict[Period, list[Development]] = defaultdict(list)
    for row in held:
        by_period[holding(row.day)].append(row)
    points = tuple(Point(period, tally(by_period[period])) for period in sorted(by_period))
    return Series(key, tally(held), points, len(held) >= minimum_n)


def without_gaps(series: Series, span: tuple[Period, Period] | None, grain: Grain) -> tuple[Point, ...]:
    """The points of a series with its empty periods, over a span such as that of the whole beat."""
    if span is None:
        return ()
    known = {point.period: point for point in series.points}
    empty = tally(())
    return tuple(known.get(period) or Point(period, empty) for period in periods_between(*span, grain))
