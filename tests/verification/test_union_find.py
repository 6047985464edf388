"""Union-find against a reference that walks from source to source."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.verification.union_find import partition

MEMBERS = "abcdefgh"
PAIRS = st.lists(st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)), max_size=12)


def walked(members: str, pairs: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Components by brute force: whoever is reached, in the order of the members."""
    groups = []
    left = list(members)
    while left:
        group = {left[0]}
        while wider := {name for pair in pairs if set(pair) & group for name in pair} - group:
            group |= wider
        groups.append(tuple(name for name in members if name in group))
        left = [name for name in left if name not in group]
    return tuple(groups)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(PAIRS)
def test_components_are_those_that_one_can_walk(pairs: list[tuple[str, str]]) -> None:
    """Each in the order of the members, sorted by its first."""
    assert partition(MEMBERS, pairs) == walked(MEMBERS, pairs)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(PAIRS)
def test_the_order_and_direction_of_pairs_do_not_matter(pairs: list[tuple[str, str]]) -> None:
    """Reversed, turned round and told twice, they say the same."""
    turned = [(b, a) for a, b in reversed(pairs)]
    assert partition(MEMBERS, turned + pairs) == partition(MEMBERS, pairs)


def test_no_pairs_leave_everybody_alone() -> None:
    """And nobody makes nothing; a member told twice is one."""
    assert partition("ab", []) == (("a",), ("b",))
    assert partition([], []) == ()
    assert partition("aab", [("a", "b")]) == (("a", "b"),)


def test_a_long_chain_is_one() -> None:
    """Ten thousand in a row, from the wrong end, without recursion."""
    names = [str(n) for n in range(10_000)]
    assert partition(names, list(zip(names[1:], names, strict=False))[::-1]) == (tuple(names),)
