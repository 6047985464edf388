"""A single source shows as one on every surface, and never as confirmed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from twosource.pages.page import Page

View = Mapping[str, Any]


def _card(cards: list[dict[str, Any]]) -> str:
    return json.dumps(next(card["badge"] for card in cards if card["slug"] == "single"))


def _entry(entries: list[dict[str, Any]], key: str = "url") -> dict[str, Any]:
    return next(entry for entry in entries if entry[key].endswith("/stories/single/"))


def _list(view: View) -> str:
    listed = next(block for block in view["page"]["json_ld"] if block["@type"] == "ItemList")
    return str(next(item["name"] for item in listed["itemListElement"] if item["url"].endswith("/single/")))


def _row(view: View, column: str) -> str:
    place = view["header"].index(column)
    return str(next(row for row in view["rows"] if row[0] == "single")[place])


def _article(view: View, key: str) -> str:
    return str(next(block for block in view["page"]["json_ld"] if block["@type"] == "NewsArticle")[key])


SURFACES: tuple[tuple[str, str, Callable[[View], str]], ...] = (
    ("page", "/stories/single/", lambda view: json.dumps(view["badge"])),
    ("description", "/stories/single/", lambda view: str(view["page"]["description"])),
    ("JSON-LD title", "/stories/single/", lambda view: _article(view, "alternativeHeadline")),
    ("JSON-LD abstract", "/stories/single/", lambda view: _article(view, "abstract")),
    ("JSON-LD keywords", "/stories/single/", lambda view: _article(view, "keywords")),
    ("social card", "/cards/single.png", lambda view: json.dumps(view["badge"])),
    ("what the card's picture shows", "/stories/single/", lambda view: str(view["page"]["image_alt"])),
    ("share links", "/stories/single/", lambda view: view["share"][0]["href"].replace("%20", " ")),
    ("citation", "/stories/single/", lambda view: str(view["receipt"]["cite"])),
    ("front page", "/", lambda view: _card([*view["latest"], view["lead"]])),
    ("front page's list", "/", _list),
    ("topic", "/topics/minerals/", lambda view: _card(view["cards"])),
    ("topic's list", "/topics/minerals/", _list),
    ("entity", "/entities/china/", lambda view: _card(view["cards"])),
    ("term", "/glossary/black-mass/", lambda view: _card(view["cards"])),
    ("trend", "/trends/minerals/", lambda view: _card(view["cards"])),
    ("search", "/search/", lambda view: _card(view["cards"])),
    (
        "archive",
        "/archive/",
        lambda view: _card([card for year in view["years"] for month in year["months"] for card in month["cards"]]),
    ),
    ("not found", "/404.html", lambda view: _card(view["latest"])),
    ("Atom title", "/feeds/all.atom.xml", lambda view: _entry(view["entries"])["title"]),
    ("JSON feed's title", "/feed.json", lambda view: _entry(view["items"])["title"]),
    ("Atom summary", "/feeds/all.atom.xml", lambda view: _entry(view["entries"])["summary"]),
    ("Atom content", "/feeds/minerals.atom.xml", lambda view: _entry(view["entries"])["html"]),
    ("Atom category", "/feeds/all.atom.xml", lambda view: _entry(view["entries"])["categories"][1]["label"]),
    ("JSON feed", "/feed.json", lambda view: _entry(view["items"])["summary"]),
    ("JSON feed's tags", "/feed.json", lambda view: json.dumps(_entry(view["items"])["tags"])),
    ("story data", "/data/stories/single.json", lambda view: view["verification"]["badge"]),
    ("index data", "/data/stories.json", lambda view: _entry(view["stories"])["badge"]),
    ("CSV of stories", "/data/stories.csv", lambda view: _row(view, "badge")),
)


@pytest.mark.parametrize(
    ("url", "read"), [surface[1:] for surface in SURFACES], ids=[surface[0] for surface in SURFACES]
)
def test_the_single_source_mark_is_on(pages: Mapping[str, Page], url: str, read: Callable[[View], str]) -> None:
    said = read(pages[url].view).lower()
    assert "single source" in said
    assert "verified by" not in said


def test_the_related_list_carries_it_too(pages: Mapping[str, Page]) -> None:
    related = pages["/stories/verified/"].view["related"]
    assert _card([held["card"] for held in related])


def test_a_single_source_is_called_verified_in_no_file(pages: Mapping[str, Page]) -> None:
    record = pages["/data/stories/single.json"].view
    assert record["verification"]["level"] == record["level"] == "single-source"
    assert "verified by" not in json.dumps(record).lower()
    assert {fact["status"] for fact in record["facts"]} == {"single-source"}


def test_levels_differ_as_the_stories_do(pages: Mapping[str, Page]) -> None:
    cards = {card["slug"]: card["badge"] for card in pages["/search/"].view["cards"]}
    assert cards["verified"]["text"] == "Verified by 2 independent sources"
    assert cards["disputed"]["short"] == "Disputed"
    assert cards["retracted"]["level"] == "retracted"
    assert cards["merged"]["detail"] == "3 publications"
    assert cards["merged"]["n"] == 2


def test_the_calendar_says_what_its_stories_are_worth(pages: Mapping[str, Page]) -> None:
    assert "(story: 2 independent sources)" in pages["/watch.ics"].view["text"].replace("\r\n ", "")


@pytest.mark.parametrize(
    ("slug", "ending"),
    [("single", "(single source)"), ("disputed", "(disputed)"), ("retracted", "(retracted)"), ("verified", "opens")],
)
def test_a_title_in_a_feed_says_what_the_story_is_worth(pages: Mapping[str, Page], slug: str, ending: str) -> None:
    """Readers of feeds often see titles alone; a verified story's needs no mark."""
    for rows in (pages["/feeds/all.atom.xml"].view["entries"], pages["/feed.json"].view["items"]):
        (title,) = (row["title"] for row in rows if row["url"].endswith(f"/{slug}/"))
        assert title.endswith(ending)
