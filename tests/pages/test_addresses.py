"""Addresses: one base path, one owner each, and former ones that still lead somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from twosource.newsroom.problems import Problem, Severity
from twosource.pages.edition import make_edition, proofread
from twosource.pages.page import Page

from .hub import AS_OF, Text, front, stories, write_hub


def _problems(tmp_path: Path, texts: Mapping[str, Text], **site: Any) -> list[Problem]:
    found = proofread(write_hub(tmp_path, texts, **site), AS_OF).problems
    return [problem for problem in found if problem.rule in ("address-taken", "bad-alias", "duplicate-id")]


def test_a_former_address_redirects_and_is_not_indexed(pages: Mapping[str, Page]) -> None:
    view = pages["/old/plant/"].view
    assert view["target"] == {"text": "Plant opens", "href": "/hub/stories/verified/"}
    assert view["page"]["robots"] == "noindex"
    assert view["page"]["url"] == "https://example.org/hub/stories/verified/"
    assert "https://example.org/hub/old/plant/" not in {row["loc"] for row in pages["/sitemap.xml"].view["urls"]}


@pytest.mark.parametrize(
    "alias", ["/topics/minerals/", "/watch/", "/stories/other/", "/glossary/black-mass/", "/stories/"]
)
def test_an_alias_may_not_hit_a_page(tmp_path: Path, alias: str) -> None:
    texts = {"a": Text(front("A", "2026-02-19", aliases=[alias])), "other": Text(front("B", "2026-02-20"))}
    (problem,) = _problems(tmp_path, texts)
    assert (problem.place.path, problem.severity) == ("content/stories/2026/a.md", Severity.ERROR)
    assert problem.place.line > 1
    assert alias in problem.message
    assert make_edition(tmp_path, AS_OF, "https://example.org").pages == ()


def test_two_aliases_may_not_be_alike_not_even_in_one_story(tmp_path: Path) -> None:
    texts = {
        "a": Text(front("A", "2026-02-19", aliases=["/x/", "/y/", "/y/", "/Y/"])),
        "b": Text(front("B", "2026-02-20", aliases=["/X/"])),
    }
    assert [problem.place.path[-4:] for problem in _problems(tmp_path, texts)] == ["a.md", "a.md", "b.md"]


def test_an_alias_may_not_hit_a_story_that_is_still_a_draft(tmp_path: Path) -> None:
    texts = {
        "a": Text(front("A", "2026-02-19", aliases=["/stories/b/"])),
        "b": Text(front("B", "2026-02-20", status="draft")),
    }
    assert len(_problems(tmp_path, texts)) == 1


@pytest.mark.parametrize(
    "alias",
    [
        "/a/../b/",
        "/a//b/",
        "/a?b/",
        "/ä ö/",
        "/.well/",
        "/data/x/",
        "/topics/minerals/page/2/",
        "/watch/page/2/",
        "/archive/2020-05/",
    ],
)
def test_an_alias_is_a_plain_address_outside_the_machinery(tmp_path: Path, alias: str) -> None:
    texts = {"a": Text(front("A", "2026-02-19", aliases=[alias]))}
    assert len(_problems(tmp_path, texts)) == 1


@pytest.mark.parametrize(
    "alias",
    [
        "/404.html/",
        "/robots.txt/",
        "/sitemap-2.xml/",
        "/index.html/",
        "/stories/other/index.html/",
        "/Stories/old/",
        "/Topics/Minerals/",
        "/topics/minerals/Page/old/",
        "/Data/x/",
        "/" + "x" * 256 + "/",
    ],
)
def test_an_alias_that_the_press_could_not_print_is_told_at_the_alias(tmp_path: Path, alias: str) -> None:
    texts = {"a": Text(front("A", "2026-02-19", aliases=[alias])), "other": Text(front("B", "2026-02-20"))}
    (problem,) = _problems(tmp_path, texts)
    assert (problem.rule, problem.place.path) == ("address-taken", "content/stories/2026/a.md")
    assert alias in problem.message


@pytest.mark.parametrize("ending", ["", "old/"])
def test_no_alias_may_lie_in_the_way_of_any_file_of_the_site(
    tmp_path: Path, pages: Mapping[str, Page], ending: str
) -> None:
    """Each page's file, taken as a folder, is refused; so desk and press agree whatever the library holds."""
    in_the_way = sorted(f"/{page.path}/{ending}" for page in pages.values() if not page.url.startswith("/old/"))
    texts = stories()
    texts["more"] = Text(front("More", "2026-02-19", aliases=in_the_way))
    told = " ".join(problem.message for problem in _problems(tmp_path, texts))
    assert [alias for alias in in_the_way if alias not in told] == []


