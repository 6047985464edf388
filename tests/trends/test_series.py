"""Series count developments by period, and say nothing below the stated n."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.newsroom.story_words import OutlookValue
from twosource.trends.periods import HOLDING, Grain, period_of, periods_between
from twosource.trends.series import series_of, without_gaps
from twosource.trends.trends import make_trends
from twosource.verification.verdict import Level

from .rows import DAY, row

DAYS = st.dates(date(1970, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("grain", "labels"),
    [
        (Grain.MONTH, ["2018-03", "2018-04"]),
        (Grain.QUARTER, ["2018-Q1", "2018-Q2"]),
        (Grain.WEEK, ["2018-W10", "2018-W17"]),
    ],
)
def test_the_width_of_a_period_is_a_parameter(grain: Grain, labels: list[str]) -> None:
    series = series_of("", [row("2018-03-07"), row("2018-04-24"), row("2018-03-11")], HOLDING[grain], 1)
    assert [point.period.label for point in series.points] == labels
    assert [point.tally.n for point in series.points] == [2, 1]


def test_a_tally_holds_badges_impact_and_outlook() -> None:
    total = series_of(
        "",
        [
            row("2018-03-01", impact=4, level=Level.SINGLE_SOURCE, outlook=OutlookValue.BULLISH),
            row("2018-03-02", impact=8, level=Level.UNCHECKED, outlook=OutlookValue.BEARISH),
            row("2018-03-03", impact=9, level=Level.DISPUTED, outlook=OutlookValue.BULLISH),
            row("2018-03-04", impact=7, outlook=OutlookValue.NEUTRAL),
        ],
        HOLDING[Grain.MONTH],
        1,
    ).total
    assert (total.n, total.verified, total.single_source, total.disputed, total.unchecked) == (4, 1, 1, 1, 1)
    assert (total.impact, total.unconfirmed_share, total.balance) == (7, 0.5, 0.25)


def test_without_developments_there_is_no_mean() -> None:
    total = series_of("", [], HOLDING[Grain.MONTH], 1).total
    assert (total.impact, total.unconfirmed_share, total.balance) == (None, None, None)


def test_empty_periods_are_shown_as_empty() -> None:
    series = series_of("", [row("2018-11-30"), row("2019-02-01")], HOLDING[Grain.MONTH], 1)
    span = (series.points[0].period, series.points[-1].period)
    assert [(point.period.label, point.tally.n) for point in without_gaps(series, span, Grain.MONTH)] == [
        ("2018-11", 1),
        ("2018-12", 0),
        ("2019-01", 0),
        ("2019-02", 1),
    ]


@pytest.mark.parametrize(("n", "enough"), [(4, False), (5, True)])
def test_the_minimum_n_decides_what_may_be_claimed(n: int, enough: bool) -> None:
    assert series_of("", [row("2018-03-01")] * n, HOLDING[Grain.MONTH], 5).enough is enough


@given(DAYS, st.sampled_from(list(Grain)))
def test_a_period_holds_its_day_and_begins_with_its_first(day: date, grain: Grain) -> None:
    period = period_of(day, grain)
    assert period.first <= day
    assert period_of(period.first, grain) == period


@given(DAYS, st.integers(0, 800), st.sampled_from(list(Grain)))
def test_periods_follow_each_other_without_gap_or_repetition(day: date, length: int, grain: Grain) -> None:
    first, last = period_of(day, grain), period_of(day + timedelta(days=length), grain)
    held = list(periods_between(first, last, grain))
    every = dict.fromkeys(period_of(day + timedelta(days=n), grain) for n in range(length + 1))
    assert held == list(every)


def test_order_does_not_matter() -> None:
    rows = [
        row(f"2018-0{n % 9 + 1}-01", slug=f"s{n}", entities=(f"e{n % 3}", "all"), terms=(f"t{n % 2}",))
        for n in range(40)
    ]
    first = make_trends(tuple(rows), ("trade", "other"), 3, DAY)
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        assert make_trends(tuple(rows), ("trade", "other"), 3, DAY) == first
    assert first.topics["other"].total.n == 0
    assert list(first.entities) == ["all", "e0", "e1", "e2"]
    assert first.terms["t1"].total.n == 20
