"""The numbers of a chart as rows: for the table under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.pages.trend_measures import Measure, Single
from twosource.pages.trend_words import period_words
from twosource.pages.wording import decimal, listed, percent
from twosource.trends.periods import Grain, Period
from twosource.trends.series import Point, Series
from twosource.trends.tally import Tally

COUNTED = ("Developments", "Verified", "Single source", "Disputed", "Not checked")
"""Head of the table of counts, after the period."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "impact": ("Developments", "Mean impact", "Standard deviation", "Single values"),
    "unconfirmed": ("Developments", "Single source or not checked", "Share"),
    "confidence": ("Developments", "Mean confidence", "Single values"),
    "outlook": ("With an outlook", "Balance", "Single values"),
}
"""Heads of the tables of measures, after the period."""

TOO_FEW = "too few"
"""Stands where a mean, a share or a balance would claim too much."""


def head(columns: Sequence[str], grain: Grain) -> list[str]:
    """Head of a table with its period in front."""
    return [grain.value.capitalize(), *columns]


def counts(series: Series) -> list[list[str]]:
    """The table of counts: periods that have developments, oldest first."""
    return [
        [period_words(point.period, series.grain), *(f"{n:,}" for n in (held.n, *_by_badge(held)))]
        for point in series.points
        for held in (point.tally,)
    ]


def table(series: Series, measure: Measure, held: Mapping[Period, Sequence[Single]], least: int) -> list[list[str]]:
    """The table of a measure; below the minimum n single values take the place of a period's."""
    return [
        [period_words(point.period, series.grain), *_cells(point, measure, held.get(point.period, ()), least)]
        for point in series.points
        if measure.n(point.tally)
    ]


def _cells(point: Point, measure: Measure, held: Sequence[Single], least: int) -> list[str]:
    n, value = measure.n(point.tally), measure.mean(point.tally)
    enough = n >= least and value is not None
    if measure.id == "unconfirmed":
        unconfirmed = str(point.tally.single_source + point.tally.unchecked)
        return [str(n), unconfirmed, percent(value or 0) if enough else TOO_FEW]
    alone = "" if enough else listed([measure.shown(one.value) for one in held])
    mean = decimal(value or 0, 2) if enough else TOO_FEW
    spread = measure.spread(point.tally)
    between = [decimal(spread, 2) if enough and spread is not None else ""] if measure.id == "impact" else []
    return [str(n), mean, *between, alone]


def _by_badge(tally: Tally) -> tuple[int, ...]:
    return tally.verified, tally.single_source, tally.disputed, tally.unchecked