@pytest.mark.parametrize(("letters", "rules"), [(250, []), (251, ["bad-id"]), (300, ["bad-id"])])
def test_a_slug_is_short_enough_for_the_name_of_a_file(tmp_path: Path, letters: int, rules: list[str]) -> None:
    """A story's data stands under its slug and five letters more; 255 is the most that a file system holds."""
    found = proofread(write_hub(tmp_path, {"a": Text(front("A", "2026-02-19", slug="x" * letters))}), AS_OF).problems
    assert [problem.rule for problem in found if problem.rule in ("bad-id", "address-taken")] == rules
    assert {problem.place.path for problem in found if problem.rule == "bad-id"} <= {"content/stories/2026/a.md"}


@pytest.mark.parametrize("name", ["all", "corrections"])
def test_a_topic_may_not_take_the_place_of_a_feed(tmp_path: Path, name: str) -> None:
    topics = [
        {"id": "minerals", "name": "Minerals", "description": "Ores."},
        {"id": name, "name": "Other", "description": "Others."},
    ]
    assert len(_problems(tmp_path, stories(), topics=topics)) == 1


def test_the_small_hub_has_no_problem_at_all(hub: Path) -> None:
    assert proofread(hub, AS_OF).problems == ()


@pytest.mark.parametrize(
    ("site", "base"), [("https://example.org", ""), ("https://example.org/", ""), ("https://example.org/a/b/", "/a/b")]
)
def test_every_link_carries_the_base_path(hub: Path, site: str, base: str) -> None:
    pages = {page.url: page for page in make_edition(hub, AS_OF, site).pages}
    view = pages["/stories/verified/"].view
    assert view["site"]["base"] == base
    assert view["topic"]["href"] == f"{base}/topics/minerals/"
    assert f'href="{base}/glossary/black-mass/"' in view["html"]
    assert view["page"]["url"] == f"{site.rstrip('/')}/stories/verified/"
    assert {entry["href"] for entry in view["site"]["nav"]} >= {f"{base}/", f"{base}/topics/"}
    assert pages["/robots.txt"].view["text"].endswith(f"Sitemap: {site.rstrip('/')}/sitemap.xml\n")


def test_a_long_list_goes_on_at_page_2(tmp_path: Path) -> None:
    texts = {f"s{n:02}": Text(front(f"Story {n}", f"2026-02-{n % 28 + 1:02}")) for n in range(45)}
    pages = {page.url: page for page in make_edition(write_hub(tmp_path, texts), AS_OF, "https://example.org").pages}
    first, second, third = (pages[f"/topics/minerals/{tail}"].view for tail in ("", "page/2/", "page/3/"))
    assert [len(sheet["cards"]) for sheet in (first, second, third)] == [20, 20, 5]
    assert first["paging"] == {"page": 1, "pages": 3, "newer": "", "older": "/topics/minerals/page/2/"}
    assert third["paging"] == {"page": 3, "pages": 3, "newer": "/topics/minerals/page/2/", "older": ""}
    assert second["page"]["title"] == "Minerals, page 2"
    assert "/entities/recyclers/page/3/" in pages
    slugs = [card["slug"] for sheet in (first, second, third) for card in sheet["cards"]]
    assert len(set(slugs)) == 45


def test_the_sitemap_names_pages_and_no_files(pages: Mapping[str, Page]) -> None:
    rows = {
        row["loc"].removeprefix("https://example.org/hub"): row["lastmod"] for row in pages["/sitemap.xml"].view["urls"]
    }
    assert rows["/stories/verified/"] == "2026-02-21"
    assert rows["/stories/single/"] == "2026-03-01"
    assert {"/404.html", "/feed.json", "/data/stories.json"}.isdisjoint(rows)
    assert {"/", "/watch/", "/methodology/publishers/", "/trends/trade/"} <= rows.keys()


def test_every_address_of_the_design_is_there(pages: Mapping[str, Page]) -> None:
    assert {
        "/",
        "/stories/verified/",
        "/topics/",
        "/topics/minerals/",
        "/entities/",
        "/entities/us-doe/",
        "/glossary/",
        "/glossary/black-mass/",
        "/methodology/",
        "/methodology/publishers/",
        "/trends/",
        "/trends/minerals/",
        "/watch/",
        "/corrections/",
        "/search/",
        "/archive/",
        "/about/",
        "/404.html",
        "/feeds/all.atom.xml",
        "/feeds/minerals.atom.xml",
        "/feeds/corrections.atom.xml",
        "/feed.json",
        "/watch.ics",
        "/data/stories.json",
        "/data/stories/verified.json",
        "/data/stories.csv",
        "/data/facts.csv",
        "/data/entities.json",
        "/data/glossary.json",
        "/data/publishers.json",
        "/data/rubric.json",
        "/data/watch.json",
        "/data/watch.csv",
        "/data/corrections.json",
        "/data/trends.json",
        "/data/trends.csv",
        "/data/trends-minerals.json",
        "/data/trends-minerals.csv",
        "/data/story.schema.json",
        "/sitemap.xml",
        "/robots.txt",
        "/opensearch.xml",
    } <= pages.keys()


