"""The numbers of a series as rows: for the table under each chart, and for the CSV and JSON files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from twosource.pages.trend_measures import Measure, Single
from twosource.pages.wording import decimal, listed, percent
from twosource.trends.periods import Period
from twosource.trends.series import Point, Series, Tally

COUNTED = ("Month", "Developments", "Verified", "Single source", "Disputed", "Not checked")
"""Head of the table of counts."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "impact": ("Month", "Developments", "Mean impact", "Single values"),
    "unconfirmed": ("Month", "Developments", "Single source or not checked", "Share"),
    "outlook": ("Month", "With an outlook", "Balance", "Single values"),
}
"""Heads of the tables of measures."""

TOO_FEW = "too few"
"""Stands where a mean, a share or a balance would claim too much."""

HEADER = (
    "scope",
    "period",
    "developments",
    "verified",
    "single_source",
    "disputed",
    "unchecked",
    "mean_impact",
    "unconfirmed_share",
    "outlooks",
    "outlook_balance",
)
"""Heads of the CSV files."""


def counts(series: Series) -> list[list[str]]:
    """The table of counts: periods that have developments, oldest first."""
    return [
        [point.period.label, *(str(n) for n in (held.n, *_by_badge(held)))]
        for point in series.points
        for held in (point.tally,)
    ]


def table(series: Series, measure: Measure, held: Mapping[Period, Sequence[Single]], least: int) -> list[list[str]]:
    """The table of a measure; below the minimum n single values take the place of a month's."""
    return [
        _cells(point, measure, held.get(point.period, ()), least) for point in series.points if measure.n(point.tally)
    ]


def csv_rows(series: Series, scope: str, least: int) -> list[list[Any]]:
    """The same as data; means and shares stay empty where nothing may be claimed."""
    return [[scope, *_point(point, least).values()] for point in series.points]


def machine(series: Series, least: int) -> dict[str, Any]:
    """A series as JSON."""
    return {
        "n": series.total.n,
        "enough": series.enough,
        "total": _measures(series.total, least),
        "points": [_point(point, least) for point in series.points],
    }


def _cells(point: Point, measure: Measure, held: Sequence[Single], least: int) -> list[str]:
    n, value = measure.n(point.tally), measure.mean(point.tally)
    enough = n >= least and value is not None
    if measure.id == "unconfirmed":
        unconfirmed = str(point.tally.single_source + point.tally.unchecked)
        return [point.period.label, str(n), unconfirmed, percent(value or 0) if enough else TOO_FEW]
    alone = "" if enough else listed([measure.shown(one.value) for one in held])
    return [point.period.label, str(n), decimal(value or 0, 2) if enough else TOO_FEW, alone]


def _by_badge(tally: Tally) -> tuple[int, ...]:
    return tally.verified, tally.single_source, tally.disputed, tally.unchecked


def _point(point: Point, least: int) -> dict[str, Any]:
    return {"period": point.period.label, **_measures(point.tally, least)}


def _measures(tally: Tally, least: int) -> dict[str, Any]:
    """Means and shares are None where fewer developments than the minimum carry them."""
    enough = tally.n >= least
    return {
        "developments": tally.n,
        "verified": tally.verified,
        "single_source": tally.single_source,
        "disputed": tally.disputed,
        "unchecked": tally.unchecked,
        "mean_impact": _rounded(tally.impact, enough),
        "unconfirmed_share": _rounded(tally.unconfirmed_share, enough),
        "outlooks": tally.outlooks,
        "outlook_balance": _rounded(tally.balance, tally.outlooks >= least),
    }


def _rounded(value: float | None, enough: bool) -> float | None:
    return round(value, 4) if enough and value is not None else None
