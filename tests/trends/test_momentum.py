"""A ratio has its interval, and a movement is named only where chance hardly makes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.trends.bursts import Beat, make_beat
from twosource.trends.coverage_gaps import Gap
from twosource.trends.movement import YEAR, Movement, chance_of, movements_of
from twosource.trends.rate_ratio import beta, interval, rate_ratio
from twosource.trends.series import Kind
from twosource.trends.trends import make_trends

from .rows import DAY, row

LAST, BEFORE = ((DAY - timedelta(days=age)).toordinal() for age in (10, 400))
COUNTS = st.integers(0, 400)


BEGUN = DAY - timedelta(days=1000)


def beat(*without: Gap) -> Beat:
    """A hub that began a thousand days ago."""
    return make_beat((BEGUN, DAY), without)


def moved(days: Mapping[str, Sequence[int]], least: int) -> tuple[Movement, ...]:
    return movements_of({Kind.TOPIC: days}, beat(), DAY, least)[Kind.TOPIC]


def held(before: int, after: int) -> list[int]:
    return [BEFORE] * before + [LAST] * after


@given(COUNTS, COUNTS)
def test_the_interval_holds_the_ratio(before: int, after: int) -> None:
    low, high = interval(before, after)
    ratio = rate_ratio(before, after)
    assert low >= 0
    if ratio is None:
        assert high is None
    else:
        assert high is not None
        assert low <= ratio <= high


@given(st.integers(1, 200), st.integers(1, 200))
def test_turned_round_in_time_the_interval_is_turned_over(before: int, after: int) -> None:
    low, high = interval(before, after)
    turned_low, turned_high = interval(after, before)
    assert high is not None
    assert turned_high is not None
    assert turned_low == pytest.approx(1 / high, rel=1e-6)
    assert turned_high == pytest.approx(1 / low, rel=1e-6)


@given(st.floats(0.01, 0.99), st.integers(1, 30), st.integers(1, 30))
def test_the_incomplete_beta_function_is_the_tail_of_a_binomial(p: float, a: int, b: int) -> None:
    n = a + b - 1
    tail = sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(a, n + 1))
    assert beta(p, a, b) == pytest.approx(tail, abs=1e-10)


@pytest.mark.parametrize(
    ("before", "after", "low", "high"), [(10, 10, 0.37355, 2.67699), (5, 0, 0.0, 1.09126), (0, 0, 0.0, None)]
)
def test_the_bounds_are_those_of_clopper_and_pearson(before: int, after: int, low: float, high: float | None) -> None:
    """The published bounds for 10 of 20 are 0.27196 and 0.72804; for 0 of 5 the upper one is 0.52182."""
    assert interval(before, after) == (
        pytest.approx(low, abs=2e-4),
        high if high is None else pytest.approx(high, 2e-4),
    )


def test_a_movement_is_named_only_where_chance_hardly_makes_it() -> None:
    movement, other = moved({"x": held(1, 12), "y": held(3, 2)}, 5)
    assert (movement.id, movement.before, movement.after, movement.rises, movement.named) == ("x", 1, 12, True, True)
    assert (other.id, other.named) == ("y", False)
    assert not any(one.named for one in moved({"x": held(0, 3)}, 1))


def test_nothing_is_reckoned_below_the_minimum() -> None:
    assert moved({"x": held(1, 12)}, 14) == ()
    assert moved({"x": []}, 0) == ()


def test_more_keys_make_the_test_stricter() -> None:
    assert moved({"x": held(1, 8)}, 5)[0].named
    assert not any(one.named for one in moved({"x": held(1, 8), "y": held(5, 5)}, 5))


@pytest.mark.parametrize(("before", "after", "chance"), [(0, 0, 1.0), (1, 1, 1.0), (0, 5, 0.0625), (1, 9, 22 / 1024)])
def test_the_chance_is_that_of_the_exact_binomial_test(before: int, after: int, chance: float) -> None:
    assert chance_of(before, after) == pytest.approx(chance)
    assert chance_of(after, before) == chance_of(before, after)


def test_a_year_is_365_days_and_no_development_is_counted_in_both() -> None:
    days = sorted((DAY - timedelta(days=age)).toordinal() for age in (-1, 0, 364, 365, 729, 730))
    (movement,) = moved({"x": days}, 1)
    assert (movement.before, movement.after) == (2, 2)


@pytest.mark.parametrize(("age", "compared"), [(729, True), (728, False), (300, False)])
def test_a_hub_that_has_just_begun_does_not_rise_from_nothing(age: int, compared: bool) -> None:
    """The first of the 730 days that are compared was 729 days ago."""
    days = [age, *range(12)]
    rows = [row((DAY - timedelta(days=ago)).isoformat(), slug=f"s{ago}") for ago in (*days, *range(15, age, 100))]
    trends = make_trends(rows, ("trade",), 5, DAY)
    assert trends.years_compared is compared
    assert bool(trends.findings[Kind.TOPIC].movements) is compared


def test_nothing_is_set_against_a_year_with_a_gap_in_coverage() -> None:
    days = {Kind.TOPIC: {"x": held(0, 12)}}
    gap = Gap(DAY - timedelta(days=700), DAY - timedelta(days=500))
    old = Gap(DAY - timedelta(days=950), DAY - 2 * YEAR)
    assert movements_of(days, beat(gap), DAY, 5) == {Kind.TOPIC: ()}
    assert movements_of(days, beat(old), DAY, 5)[Kind.TOPIC][0].named


def test_the_level_is_shared_out_over_topics_terms_and_entities_together() -> None:
    days = {Kind.TOPIC: {"x": held(1, 8)}, Kind.TERM: {"y": held(5, 5)}}
    assert not movements_of(days, beat(), DAY, 5)[Kind.TOPIC][0].named
    assert movements_of({**days, Kind.TERM: {}}, beat(), DAY, 5)[Kind.TOPIC][0].named
