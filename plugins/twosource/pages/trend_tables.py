"""The numbers of a series as rows: for the table under each chart, and for the CSV and JSON files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from twosource.pages.wording import decimal, percent
from twosource.trends.series import Point, Series, Tally

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "developments": ("Month", "Developments", "Verified", "Single source", "Disputed", "Not checked"),
    "impact": ("Month", "Developments", "Mean impact"),
    "unconfirmed": ("Month", "Developments", "Single source or not checked", "Share"),
    "outlook": ("Month", "Developments", "With an outlook", "Balance"),
}
"""Heads of the tables."""

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


def table(series: Series, name: str) -> list[list[str]]:
    """The table under a chart: periods that have developments, oldest first."""
    return [_cells(point, name, series.enough) for point in series.points]


def csv_rows(series: Series, scope: str) -> list[list[Any]]:
    """The same as data; means and shares stay empty where nothing may be claimed."""
    return [list(_record(point, series, scope).values()) for point in series.points]


def machine(series: Series) -> dict[str, Any]:
    """A series as JSON."""
    return {
        "n": series.total.n,
        "enough": series.enough,
        "total": _measures(series.total, series.enough),
        "points": [{"period": point.period.label, **_measures(point.tally, series.enough)} for point in series.points],
    }


def _cells(point: Point, name: str, enough: bool) -> list[str]:
    tally = point.tally
    rest = {
        "developments": [str(n) for n in (tally.verified, tally.single_source, tally.disputed, tally.unchecked)],
        "impact": [_number(tally.impact, 1) if enough or tally.n == 1 else "too few for a mean"],
        "unconfirmed": [
            str(tally.single_source + tally.unchecked),
            percent(tally.unconfirmed_share) if tally.unconfirmed_share is not None else "",
        ],
        "outlook": [str(tally.outlooks), _number(tally.balance, 2)],
    }
    return [point.period.label, str(tally.n), *rest[name]]


def _record(point: Point, series: Series, scope: str) -> dict[str, Any]:
    return {"scope": scope, "period": point.period.label, **_measures(point.tally, series.enough)}


def _measures(tally: Tally, enough: bool) -> dict[str, Any]:
    return {
        "developments": tally.n,
        "verified": tally.verified,
        "single_source": tally.single_source,
        "disputed": tally.disputed,
        "unchecked": tally.unchecked,
        "mean_impact": _rounded(tally.impact, enough),
        "unconfirmed_share": _rounded(tally.unconfirmed_share, enough),
        "outlooks": tally.outlooks,
        "outlook_balance": _rounded(tally.balance, enough),
    }


def _rounded(value: float | None, enough: bool) -> float | None:
    return round(value, 4) if enough and value is not None else None


def _number(value: float | None, places: int) -> str:
    return decimal(value, places) if value is not None else ""
