"""What machines are told beside the pages: whole stories in feeds, llms.txt, headers, cards and structured data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.hub import AS_OF, SITE, Text, front, write_hub
from twosource.newsroom.reference import EntityType
from twosource.pages.edition import Edition, make_edition
from twosource.pages.extras import Extras
from twosource.pages.feed_text import abroad
from twosource.pages.header_files import policy
from twosource.pages.json_ld_things import KINDS
from twosource.pages.machines import within
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.small_stand import make_newsstand
from twosource.pages.social_cards import card_address
from twosource.verification.verdict import Level

ROOT = Path(__file__).resolve().parents[2]
WEBSUB = "https://websub.example/"
FEEDS = ("/feeds/all.atom.xml", "/feeds/minerals.atom.xml", "/feeds/trade.atom.xml", "/feeds/corrections.atom.xml")


@pytest.fixture(scope="module")
def with_websub(hub: Path) -> Mapping[str, Page]:
    return {page.url: page for page in make_edition(hub, AS_OF, SITE, extras=Extras(websub=WEBSUB)).pages}


def entry(pages: Mapping[str, Page], slug: str) -> Mapping[str, Any]:
    entries = pages["/feeds/all.atom.xml"].view["entries"]
    return next(one for one in entries if one["url"].endswith(f"/{slug}/"))


def article(pages: Mapping[str, Page], slug: str) -> Mapping[str, Any]:
    blocks = pages[f"/stories/{slug}/"].view["page"]["json_ld"]
    return next(block for block in blocks if block["@type"] == "NewsArticle")


def test_a_feed_holds_the_whole_story(pages: Mapping[str, Page]) -> None:
    text = entry(pages, "single")["html"]
    page = pages["/stories/single/"].view
    for words in (page["summary"], page["takeaways"][0]["text"], *(fact["text"] for fact in page["facts"])):
        assert words in text
    assert "from old cells" in text
    assert "<h2>Sources</h2>" in text
    assert text.startswith("<p><strong>Single source")


def test_every_address_in_a_feed_is_absolute_and_nothing_of_the_site_s_styles_is_left(
    pages: Mapping[str, Page],
) -> None:
    for one in pages["/feeds/all.atom.xml"].view["entries"]:
        links = re.findall(r'href="([^"]*)"', one["html"])
        assert links
        assert all(link.startswith(("https://", "http://", "mailto:")) for link in links)
        assert not re.search(r"<[^>]+ (?:class|id|data-[a-z]+|style|src)=", one["html"])


def test_a_term_in_a_feed_is_a_link_and_its_definition_does_not_stand_in_the_sentence(
    pages: Mapping[str, Page],
) -> None:
    assert '<button class="term"' in str(pages["/stories/verified/"].view)
    told = [one["html"] for url in FEEDS for one in pages[url].view["entries"]]
    told += [item["content_html"] for item in pages["/feed.json"].view["items"]]
    assert not [text for text in told if re.search("<button|popover|More on ", text)]
    assert f'<a href="{SITE}/glossary/' in entry(pages, "verified")["html"]


def test_links_from_a_feed_lead_to_pages_and_places_on_the_site(edition: Edition, pages: Mapping[str, Page]) -> None:
    known = {SITE + page.url for page in edition.pages}
    links = re.findall(r'href="([^"#]*)', entry(pages, "verified")["html"])
    own = [link for link in links if link.startswith(SITE)]
    assert len(own) > 2
    assert set(own) <= known


@pytest.mark.parametrize(
    ("html", "other"),
    [
        ('<a href="/hub/a/">a</a>', '<a href="https://example.org/hub/a/">a</a>'),
        ('<a class="x" href="#fact-1">1</a>', '<a href="https://example.org/hub/s/#fact-1">1</a>'),
        ('<a href="https://b.example/" rel="noopener">b</a>', '<a href="https://b.example/">b</a>'),
        ('<ol start="3"><li id="x">href="/a" id="b"</li></ol>', '<ol start="3"><li>href="/a" id="b"</li></ol>'),
        ('<div class="table" tabindex="0"><table>', "<div><table>"),
        (
            'a <button class="term" popovertarget="t">b</button><span class="definition" id="t" popover data-x>What it'
            ' is. <a href="/hub/glossary/b/">More on B</a></span> c',
            'a <a href="https://example.org/hub/glossary/b/">b</a> c',
        ),
    ],
)
def test_markup_is_made_fit_for_any_other_place(html: str, other: str) -> None:
    assert abroad(html, "https://example.org", "https://example.org/hub/s/") == other


def test_a_correction_is_told_in_the_text_that_it_corrects(pages: Mapping[str, Page]) -> None:
    assert re.search(r"<p>Correction, \d+ February 2026: ", entry(pages, "verified")["html"])


@pytest.mark.parametrize("url", FEEDS)
def test_a_badge_is_a_category_of_every_entry_with_the_page_that_explains_it(
    pages: Mapping[str, Page], url: str
) -> None:
    for one in pages[url].view["entries"]:
        (mark,) = (held for held in one["categories"] if held["term"].startswith("verification:"))
        assert mark["term"].partition(":")[2] in {*Level, "retracted"}
        assert mark["scheme"] == f"{SITE}/methodology/"
        assert mark["label"]


def test_the_json_feed_gives_the_level_and_the_card(pages: Mapping[str, Page]) -> None:
    item = next(one for one in pages["/feed.json"].view["items"] if one["url"].endswith("/single/"))
    assert item["_twosource"]["verification"] == "single-source"
    assert item["image"].startswith(f"{SITE}/cards/single.png?v=")
    assert all(name.startswith("_") or name.islower() for name in pages["/feed.json"].view)


def test_no_feed_names_a_websub_hub_unless_one_is_set(pages: Mapping[str, Page]) -> None:
    assert all(pages[url].view["hub"] == "" for url in FEEDS)
    assert "hubs" not in pages["/feed.json"].view
    assert "rel=" not in pages["/_headers"].view["text"]


def test_with_websub_each_feed_names_the_hub_and_itself_in_file_and_header(with_websub: Mapping[str, Page]) -> None:
    assert with_websub["/feed.json"].view["hubs"] == [{"type": "WebSub", "url": WEBSUB}]
    headers = with_websub["/_headers"].view["text"]
    for url in (*FEEDS, "/feed.json"):
        assert with_websub[url].view.get("hub", WEBSUB) == WEBSUB
        assert f'/hub{url}\n  Link: <{WEBSUB}>; rel="hub", <{SITE}{url}>; rel="self"\n' in headers


def test_llms_txt_begins_with_the_name_and_says_how_each_badge_is_read(pages: Mapping[str, Page]) -> None:
    text = pages["/llms.txt"].view["text"]
    assert text.startswith("# Mineral Desk\n\n> ")
    assert all(f"- `{level}`: " in text for level in (*Level, "retracted"))
    assert "not independently confirmed" in text
    assert "Licence: [" in text


def test_every_link_of_llms_txt_leads_to_a_file_of_the_site(edition: Edition, pages: Mapping[str, Page]) -> None:
    known = {SITE + page.url for page in edition.pages}
    links = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): .+$", pages["/llms.txt"].view["text"], flags=re.M)
    assert len(links) > 25
    assert set(links) <= known
    (pattern,) = re.findall(r"`(\S+{slug}\S+)`", pages["/llms.txt"].view["text"])
    assert pattern.replace("{slug}", "verified") in known


def directives(written: str) -> dict[str, set[str]]:
    parts = (part.split() for part in written.split(";"))
    return {name: set(allowed) for name, *allowed in parts}


@pytest.mark.parametrize(
    ("template", "index"),
    [
        ("base.html", False),
        ("base.html", True),
        ("redirect.html", False),
        ("redirect.html", True),
        ("search.html", True),
    ],
)
def test_the_policy_in_the_header_allows_all_that_a_page_allows_itself(template: str, index: bool) -> None:
    """Both hold: what the header forbids, no page can use."""
    text = (ROOT / "themes/ledger/templates" / template).read_text("utf-8")
    written = re.findall(r"(?:default|script)-src [^\"<\n]+", re.sub(r"{[{%].*?[%}]}", "", text))
    assert written
    header = directives(policy(index))
    for name, allowed in (item for one in written for item in directives(one).items()):
        assert allowed - {"'none'"} <= header.get(name, set()), name


def test_the_policy_begins_with_nothing_and_allows_nothing_inline(pages: Mapping[str, Page]) -> None:
    for index in (False, True):
        assert policy(index).startswith("default-src 'none'; ")
        assert "unsafe-inline" not in policy(index)
    assert "wasm" not in policy(index=False)
    assert f"/hub/*\n  Content-Security-Policy: {policy(index=False)}\n" in pages["/_headers"].view["text"]


def test_only_a_site_with_an_index_lets_programs_be_compiled(hub: Path) -> None:
    pages = {page.url: page for page in make_edition(hub, AS_OF, SITE, "/pagefind/pagefind.js").pages}
    text = pages["/_headers"].view["text"]
    assert f"Content-Security-Policy: {policy(index=True)}\n" in text
    assert "script-src 'self' 'wasm-unsafe-eval'; " in text


def test_only_addresses_with_a_mark_of_their_content_are_kept_for_ever(pages: Mapping[str, Page]) -> None:
    """Stylesheets name fonts without one. Hosts join the headers of all rules that fit: no rule takes in another."""
    text = pages["/_headers"].view["text"]
    held = dict(re.findall(r"^(/hub/theme/\S+)\n  Cache-Control: (.*)$", text, flags=re.M))
    assert [place for place, told in held.items() if "immutable" in told] == ["/hub/theme/:file"]
    assert re.search(r"max-age=(\d+)$", held["/hub/theme/fonts/*"])
    assert "/theme/*" not in text


def test_the_headers_that_hosting_md_tells_are_those_of_the_file(pages: Mapping[str, Page]) -> None:
    """Whoever copies them for nginx or Apache gets what other hosts read from the file."""
    told = (ROOT / "docs/hosting.md").read_text("utf-8")
    first = pages["/_headers"].view["text"].partition("\n\n")[0]
    for name, value in re.findall(r"^  ([\w-]+): (.*)$", first, flags=re.M):
        assert len(re.findall(rf"(?:add_header|always set) {name} \"?{re.escape(value)}\"?", told)) == 2, name


def test_a_card_s_address_changes_with_what_the_card_says_and_with_nothing_else(stand: Newsstand) -> None:
    brief = stand.brief("single")
    other = stand.brief("verified")
    assert card_address(stand, brief) == card_address(stand, brief) != card_address(stand, other)
    assert re.fullmatch(r"/cards/single\.png\?v=[0-9a-f]{8}", card_address(stand, brief))


def test_a_card_holds_what_a_reader_must_know_and_its_page_says_it_in_words(pages: Mapping[str, Page]) -> None:
    assert pages["/cards/single.png"].view["badge"] == {
        "level": "single-source",
        "text": "Single source",
        "detail": "not independently confirmed",
    }
    page = pages["/stories/single/"].view["page"]
    assert page["image"].startswith(f"{SITE}/cards/single.png?v=")
    assert page["image_alt"].endswith(". Single source · not independently confirmed.")


def test_without_cards_no_page_and_no_article_names_one(edition: Edition) -> None:
    stand = make_newsstand(edition.review, AS_OF, SITE, extras=Extras(cards=False))
    assert card_address(stand, stand.brief("single")) == ""


def test_an_article_gives_its_badge_as_a_term_that_programs_can_read(pages: Mapping[str, Page]) -> None:
    (term,) = article(pages, "single")["keywords"]
    assert term["@type"] == "DefinedTerm"
    assert (term["termCode"], term["name"]) == ("single-source", "Single source")
    assert term["inDefinedTermSet"] == f"{SITE}/methodology/"


def test_an_article_s_publisher_is_the_one_that_the_front_page_describes(pages: Mapping[str, Page]) -> None:
    (whole,) = (block for block in pages["/"].view["page"]["json_ld"] if block["@type"] == "NewsMediaOrganization")
    short = article(pages, "single")["publisher"]
    assert short.items() <= whole.items()
    assert whole["correctionsPolicy"] == f"{SITE}/corrections/"


def test_an_article_names_its_data_its_picture_and_when_it_was_checked(pages: Mapping[str, Page]) -> None:
    found = article(pages, "verified")
    assert found["encoding"]["contentUrl"] == f"{SITE}/data/stories/verified.json"
    assert found["image"] == pages["/stories/verified/"].view["page"]["image"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["mainEntityOfPage"]["lastReviewed"])
    assert found["correction"][0]["url"].endswith("/stories/verified/#changes")


def test_several_authors_of_a_source_are_several_people(tmp_path: Path) -> None:
    text = Text(front("A", "2026-02-19"))
    text.front["sources"][1]["author"] = "Ann Ampère, Bob Sand and Cy"
    text.front["sources"][0]["author"] = "Reuters"
    pages = {page.url: page for page in make_edition(write_hub(tmp_path / "hub", {"a": text}), AS_OF, SITE).pages}
    first, second = article(pages, "a")["citation"]
    assert [who["name"] for who in second["author"]] == ["Ann Ampère", "Bob Sand", "Cy"]
    assert {who["@type"] for who in second["author"]} == {"Person"}
    assert first["author"] == [{"@type": "Organization", "name": "Reuters"}]


def test_a_set_of_trends_says_what_it_measures_and_over_which_time(pages: Mapping[str, Page]) -> None:
    (found,) = (block for block in pages["/trends/"].view["page"]["json_ld"] if block["@type"] == "Dataset")
    assert found["temporalCoverage"] == "2025-03/2026-03"
    assert "developments" in found["variableMeasured"]
    assert len(found["description"]) >= 50
    assert {file["encodingFormat"] for file in found["distribution"]} == {"application/json", "text/csv"}


def test_every_type_of_entity_has_a_word_of_schema_org() -> None:
    assert set(KINDS) == set(EntityType)


@given(st.text(max_size=80), st.integers(2, 60))
def test_a_text_is_cut_between_words_and_never_longer_than_allowed(text: str, most: int) -> None:
    short = within(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("…")