def test_a_time_with_a_zone_is_read_as_a_moment(hub: Path) -> None:
    """The story is dated 14:30 at UTC+1."""
    before = make_edition(hub, datetime(2026, 2, 19, 13, 29, tzinfo=UTC), "https://example.org").pages
    after = make_edition(hub, datetime(2026, 2, 19, 13, 30, tzinfo=UTC), "https://example.org").pages
    assert "/stories/verified/" not in {page.url for page in before}
    assert "/stories/verified/" in {page.url for page in after}


def test_a_large_archive_has_a_page_for_each_year_and_each_month(monkeypatch: pytest.MonkeyPatch, hub: Path) -> None:
    monkeypatch.setattr("twosource.pages.archive.LISTED", 5)
    pages = {page.url: page.view for page in make_edition(hub, AS_OF, "https://example.org").pages}
    whole, year, month = pages["/archive/"], pages["/archive/2026/"], pages["/archive/2026-02/"]
    assert [(one["year"], one["count"]) for one in whole["years"]] == [("2026", 5)]
    assert whole["others"] == [{"text": "2025", "href": "/archive/2025/"}]
    told = [(one["id"], one["count"], one["href"], len(one["cards"])) for one in year["years"][0]["months"]]
    assert told[-1] == ("2026-02", told[-1][1], "/archive/2026-02/", 0)
    assert sum(count for _, count, _, _ in told) == 5
    assert len(month["years"][0]["months"][0]["cards"]) == told[-1][1]
    assert [crumb["text"] for crumb in month["page"]["crumbs"]] == ["Home", "Archive", "2026", "February 2026"]
    assert len(pages["/search/"]["cards"]) == 6


def test_every_story_stands_once_in_the_months_of_a_large_archive(monkeypatch: pytest.MonkeyPatch, hub: Path) -> None:
    monkeypatch.setattr("twosource.pages.archive.LISTED", 5)
    pages = make_edition(hub, AS_OF, "https://example.org").pages
    views = [page.view for page in pages if page.url.startswith("/archive/") and page.url.count("-")]
    slugs = [
        card["slug"] for view in views for year in view["years"] for month in year["months"] for card in month["cards"]
    ]
    assert len(slugs) == len(set(slugs)) == 6


def test_a_long_watch_list_and_a_long_log_go_on_at_page_2(monkeypatch: pytest.MonkeyPatch, hub: Path) -> None:
    whole = {page.url: page.view for page in make_edition(hub, AS_OF, "https://example.org").pages}
    monkeypatch.setattr("twosource.pages.watch_page.LENGTH", 3)
    monkeypatch.setattr("twosource.pages.corrections_page.LENGTH", 1)
    pages = {page.url: page.view for page in make_edition(hub, AS_OF, "https://example.org").pages}
    first, second = pages["/watch/"], pages["/watch/page/2/"]
    ids = [[item["id"] for view in (first, second) for item in view["groups"][n]["items"]] for n in range(5)]
    assert ids == [[item["id"] for item in group["items"]] for group in whole["/watch/"]["groups"]]
    assert [group["count"] for group in second["groups"]] == [len(held) for held in ids]
    assert (first["paging"]["older"], second["paging"]["newer"]) == ("/watch/page/2/", "/watch/")
    assert (first["record"], second["record"]) == (whole["/watch/"]["record"], [])
    told = [entry for n in ("", "page/2/") for entry in pages[f"/corrections/{n}"]["entries"]]
    assert told == whole["/corrections/"]["entries"]
    assert pages["/data/watch.json"] == whole["/data/watch.json"]


def test_a_small_archive_is_one_page(pages: Mapping[str, Page]) -> None:
    view = pages["/archive/"].view
    assert [(year["year"], year["count"]) for year in view["years"]] == [("2026", 5), ("2025", 1)]
    assert view["others"] == []


def test_a_large_site_has_a_sitemap_in_parts(
    monkeypatch: pytest.MonkeyPatch, hub: Path, pages: Mapping[str, Page]
) -> None:
    monkeypatch.setattr("twosource.pages.machines.MOST", 20)
    parts = {page.url: page.view for page in make_edition(hub, AS_OF, "https://example.org/hub").pages}
    names = [
        "/sitemap.xml",
        *sorted((name for name in parts if name.startswith("/sitemap-")), key=lambda name: int(name[9:-4])),
    ]
    rows = [row for name in names for row in parts[name]["urls"]]
    assert rows == pages["/sitemap.xml"].view["urls"]
    assert parts["/robots.txt"]["text"].count("Sitemap: ") == len(names) > 2
