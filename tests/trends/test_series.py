"""Series count developments by period, and say nothing below the stated n."""

from __future__ import annotations

import random
from datetime import date
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.newsroom.story_words import OutlookValue
from twosource.trends.developments import Development
from twosource.trends.periods import Grain, period_of
from twosource.trends.series import Kind, Series, series_by
from twosource.trends.tally import packed, unpacked
from twosource.trends.trends import make_trends
from twosource.verification.verdict import Level

from .rows import DAY, row

ROWS = st.lists(
    st.builds(
        lambda day, n, topic, entities, impact, level: row(
            day.isoformat(), slug=f"s{n}", topic=topic, entities=tuple(sorted(entities)), impact=impact, level=level
        ),
        st.dates(date(2018, 1, 1), date(2019, 12, 31)),
        st.integers(0, 10**6),
        st.sampled_from(["trade", "oil", "farm"]),
        st.sets(st.sampled_from("abcd")),
        st.integers(1, 10),
        st.sampled_from(list(Level)[:4]),
    ),
    max_size=40,
)
DAYS = st.dates(date(1970, 1, 1), date(2100, 1, 1))


def beat_of(rows: list[Development], grain: Grain = Grain.MONTH, least: int = 1) -> Series:
    return series_by([(one, packed(one)) for one in rows], Kind.BEAT, grain, least, ("",))[""]


@pytest.mark.parametrize(
    ("grain", "labels"),
    [
        (Grain.MONTH, ["2018-03", "2018-04"]),
        (Grain.QUARTER, ["2018-Q1", "2018-Q2"]),
        (Grain.WEEK, ["2018-W10", "2018-W17"]),
    ],
)
def test_the_width_of_a_period_is_a_parameter(grain: Grain, labels: list[str]) -> None:
    series = beat_of([row("2018-03-07"), row("2018-04-24"), row("2018-03-11")], grain)
    assert [point.period.label for point in series.points] == labels
    assert [point.tally.n for point in series.points] == [2, 1]


def test_a_tally_holds_badges_impact_and_outlook() -> None:
    total = beat_of(
        [
            row("2018-03-01", impact=4, level=Level.SINGLE_SOURCE, outlook=OutlookValue.BULLISH, confidence=0.29),
            row("2018-03-02", impact=8, level=Level.UNCHECKED, outlook=OutlookValue.BEARISH, confidence=0.0),
            row("2018-03-03", impact=9, level=Level.DISPUTED, outlook=OutlookValue.BULLISH, confidence=0.57),
            row("2018-03-04", impact=7, outlook=OutlookValue.NEUTRAL, confidence=0.94),
        ]
    ).total
    assert (total.n, total.verified, total.single_source, total.disputed, total.unchecked) == (4, 1, 1, 1, 1)
    assert (total.impact, total.unconfirmed_share, total.balance) == (7, 0.5, 0.25)
    assert total.confidence == pytest.approx(0.45)
    assert total.spread == pytest.approx(stdev([4, 8, 9, 7]))


def test_without_developments_there_is_no_mean() -> None:
    total = beat_of([]).total
    assert (total.impact, total.unconfirmed_share, total.balance, total.confidence, total.spread) == (None,) * 5


@pytest.mark.parametrize(("n", "enough"), [(4, False), (5, True)])
def test_the_minimum_n_decides_what_may_be_claimed(n: int, enough: bool) -> None:
    assert beat_of([row("2018-03-01")] * n, least=5).enough is enough


@given(DAYS, st.sampled_from(list(Grain)))
def test_a_period_holds_its_day_and_begins_with_its_first(day: date, grain: Grain) -> None:
    period = period_of(day, grain)
    assert period.first <= day
    assert period_of(period.first, grain) == period


@given(ROWS, st.randoms(use_true_random=False), st.sampled_from(list(Grain)))
def test_order_does_not_matter(rows: list[Development], chance: random.Random, grain: Grain) -> None:
    first = make_trends(rows, ("trade", "oil"), 3, DAY)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    second = make_trends(shuffled, ("trade", "oil"), 3, DAY)
    for kind in Kind:
        assert first.series(kind, grain) == second.series(kind, grain)
        assert list(first.series(kind, grain)) == list(second.series(kind, grain))
    assert (first.findings, first.pairs, first.gaps) == (second.findings, second.pairs, second.gaps)


@given(ROWS, st.sampled_from(list(Grain)))
def test_topics_add_up_to_the_beat_in_every_period(rows: list[Development], grain: Grain) -> None:
    """Each development has one topic, so that no count may get lost or be doubled."""
    trends = make_trends(rows, ("trade", "oil"), 3, DAY)
    added: dict[str, int] = {}
    for series in trends.series(Kind.TOPIC, grain).values():
        for period, held in series.sums.items():
            added[period.label] = added.get(period.label, 0) + held
    assert added == {period.label: held for period, held in trends.beat(grain).sums.items()}


@given(ROWS)
def test_every_width_of_period_has_the_same_total(rows: list[Development]) -> None:
    trends = make_trends(rows, ("trade", "oil"), 3, DAY)
    for kind in Kind:
        week, month, quarter = (
            {key: series.total for key, series in trends.series(kind, grain).items()} for grain in Grain
        )
        assert week == month == quarter


@given(ROWS)
def test_a_packed_tally_is_what_counting_one_by_one_gives(rows: list[Development]) -> None:
    total = unpacked(sum(packed(one) for one in rows))
    assert total.n == len(rows)
    assert total.impact_sum == sum(one.impact for one in rows)
    assert total.verified + total.single_source + total.disputed + total.unchecked == len(rows)
    assert total.confidence_sum == sum(round(one.confidence * 100) for one in rows)


def test_a_topic_without_developments_stands_in_its_place() -> None:
    trends = make_trends([row("2018-03-01", entities=("b", "a"), terms=("t",))], ("trade", "other"), 3, DAY)
    assert list(trends.topics) == ["trade", "other"]
    assert trends.topics["other"].total.n == 0
    assert list(trends.series(Kind.ENTITY, Grain.MONTH)) == ["a", "b"]
    assert trends.named == {"a": 1, "b": 1}
