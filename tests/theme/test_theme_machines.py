"""What machines read: the feed, the sitemap and the search description."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from jinja2 import Environment
from ledger_kit import views

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_a_feed_has_what_rfc_4287_asks_of_feed_and_entry(printed: Mapping[str, str]) -> None:
    feed = ElementTree.fromstring(printed["atom"])
    for name in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + name)) == 1
        assert all(len(entry.findall(ATOM + name)) == 1 for entry in feed.findall(f"{ATOM}entry"))
    links = {link.get("rel"): link.get("href", "") for link in feed.findall(f"{ATOM}link")}
    assert set(links) == {"self", "alternate", "license", "hub"}
    assert all(link.get("href", "").startswith("https://") for link in feed.iter(f"{ATOM}link"))


def test_a_feed_without_a_websub_hub_names_none(environment: Environment) -> None:
    view = {**views()["atom"][1], "hub": ""}
    feed = ElementTree.fromstring(environment.get_template("atom.xml").render(view))
    assert "hub" not in {link.get("rel") for link in feed.findall(f"{ATOM}link")}


def test_a_category_says_from_which_list_it_is(printed: Mapping[str, str]) -> None:
    found = [dict(one.attrib) for one in ElementTree.fromstring(printed["atom"]).iter(f"{ATOM}category")]
    assert found == views()["atom"][1]["entries"][0]["categories"]


def test_an_entry_carries_its_markup_as_text_that_reads_back_unchanged(printed: Mapping[str, str]) -> None:
    entry = views()["atom"][1]["entries"][0]
    content = ElementTree.fromstring(printed["atom"]).find(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    assert content.text == entry["html"]
    title = ElementTree.fromstring(printed["atom"]).find(f"{ATOM}entry/{ATOM}title")
    assert title is not None
    assert title.text == entry["title"]


def test_an_entry_without_markup_has_no_content_element(environment: Environment) -> None:
    view = dict(views()["atom"][1])
    view["entries"] = [{**view["entries"][0], "html": ""}]
    feed = ElementTree.fromstring(environment.get_template("atom.xml").render(view))
    assert feed.find(f"{ATOM}entry/{ATOM}content") is None
    assert feed.find(f"{ATOM}entry/{ATOM}summary") is not None


def test_a_sitemap_escapes_addresses_and_leaves_out_unknown_dates(printed: Mapping[str, str]) -> None:
    urls = ElementTree.fromstring(printed["sitemap"]).findall(f"{SITEMAP}url")
    assert [url.findtext(f"{SITEMAP}loc") for url in urls] == [one["loc"] for one in views()["sitemap"][1]["urls"]]
    assert [url.findtext(f"{SITEMAP}lastmod") for url in urls] == ["2026-02-21", None]


def test_a_search_description_leads_to_the_search(printed: Mapping[str, str]) -> None:
    found = ElementTree.fromstring(printed["opensearch"])
    results, itself = found.findall(f"{SEARCH}Url")
    assert "{searchTerms}" in results.get("template", "")
    assert (itself.get("rel"), itself.get("template")) == ("self", "https://ledger.example/hub/opensearch.xml")
    picture = found.findtext(f"{SEARCH}Image") or ""
    assert picture.startswith("https://ledger.example/hub/theme/icon-32.png")
    assert found.find(f"{SEARCH}Query[@role='example']") is not None
    assert 0 < len(found.findtext(f"{SEARCH}ShortName") or "") <= 16
