"""The index gives what comparing every two sets would give."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from twosource.verification.fingerprint import containment
from twosource.verification.overlaps import containments_of, overlaps

SETS = st.lists(st.frozensets(st.integers(0, 30), max_size=12), max_size=12)


@given(SETS)
def test_every_overlap_is_found_and_no_other(sets: list[frozenset[int]]) -> None:
    """As set intersections say."""
    expected = {(a, b, len(sets[a] & sets[b])) for a, b in combinations(range(len(sets)), 2) if sets[a] & sets[b]}
    assert set(overlaps(sets)) == expected


@given(SETS)
def test_containments_come_in_order(sets: list[frozenset[int]]) -> None:
    """Shared over smaller, by the first set and then by the second."""
    found = list(containments_of(sets))
    assert found == sorted(found)
    assert all(share == containment(sets[a], sets[b]) for a, b, share in found)
