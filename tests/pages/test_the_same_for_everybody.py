"""The same library gives the same pages, whatever the order in which it was met; and a page is plain data."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from twosource.pages.edition import PAGE_MAKERS, Edition, make_edition, make_pages
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import PICTURES, PLAIN_PRINTERS, Page
from twosource.pages.small_stand import make_newsstand

from .hub import AS_OF, SITE


def test_pages_do_not_depend_on_the_order_of_stories_and_verdicts(edition: Edition) -> None:
    library = edition.review.library
    chance = random.Random(7)
    for _ in range(5):
        stories = list(library.stories)
        verdicts = list(edition.review.verdicts.items())
        chance.shuffle(stories)
        chance.shuffle(verdicts)
        shuffled = replace(edition.review, library=replace(library, stories=tuple(stories)), verdicts=dict(verdicts))
        pages = make_pages(make_newsstand(shuffled, AS_OF, SITE))
        assert json.dumps([page.view for page in pages]) == json.dumps([page.view for page in edition.pages])


def test_two_runs_give_the_same_bytes(hub: Path, edition: Edition) -> None:
    again = make_edition(hub, AS_OF, SITE)
    assert [(page.url, json.dumps(page.view)) for page in again.pages] == [
        (page.url, json.dumps(page.view)) for page in edition.pages
    ]


def test_every_address_is_made_once(edition: Edition) -> None:
    paths = [page.path.lower() for page in edition.pages]
    assert len(paths) == len(set(paths))


def test_a_view_survives_a_journey_through_json(edition: Edition) -> None:
    for page in edition.pages:
        assert json.loads(json.dumps(page.view, allow_nan=False)) == page.view, page.url


def test_html_pages_have_their_frame_and_data_needs_no_theme(edition: Edition) -> None:
    for page in edition.pages:
        if page.template.endswith(".html"):
            assert page.view["page"]["kind"] == page.template.removesuffix(".html")
            assert page.view["page"]["description"]
        else:
            assert page.template in (*PLAIN_PRINTERS, *PICTURES, "atom.xml", "sitemap.xml", "opensearch.xml")


def test_every_link_within_the_site_leads_to_a_page(edition: Edition) -> None:
    known = {"/hub" + page.url for page in edition.pages}
    for page in edition.pages:
        for href in _hrefs(page.view):
            target = href.partition("#")[0]
            assert not target.startswith("/") or target in known, f"{page.url} leads to {href}"


def test_every_absolute_address_of_the_site_leads_to_a_page(edition: Edition) -> None:
    known = {SITE + page.url for page in edition.pages}
    for page in edition.pages:
        for text in _texts(page.view):
            address = text.partition("#")[0].partition("?")[0]
            if address.startswith(f"{SITE}/") and " " not in address and "{" not in address and "\n" not in address:
                assert address in known, f"{page.url} names {address}"


def test_each_maker_gives_a_page_by_itself(stand: Newsstand) -> None:
    for maker in PAGE_MAKERS:
        assert list(maker(stand)), maker.__name__


def test_the_navigation_says_where_one_is(pages: Mapping[str, Page]) -> None:
    current = {
        url: [entry["text"] for entry in pages[url].view["site"]["nav"] if entry["current"]]
        for url in ("/", "/topics/minerals/", "/methodology/publishers/", "/stories/single/")
    }
    assert current == {
        "/": ["Home"],
        "/topics/minerals/": ["Topics"],
        "/methodology/publishers/": ["Methodology"],
        "/stories/single/": [],
    }


def _hrefs(node: Any, key: str = "") -> list[str]:
    if isinstance(node, dict):
        return [href for name, child in node.items() for href in _hrefs(child, name)]
    if isinstance(node, list):
        return [href for child in node for href in _hrefs(child, key)]
    return [node] if key in ("href", "newer", "older", "source_href") and isinstance(node, str) else []


def _texts(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [text for child in node.values() for text in _texts(child)]
    if isinstance(node, list):
        return [text for child in node for text in _texts(child)]
    return [node] if isinstance(node, str) else []
