"""The printed demo hub, page by page: addresses, marks, data. Links, formats and looks are for tests/judges."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

BASE = "http://127.0.0.1:8000"
FIXED = [
    "/",
    "/topics/",
    "/entities/",
    "/glossary/",
    "/methodology/",
    "/methodology/publishers/",
    "/methodology/numbers/",
    "/methodology/rules/",
    "/methodology/rules/quote-not-found/",
    "/trends/",
    "/watch/",
    "/corrections/",
    "/search/",
    "/archive/",
    "/about/",
    "/404.html",
    "/feeds/all.atom.xml",
    "/feeds/corrections.atom.xml",
    "/feed.json",
    "/watch.ics",
    "/sitemap.xml",
    "/robots.txt",
    "/opensearch.xml",
    "/data/stories.json",
    "/data/stories.csv",
    "/data/trends.json",
    "/data/watch.json",
]


def file_of(site: Path, address: str) -> Path:
    return site / (address.lstrip("/") + ("index.html" if address.endswith("/") else ""))


@cache
def tree(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes())


@cache
def pages(site: Path) -> tuple[Path, ...]:
    found = tuple(sorted(site.rglob("*.html")))
    assert len(found) > 50
    return found


@cache
def stories(site: Path) -> tuple[dict, ...]:  # type: ignore[type-arg]
    index = json.loads((site / "data/stories.json").read_text(encoding="utf-8"))
    return tuple(json.loads((site / f"data/stories/{row['slug']}.json").read_text("utf-8")) for row in index["stories"])


def stems(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.rglob("*.md"))


def test_every_address_of_the_design_is_there(site: Path, demo: Path) -> None:
    mentioned = {entity["id"] for story in stories(site) for entity in story["mentioned"]}
    expected = [
        *FIXED,
        *(f"/stories/{slug}/" for slug in stems(demo / "content/stories")),
        *(f"/data/stories/{slug}.json" for slug in stems(demo / "content/stories")),
        *(f"/entities/{name}/" for name in sorted(mentioned)),
        *(f"/glossary/{name}/" for name in stems(demo / "glossary")),
        *(f"/methodology/{name}/" for name in stems(demo / "methodology")),
    ]
    assert [address for address in expected if not file_of(site, address).is_file()] == []


def test_every_page_has_one_headline_a_title_a_description_and_its_own_address(site: Path) -> None:
    seen: dict[str, Path] = {}
    for path in pages(site):
        page = tree(path)
        assert len(page.findall(".//h1")) == 1, path
        assert page.findtext(".//title"), path
        assert page.get("lang"), path
        assert page.xpath("string(//meta[@name='description']/@content)"), path
        canonical = page.xpath("string(//link[@rel='canonical']/@href)")
        if path.name == "404.html":
            continue
        assert canonical.startswith(BASE), path
        assert seen.setdefault(canonical, path) == path


def test_a_single_source_is_marked_wherever_its_story_is_named_in_a_list(site: Path) -> None:
    """The words, not the colour: in the same card as the headline."""
    lone = {story["slug"] for story in stories(site) if story["verification"]["level"] == "single-source"}
    assert lone
    cards = 0
    for path in pages(site):
        for card in tree(path).xpath("//*[contains(concat(' ', @class, ' '), ' card ')]"):
            targets = {urlsplit(href).path for href in card.xpath(".//a/@href")}
            if targets & {f"/stories/{slug}/" for slug in lone}:
                cards += 1
                assert "Single source" in card.text_content(), path
    assert cards >= len(lone)


def test_feeds_mark_single_sources(site: Path) -> None:
    lone = {story["title"] for story in stories(site) if story["verification"]["level"] == "single-source"}
    space = {"a": "http://www.w3.org/2005/Atom"}
    for path in (site / "feeds").glob("*.xml"):
        feed = etree.parse(path)
        for entry in feed.xpath("//a:entry", namespaces=space):
            if (
                any(title in entry.findtext("a:title", namespaces=space) for title in lone)
                and "corrections" not in path.name
            ):
                assert "Single source" in "".join(entry.itertext()), path
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    assert all(
        "(single source)" in item["title"] for item in items["items"] if any(one in item["title"] for one in lone)
    )


def recount(story: dict, fact: dict) -> int:  # type: ignore[type-arg]
    """A fact's count from the published data alone: clusters (for claims without joins by event) that carry it."""
    verification = story["verification"]
    joins = [join for cluster in verification["clusters"] for join in cluster["joins"]]
    joins += [row for row in verification["set_aside"] if row["kind"] == "event"]
    if fact["kind"] != "fact":
        joins = [join for join in joins if join["kind"] != "event"]
    group = {source["id"]: source["id"] for source in story["sources"]}
    for join in joins:
        kept, gone = group[join["a"]], group[join["b"]]
        group = {name: kept if head == gone else head for name, head in group.items()}
    countless = {name for cluster in verification["clusters"] if not cluster["counts"] for name in cluster["sources"]}
    return len(
        {
            group[row["source"]]
            for row in fact["evidence"]
            if row["state"] == "found" and row["stance"] == "supports" and row["source"] not in countless
        }
    )


def test_what_the_page_shows_can_be_recomputed_from_the_published_data(site: Path) -> None:
    for story in stories(site):
        counts = [recount(story, fact) for fact in story["facts"]]
        assert counts == [fact["count"] for fact in story["facts"]], story["slug"]
        n = min(fact["count"] for fact in story["facts"] if fact["essential"])
        verification = story["verification"]
        assert verification["n"] == n
        assert sorted(name for cluster in verification["clusters"] for name in cluster["sources"]) == sorted(
            source["id"] for source in story["sources"]
        )
        exact = round(sum(part["score"] * part["weight"] for part in story["impact"]["parts"]), 4)
        assert story["impact"]["score"] == max(1, min(10, int(exact + 0.5)))
        shown = tree(file_of(site, f"/stories/{story['slug']}/")).text_content()
        assert verification["badge"].split(" · ")[0] in shown
        assert story["title"] in shown


def test_every_found_quote_on_a_story_page_links_to_its_sentence_at_the_source(site: Path) -> None:
    for story in stories(site):
        links = set(tree(file_of(site, f"/stories/{story['slug']}/")).xpath("//a/@href"))
        wanted = {row["link"] for fact in story["facts"] for row in fact["evidence"] if row["state"] == "found"}
        assert all("#:~:text=" in link for link in wanted)
        assert wanted <= links


def test_the_methodology_prints_the_very_numbers_of_the_rubric(site: Path) -> None:
    rubric = json.loads((site / "data/rubric.json").read_text(encoding="utf-8"))
    chapters = (path for path in sorted((site / "methodology").rglob("*.html")) if "rules" not in path.parts)
    words = " ".join(tree(path).text_content() for path in chapters)
    text = json.dumps(rubric)
    assert "{{" not in words
    for number in ("0.20", "0.10", "0.40", "0.69"):
        assert number in words
        assert float(number) in [float(n) for n in re.findall(r"\d+\.\d+", text)]
