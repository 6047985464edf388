"""What was found in the series, as data: bursts and episodes, momentum, and entities named together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from twosource.pages import addresses
from twosource.pages.data_files import csv_page, origin
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.trends import bursts, coverage_gaps, episodes, movement, rate_ratio

FOUND = ("scope", "id", "what", "first", "last", "n", "count", "expected", "chance", "of", "weight")
"""Head of the bursts and episodes; a burst has no `of` and no `weight`, an episode only these."""

MOVED = ("scope", "id", "before", "after", "ratio", "low", "high", "chance", "named")
"""Head of the momentum."""

TOGETHER = ("a", "b", "count", "of_a", "of_b")
"""Head of the pairs."""

DIGITS = 6
"""Significant digits of chances and ratios."""


def finding_data(stand: Newsstand) -> Iterator[Sheet]:
    """Bursts and episodes, momentum, pairs."""
    yield Sheet(addresses.data("trend-findings"), "json", _findings)
    yield Sheet(addresses.data("trend-findings", "csv"), "csv", _findings_csv)
    yield Sheet(addresses.data("momentum", "csv"), "csv", _momentum)
    yield Sheet(addresses.data("together"), "json", _together)
    yield Sheet(addresses.data("together", "csv"), "csv", _together_csv)


def _findings(stand: Newsstand) -> Page:
    held = stand.trends.findings
    view = {
        **origin(stand),
        "minimum_n": stand.minimum_n,
        "method": {
            "window_days": bursts.WINDOW,
            "before_days": bursts.BEFORE,
            "least": bursts.LEAST,
            "chance": bursts.CHANCE,
            "scale": episodes.SCALE,
            "rise": episodes.RISE,
            "gap_days": coverage_gaps.GAP.days,
            "span_days": movement.YEAR.days,
            "interval": rate_ratio.SURE,
            "windows_tested": sum(found.tested for found in held.values()),
            "windows_seen": sum(found.seen for found in held.values()),
        },
        "bursts": [_plain(kind, one) for kind, found in held.items() for one in found.bursts],
        "episodes": [_plain(kind, one) for kind, found in held.items() for one in found.episodes],
        "momentum": [_plain(kind, one) for kind, found in held.items() for one in found.movements],
    }
    return Page(addresses.data("trend-findings"), "json", view)


def _findings_csv(stand: Newsstand) -> Page:
    return csv_page("trend-findings", FOUND, ([row.get(column) for column in FOUND] for row in _found(stand)))


def _found(stand: Newsstand) -> Iterator[dict[str, Any]]:
    for kind, held in stand.trends.findings.items():
        yield from ({"what": "burst", **_plain(kind, one)} for one in held.bursts)
        yield from ({"what": "episode", **_plain(kind, one)} for one in held.episodes)


def _momentum(stand: Newsstand) -> Page:
    held = stand.trends.findings
    rows = (_plain(kind, one) for kind, found in held.items() for one in found.movements)
    return csv_page("momentum", MOVED, ([row[column] for column in MOVED] for row in rows))


def _plain(kind: str, held: Any) -> dict[str, Any]:
    """A finding as JSON holds it."""
    return {"scope": str(kind), **{name: _value(value) for name, value in asdict(held).items()}}


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value


def _together(stand: Newsstand) -> Page:
    pairs = [dict(zip(TOGETHER, row, strict=True)) for row in _pairs(stand)]
    return Page(addresses.data("together"), "json", {**origin(stand), "pairs": pairs})


def _together_csv(stand: Newsstand) -> Page:
    return csv_page("together", TOGETHER, _pairs(stand))


def _pairs(stand: Newsstand) -> Iterator[list[Any]]:
    """All pairs, with the developments that name either."""
    named = stand.trends.named
    return ([pair.a, pair.b, pair.count, named[pair.a], named[pair.b]] for pair in stand.trends.pairs)
