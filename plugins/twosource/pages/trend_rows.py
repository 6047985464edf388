"""Series as data: one row for each period that has developments, the same in CSV and in JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twosource.trends.periods import Grain
from twosource.trends.series import Kind, Series
from twosource.trends.tally import Tally, fields_of, unpacked
from twosource.trends.trends import Trends

MEASURED = (
    "developments",
    "verified",
    "single_source",
    "disputed",
    "unchecked",
    "mean_impact",
    "sd_impact",
    "unconfirmed_share",
    "mean_confidence",
    "outlooks",
    "bullish",
    "bearish",
    "outlook_balance",
)
"""What is told of a period, and of a whole series."""

POINT = ("grain", "period", "first_day", *MEASURED)
"""Columns of a point in JSON."""

HEADER = ("scope", "id", *POINT)
"""Head of the CSV files."""

PLACES = 4
"""Digits of means and shares."""


def csv_rows(trends: Trends, kind: Kind, keys: Iterable[str]) -> Iterator[list[Any]]:
    """Rows of some series of a kind, of each all grains."""
    found = {grain: trends.series(kind, grain) for grain in Grain}
    for key in keys:
        for held in found.values():
            yield from ([kind.value, key, *row] for row in points(held[key], trends.minimum_n))


def machine(trends: Trends, kind: Kind, key: str, name: str) -> dict[str, Any]:
    """One series as JSON."""
    held = [trends.series(kind, grain)[key] for grain in Grain]
    return {
        "scope": kind.value,
        "id": key,
        "name": name,
        "enough": held[0].enough,
        "total": dict(zip(MEASURED, measures(sum(held[0].sums.values()), trends.minimum_n), strict=True)),
        "points": [row for series in held for row in points(series, trends.minimum_n)],
    }


def points(series: Series, least: int) -> Iterator[list[Any]]:
    """One row for each period that has developments."""
    grain = series.grain.value
    for period, held in series.sums.items():
        yield [grain, period.label, period.first.isoformat(), *measures(held, least)]


def measures(held: int, least: int) -> list[Any]:
    """Numbers of one packed tally; means and shares are None where fewer developments than the minimum carry them."""
    n, verified, single, disputed, unchecked, _, _, _, outlooks, bullish, bearish = fields_of(held)
    means = _means(unpacked(held)) if n >= least else NO_MEANS
    balance = round((bullish - bearish) / outlooks, PLACES) if outlooks >= least else None
    return [n, verified, single, disputed, unchecked, *means, outlooks, bullish, bearish, balance]


NO_MEANS = (None, None, None, None)


def _means(tally: Tally) -> list[float | None]:
    found = (tally.impact, tally.spread, tally.unconfirmed_share, tally.confidence)
    return [None if value is None else round(value, PLACES) for value in found]


def origin(trends: Trends) -> Mapping[str, Any]:
    """How the series of a file were counted."""
    return {
        "counted_by": [grain.value for grain in Grain],
        "minimum_n": trends.minimum_n,
        "gaps": [{"first": gap.first.isoformat(), "last": gap.last.isoformat()} for gap in trends.gaps],
        "columns": list(POINT),
    }
