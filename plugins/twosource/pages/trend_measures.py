"""What is measured over time: of a period with enough developments, and of single developments elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from twosource.newsroom.story_words import OutlookValue
from twosource.pages.chart_frame import Scale
from twosource.pages.wording import decimal, percent
from twosource.trends.developments import Development
from twosource.trends.periods import Grain, Period, period_of
from twosource.trends.tally import Tally
from twosource.verification.verdict import Level


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of developments."""

    id: str
    """Name of its chart."""
    title: str
    """Title of its chart."""
    scale: Scale
    """From its lowest to its highest value."""
    n: Callable[[Tally], int]
    """On how many developments its value for a period rests."""
    mean: Callable[[Tally], float | None]
    """Its value for a period; None without developments."""
    spread: Callable[[Tally], float | None]
    """How far single values lie from it, as a standard deviation; None where that means nothing."""
    single: Callable[[Development], float | None]
    """Its value for one development; None where that has none."""
    words: Callable[[float], str]
    """A period's value in words."""
    shown: Callable[[float], str]
    """A single value in words."""


@dataclass(frozen=True, slots=True)
class Single:
    """One development with its value."""

    value: float
    """On the measure's scale."""
    level: Level
    """Its badge."""


UNCONFIRMED = (Level.SINGLE_SOURCE, Level.UNCHECKED)
"""Badges of what nobody else confirms."""

TILT = {OutlookValue.BULLISH: 1.0, OutlookValue.BEARISH: -1.0}
"""Where an outlook stands on the scale of the balance; neutral and mixed stand at nought."""


def _unconfirmed(row: Development) -> float | None:
    return float(row.level in UNCONFIRMED)


def _tilt(row: Development) -> float | None:
    return TILT.get(row.outlook, 0.0) if row.outlook else None


def _none(_: Tally) -> float | None:
    return None


IMPACT = Measure(
    id="impact",
    title="Impact, mean and spread",
    scale=Scale(0, 10, ((10, "10"), (5, "5"), (0, "0"))),
    n=lambda tally: tally.n,
    mean=lambda tally: tally.impact,
    spread=lambda tally: tally.spread,
    single=lambda row: float(row.impact),
    words=lambda value: f"mean impact {decimal(value, 1)}",
    shown=lambda value: decimal(value, 0),
)
SHARE = Measure(
    id="unconfirmed",
    title="Share that is single-source or not checked",
    scale=Scale(0, 1, ((1, "100 %"), (0.5, "50 %"), (0, "0 %"))),
    n=lambda tally: tally.n,
    mean=lambda tally: tally.unconfirmed_share,
    spread=_none,
    single=_unconfirmed,
    words=lambda value: f"{percent(value)} single-source or not checked",
    shown=lambda value: "unconfirmed" if value else "confirmed or disputed",
)
CONFIDENCE = Measure(
    id="confidence",
    title="Confidence, mean",
    scale=Scale(0, 1, ((1, "1"), (0.5, "0.5"), (0, "0"))),
    n=lambda tally: tally.n,
    mean=lambda tally: tally.confidence,
    spread=_none,
    single=lambda row: row.confidence,
    words=lambda value: f"mean confidence {decimal(value, 2)}",
    shown=lambda value: decimal(value, 2),
)
BALANCE = Measure(
    id="outlook",
    title="Outlook, balance of bullish and bearish",
    scale=Scale(-1, 1, ((1, "all bullish"), (0, "0"), (-1, "all bearish"))),
    n=lambda tally: tally.outlooks,
    mean=lambda tally: tally.balance,
    spread=_none,
    single=_tilt,
    words=lambda value: f"balance {decimal(value, 2)}",
    shown=lambda value: "bullish" if value > 0 else "bearish" if value < 0 else "neutral or mixed",
)
MEASURES = (IMPACT, SHARE, CONFIDENCE, BALANCE)
"""Every measure, in the order of the page."""


def singles(rows: Iterable[Development], measure: Measure, grain: Grain) -> Mapping[Period, tuple[Single, ...]]:
    """Each development with its value, by period, in the order of the rows."""
    held: dict[Period, list[Single]] = {}
    for row in rows:
        value = measure.single(row)
        if value is not None:
            held.setdefault(period_of(row.day, grain), []).append(Single(value, row.level))
    return {period: tuple(found) for period, found in held.items()}
