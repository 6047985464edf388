"""Each rule of the checks has a page, from the book that `desk rule` prints."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from twosource.newsroom.rule_book import rule_book
from twosource.newsroom.rules import RULES
from twosource.pages import addresses
from twosource.pages.page import Page


def test_the_book_has_every_rule_with_its_reason_and_two_examples() -> None:
    book = rule_book()
    assert list(book) == list(RULES)
    for name, page in book.items():
        assert page.lead == f"{RULES[name].what} {RULES[name].remedy}"
        assert page.weight.lower().startswith(RULES[name].severity.value)
        assert page.wrong.text != page.right.text


def test_the_table_leads_to_every_rule(pages: Mapping[str, Page]) -> None:
    rows = pages[addresses.RULES].view["rules"]
    assert [row["name"] for row in rows] == list(RULES)
    assert all(row["href"].removeprefix("/hub") in pages for row in rows)


@pytest.mark.parametrize("name", RULES)
def test_a_page_says_what_why_how_heavy_and_shows_both_examples(pages: Mapping[str, Page], name: str) -> None:
    """name"""
    view, told = pages[addresses.rule(name)].view, rule_book()[name]
    assert (view["what"], view["remedy"], view["weight"]) == (RULES[name].what, RULES[name].remedy, told.weight)
    assert view["why"].startswith("<")
    assert "language-" in view["wrong"]
    assert view["wrong"] != view["right"]
    crumbs = [crumb["text"] for crumb in view["page"]["crumbs"]]
    assert crumbs == ["Home", "Methodology", "The rules of the checks", name]
    assert [block["@type"] for block in view["page"]["json_ld"]] == ["BreadcrumbList"]


def test_rules_follow_each_other_as_in_the_table(pages: Mapping[str, Page]) -> None:
    names = list(RULES)
    assert pages[addresses.rule(names[0])].view["before"] is None
    assert pages[addresses.rule(names[1])].view["before"]["text"] == names[0]
    assert pages[addresses.rule(names[-1])].view["after"] is None


def test_every_rule_is_in_the_sitemap(pages: Mapping[str, Page]) -> None:
    listed = str(pages["/sitemap.xml"].view)
    assert all(addresses.rule(name) in listed for name in RULES)


def test_no_text_of_a_rule_leads_to_a_file_that_readers_have_not(pages: Mapping[str, Page]) -> None:
    """A link of the documentation into another page of it keeps its words and leads nowhere."""
    assert not [name for name in RULES if '.md"' in pages[addresses.rule(name)].view["why"]]
