"""No page but a story's is heavier than its budget; a story's own is in the tests of the theme."""

from __future__ import annotations

from pathlib import Path

import pytest

BUDGETS = {
    "index.html": 9_000,
    "404.html": 5_000,
    "topics": 9_000,
    "entities": 12_000,
    "glossary": 12_000,
    "methodology": 12_000,
    "archive": 12_000,
    "about": 6_000,
}
"""Bytes of each page's HTML as brotli sends it, by the folder it lies in; the first round trip carries 14,000."""

LONGEST = 100_000
"""Bytes of HTML before compression: what a phone has to parse."""


@pytest.mark.parametrize(("place", "budget"), BUDGETS.items())
def test_no_page_is_heavier_than_its_budget(site: Path, place: str, budget: int) -> None:
    brotli = pytest.importorskip("brotli")
    found = [site / place] if place.endswith(".html") else sorted((site / place).rglob("*.html"))
    assert found
    heavy = {path.relative_to(site).as_posix(): len(brotli.compress(path.read_bytes())) for path in found}
    assert {name: weight for name, weight in heavy.items() if weight > budget} == {}
    assert not [path for path in found if path.stat().st_size > LONGEST]
