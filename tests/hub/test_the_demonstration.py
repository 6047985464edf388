"""The demonstration is without a fault, and shows what the program can do."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import run

QUOTED = 15
"""Words that a quote of somebody else's text may have."""


@cache
def stories(site: Path) -> tuple[dict[str, Any], ...]:
    """Every story in machine form."""
    return tuple(json.loads(path.read_text("utf-8")) for path in sorted((site / "data/stories").glob("*.json")))


def test_there_is_nothing_to_mend_in_it(demo: Path) -> None:
    """No warning either."""
    assert json.loads(run("desk", "check", "--format", "json", cwd=demo).stdout) == []


def test_it_shows_every_badge_that_its_evidence_earns(site: Path) -> None:
    """And sources that count as one, with the reason."""
    levels = {story["verification"]["level"] for story in stories(site)}
    assert {"verified", "single-source", "disputed"} <= levels
    clusters = [cluster for story in stories(site) for cluster in story["verification"]["clusters"]]
    merged = [cluster for cluster in clusters if len(cluster["sources"]) > 1]
    assert merged
    assert all(cluster["joins"] for cluster in merged)


def test_every_quote_was_found_and_is_short(site: Path) -> None:
    """Others wrote them, and their pages are a link away."""
    for story in stories(site):
        for quote in (quote for fact in story["facts"] for quote in fact["evidence"]):
            assert quote["state"] == "found", story["slug"]
            assert len(quote["quote"].split()) <= QUOTED, story["slug"]


@pytest.mark.parametrize("term", ["black-mass", "flow-sheet", "urban-mining"])
def test_the_first_three_terms_are_defined_and_used(site: Path, term: str) -> None:
    """term"""
    page = html.fromstring((site / "glossary" / term / "index.html").read_bytes())
    assert page.xpath("//a[starts-with(@href, '/stories/')]")
