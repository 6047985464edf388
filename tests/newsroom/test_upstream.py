"""The way upstream: circles, and the nearest wanted source, against walking it step by step."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.newsroom.upstream import in_circles, upstream_of

NAMES = "abcdefg"
WAYS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES + "x"))
steady = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def walked(start: str, upstream: dict[str, str]) -> list[str]:
    """Sources upstream of one, nearest first, each once."""
    way: list[str] = []
    at = upstream.get(start)
    while at is not None and at not in way:
        way.append(at)
        at = upstream.get(at)
    return way


@steady
@given(WAYS)
def test_who_comes_back_to_itself_is_in_a_circle(upstream: dict[str, str]) -> None:
    assert in_circles(upstream) == {name for name in upstream if name in walked(name, upstream)}


@steady
@given(WAYS, st.sets(st.sampled_from(NAMES + "x")))
def test_the_nearest_wanted_source_is_the_first_on_the_way(upstream: dict[str, str], wanted: set[str]) -> None:
    first = {name: next((at for at in walked(name, upstream) if at in wanted), "") for name in upstream}
    assert upstream_of(upstream, wanted) == first


def test_a_long_chain_is_gone_once() -> None:
    """A hundred thousand steps; walking anew from each would be five thousand million."""
    chain = {str(n): str(n + 1) for n in range(100_000)}
    assert set(upstream_of(chain, {"100000"}).values()) == {"100000"}
    assert in_circles(chain) == frozenset()
