"""A burst is claimed where a stated test says so, and never below the stated n."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.trends.bursts import BEFORE, CHANCE, LEAST, WINDOW, bursts_of, expected, make_beat, windows
from twosource.trends.coverage_gaps import GAP, Gap, gaps_of
from twosource.trends.poisson import poisson_tail
from twosource.trends.series import Kind
from twosource.trends.trends import Trends, make_trends

from .rows import row

START = date(2018, 1, 1)
OFFSETS = st.lists(st.integers(0, 700), min_size=1, max_size=60)


def day(offset: int) -> str:
    return (START + timedelta(days=offset)).isoformat()


def hub(own: list[int], others: list[int], least: int = 5) -> Trends:
    """A hub with developments on tariffs, and others, by days since its start."""
    rows = [row(day(at), slug=f"own-{n}", topic="tariffs") for n, at in enumerate(own)]
    rows += [row(day(at), slug=f"other-{n}", topic="oil") for n, at in enumerate(others)]
    return make_trends(rows, ("tariffs", "oil"), least, START + timedelta(days=800))


def bursts(trends: Trends, topic: str = "tariffs") -> list[tuple[str, str, int]]:
    found = trends.findings[Kind.TOPIC].bursts
    return [(held.first.isoformat(), held.last.isoformat(), held.n) for held in found if held.id == topic]


EVERY_WEEK = list(range(0, 700, 7))
QUIET = [100, 200, 300]


def test_six_in_three_weeks_after_a_quiet_year_are_a_burst() -> None:
    sudden = [400, 403, 405, 410, 415, 420]
    assert bursts(hub([*QUIET, *sudden], EVERY_WEEK)) == [(day(400), day(420), 6)]


def test_the_same_is_none_where_the_whole_hub_wrote_as_much_more() -> None:
    sudden = [400, 403, 405, 410, 415, 420]
    louder = [at + n for n in range(6) for at in sudden for _ in range(5)]
    assert bursts(hub([*QUIET, *sudden], [*EVERY_WEEK, *louder])) == []


def test_a_hub_that_falls_silent_makes_no_burst() -> None:
    steady = list(range(0, 700, 14))
    stopping = list(range(0, 350, 2))
    assert bursts(hub(steady, stopping)) == []


def test_a_steady_subject_has_no_burst() -> None:
    assert bursts(hub(list(range(0, 700, 14)), EVERY_WEEK)) == []


def test_nothing_is_set_against_weeks_that_were_not_covered() -> None:
    """The first twelve weeks of a hub, and those after a gap in its coverage."""
    early = [0, 2, 4, 6, 8, 10, 300, 400]
    assert bursts(hub(early, EVERY_WEEK)) == []
    after_a_gap = [400, 401, 402, 403, 404, 405, 406]
    covered = [*range(0, 100, 7), *range(400, 700, 7)]
    assert bursts(hub(after_a_gap, covered)) == []


def test_what_is_in_two_of_three_developments_is_the_beat_itself() -> None:
    own = [*QUIET, 400, 403, 405, 410, 415, 420]
    assert bursts(hub(own, EVERY_WEEK[:4])) == []


@given(OFFSETS, OFFSETS, st.integers(1, 30))
def test_a_burst_is_never_claimed_below_the_stated_n(own: list[int], others: list[int], least: int) -> None:
    trends = hub(own, others, least)
    for held in trends.findings[Kind.TOPIC].bursts:
        total = trends.topics[held.id].total.n
        assert total >= least
        assert held.count >= LEAST
        assert held.n >= held.count
        assert held.chance < CHANCE
        assert held.count > held.expected
        assert held.first <= held.last


@given(OFFSETS, OFFSETS)
def test_the_bursts_of_a_subject_follow_each_other(own: list[int], others: list[int]) -> None:
    found = [held for held in hub(own, others, 3).findings[Kind.TOPIC].bursts if held.id == "tariffs"]
    assert all(one.last < other.first for one, other in pairwise(found))


@given(st.integers(0, 40), st.floats(0, 2), st.integers(0, 40), st.integers(0, 40))
def test_more_before_or_more_volume_never_lowers_what_is_expected(n: int, usual: float, now: int, then: int) -> None:
    held = expected(n, usual, now, then)
    assert held >= usual * WINDOW
    assert held >= n * WINDOW / BEFORE
    assert expected(n + 1, usual, now, then) >= held
    assert expected(n, usual, now + 1, then) >= held


@given(st.integers(0, 40), st.floats(0.01, 30))
def test_the_tail_is_one_less_the_head(count: int, mean: float) -> None:
    head = sum(exp(-mean) * mean**k / factorial(k) for k in range(count))
    assert poisson_tail(count, mean) == pytest.approx(1 - head, abs=1e-12)


def test_a_tiny_tail_keeps_its_digits() -> None:
    assert poisson_tail(20, 0.5) == pytest.approx(2.4376e-25, rel=1e-3)


def test_windows_that_overlap_make_one_burst_with_its_strongest_window() -> None:
    own = [90, 180, 270, *range(400, 440, 4)]
    days = [START.toordinal() + at for at in own]
    beat = make_beat([START + timedelta(days=at) for at in (*own, *EVERY_WEEK)], ())
    (held,) = bursts_of("x", days, windows(days, beat))
    assert (held.first, held.last, held.n) == (START + timedelta(days=400), START + timedelta(days=436), 10)
    assert held.chance == min(window.chance for window in windows(days, beat))


def test_a_gap_is_half_a_year_without_any_development() -> None:
    long, short = START + GAP + timedelta(days=1), START + GAP
    assert gaps_of([START, long], long) == (Gap(START + timedelta(days=1), long - timedelta(days=1)),)
    assert gaps_of([START, short], short) == ()
    assert gaps_of([], long) == ()
    assert gaps_of([START], START + timedelta(days=400))[0].last == START + timedelta(days=400)


def test_windows_with_too_few_for_a_burst_are_seen_and_not_tested() -> None:
    """Nine windows end with a development, one of them in the first weeks; four hold three developments or more."""
    found = hub([*QUIET, 400, 403, 405, 410, 415, 420], EVERY_WEEK, 9).findings[Kind.TOPIC]
    assert (found.tested, found.seen) == (4, 8)
