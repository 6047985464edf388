"""The demonstration is without a fault, and shows what the program can do."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import run
from twosource.newsroom.loading import load_library
from twosource.newsroom.rubric import Unchecked
from twosource.verification.verdict import Level

QUOTED = 15
"""Words that a quote of somebody else's text may have."""


UNCHECKED = "eu-critical-raw-materials-benchmarks"
"""The one story without a saved copy."""

CITED = "Cited, not checked · 7 sources named, no saved copies"
"""What it says for a badge."""


@cache
def stories(site: Path) -> tuple[dict[str, Any], ...]:
    """Every story in machine form."""
    return tuple(json.loads(path.read_text("utf-8")) for path in sorted((site / "data/stories").glob("*.json")))


def test_there_is_nothing_to_mend_in_it(demo: Path) -> None:
    """No warning either."""
    assert json.loads(run("desk", "check", "--format", "json", cwd=demo).stdout) == []


def test_every_level_of_badge_is_met_in_it(site: Path) -> None:
    """Whoever looks at the demo sees what each one looks like."""
    assert {story["verification"]["level"] for story in stories(site)} == {level.value for level in Level}


def test_it_shows_sources_that_count_as_one_with_the_reason(site: Path) -> None:
    """At least one group has more than one member."""
    clusters = [cluster for story in stories(site) for cluster in story["verification"]["clusters"]]
    merged = [cluster for cluster in clusters if len(cluster["sources"]) > 1]
    assert merged
    assert all(cluster["joins"] for cluster in merged)


def test_every_quote_was_found_and_is_short(site: Path) -> None:
    """Others wrote them, and their pages are a link away. Where no copy was saved, none is said to have been found."""
    for story in stories(site):
        state = "unseen" if story["slug"] == UNCHECKED else "found"
        for quote in (quote for fact in story["facts"] for quote in fact["evidence"]):
            assert quote["state"] == state, story["slug"]
            assert len(quote["quote"].split()) <= QUOTED, story["slug"]


@pytest.mark.parametrize("term", ["black-mass", "flow-sheet", "urban-mining"])
def test_the_first_three_terms_are_defined_and_used(site: Path, term: str) -> None:
    """term"""
    page = html.fromstring((site / "glossary" / term / "index.html").read_bytes())
    assert page.xpath("//a[starts-with(@href, '/stories/')]")


def test_one_story_is_let_through_unchecked_by_its_rubric_which_says_why(demo: Path, site: Path) -> None:
    """The choice is the demo's; it stands in the log of the rubric with its day."""
    rubric = load_library(demo).rubric
    assert rubric.gate.unchecked is Unchecked.MARK
    assert rubric.version == "1.1"
    assert "cited and not checked" in rubric.changes[0].what
    held = [story for story in stories(site) if story["verification"]["level"] == "unchecked"]
    assert [story["slug"] for story in held] == [UNCHECKED]
    assert held[0]["verification"]["n"] == held[0]["verification"]["publications"] == 0
    assert held[0]["verification"]["badge"] == CITED
    assert not list((demo / "content/stories").rglob(f"{UNCHECKED}.lock"))


def test_the_unchecked_story_says_so_in_every_list_and_is_called_verified_in_none(site: Path) -> None:
    """The words stand in the same card as the headline, in titles that stand alone and in what machines read."""
    cards = 0
    for path in site.rglob("*.html"):
        for card in html.fromstring(path.read_bytes()).xpath("//*[contains(concat(' ', @class, ' '), ' card ')]"):
            if f"/stories/{UNCHECKED}/" in card.xpath(".//a/@href"):
                cards += 1
                assert "Cited, not checked" in card.text_content(), path
                assert "verified" not in card.text_content().lower(), path
    assert cards
    (item,) = (one for one in json.loads((site / "feed.json").read_text("utf-8"))["items"] if UNCHECKED in one["url"])
    assert item["title"].endswith("(cited, not checked)")
    assert CITED in item["content_html"]
    record = (site / f"data/stories/{UNCHECKED}.json").read_text("utf-8")
    assert "verified" not in record.lower()


def test_its_page_never_says_verified_of_it(site: Path) -> None:
    """Neither in what is read nor in the structured data; the related stories' own badges are not its."""
    page = html.fromstring((site / "stories" / UNCHECKED / "index.html").read_bytes())
    (data,) = (json.loads(text) for text in page.xpath("//script[@type='application/ld+json']/text()") if CITED in text)
    assert "verified" not in json.dumps(data).lower()
    assert page.xpath("string(//meta[@name='description']/@content)").startswith(CITED)
    told = [line.text_content().strip() for line in page.xpath("//details[@class='evidence']/summary")]
    assert told
    assert all(line.endswith("not looked for") for line in told)
    for card in page.xpath("//*[contains(concat(' ', @class, ' '), ' card ')]"):
        card.drop_tree()
    assert "verified" not in page.xpath("//main")[0].text_content().lower()


def test_it_does_not_lead_the_front_page(site: Path) -> None:
    """It stands on it, beside the lead or among the latest."""
    page = html.fromstring((site / "index.html").read_bytes())
    lead = page.xpath("//div[@class='front__lead']//a/@href")
    assert lead
    assert f"/stories/{UNCHECKED}/" not in lead
    assert page.xpath(f"//a[@href='/stories/{UNCHECKED}/']")
