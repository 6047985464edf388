"""Kleinberg's automaton: the cheapest way through the batches, and nothing claimed across a gap."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.trends.bursts import LEAST, make_beat
from twosource.trends.coverage_gaps import gaps_of
from twosource.trends.episodes import RISE, SCALE, Costs, cheapest, costs_of, episodes_of

START = date(2018, 1, 1)
BATCHES = st.lists(
    st.integers(1, 5).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))), min_size=2, max_size=9
).filter(lambda drawn: 0 < sum(r for r, _ in drawn) < sum(d for _, d in drawn))


def cost(states: tuple[int, ...] | list[int], costs: list[Costs]) -> float:
    """What a sequence of states costs, from the definition; before it the state is low."""
    rises = sum(now > before for before, now in zip([0, *states], states, strict=False))
    return rises * RISE * log(len(costs)) + sum(held[state] for state, held in zip(states, costs, strict=True))


@given(BATCHES)
def test_the_states_are_those_that_trying_all_would_find(drawn: list[tuple[int, int]]) -> None:
    costs = costs_of(drawn)
    found = cheapest(costs)
    best = min(cost(states, costs) for states in product((0, 1), repeat=len(costs)))
    assert cost(found, costs) == pytest.approx(best)


@given(BATCHES)
def test_a_batch_with_a_larger_share_speaks_more_for_the_high_state(drawn: list[tuple[int, int]]) -> None:
    gains = sorted((r / d, (low - high) / d) for (r, d), (low, high) in zip(drawn, costs_of(drawn), strict=True))
    assert all(one[1] <= other[1] + 1e-9 for one, other in pairwise(gains))


def test_the_high_state_has_the_stated_odds() -> None:
    """Of 1 in 4 the odds are 1 to 3; three times that is 1 to 1."""
    (low, high), *_ = costs_of([(1, 1), (0, 3)])
    assert SCALE == 3
    assert (low, high) == (pytest.approx(-log(1 / 4)), pytest.approx(-log(1 / 2)))


def found(own: list[int], others: list[int], least: int = 5) -> list[tuple[int, int, int, int]]:
    days = [START + timedelta(days=at) for at in (*own, *others)]
    beat = make_beat(days, gaps_of(days, max(days)))
    held = episodes_of("x", [START.toordinal() + at for at in sorted(own)], beat, least)
    return [((one.first - START).days, (one.last - START).days, one.n, one.of) for one in held]


WEEKLY = list(range(3, 700, 7))


def test_a_stretch_in_which_a_subject_takes_up_the_beat_is_an_episode() -> None:
    assert found([50, *range(300, 370, 5), 600], WEEKLY) == [(300, 365, 14, 23)]


def test_a_stretch_in_which_all_is_more_is_none() -> None:
    louder = [at + n for at in range(300, 370, 5) for n in range(4)]
    assert found([*range(0, 700, 28), *range(300, 370, 5)], [*WEEKLY, *louder, *louder]) == []


def test_no_episode_goes_across_a_gap_in_coverage() -> None:
    """On either side of half a year and more without any development it is an episode of its own."""
    held = found([*range(100, 140, 4), *range(400, 440, 4)], [*range(0, 100, 3), *range(440, 540, 3)])
    assert [one[:3] for one in held] == [(100, 136, 10), (400, 436, 10)]


@given(st.lists(st.integers(0, 700), max_size=40), st.lists(st.integers(0, 700), min_size=1), st.integers(1, 20))
def test_an_episode_is_never_claimed_below_the_stated_n(own: list[int], others: list[int], least: int) -> None:
    for first, last, n, of in found(own, others, least):
        assert len(own) >= least
        assert LEAST <= n <= of
        assert n == sum(first <= at <= last for at in own)
        assert of == sum(first <= at <= last for at in (*own, *others))
