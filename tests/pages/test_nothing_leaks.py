"""Drafts and stories still to come appear nowhere; retracted ones are counted nowhere but among the corrections."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from twosource.pages.edition import Edition, make_edition, make_pages
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.small_stand import make_newsstand

from .hub import AS_OF, SITE, Text, front, stories, write_hub


def test_no_page_names_a_draft_or_a_story_still_to_come(edition: Edition) -> None:
    for page in edition.pages:
        assert "secret" not in (page.url + json.dumps(page.view)).lower(), page.url


def test_no_page_changes_when_a_draft_and_a_future_story_are_added(edition: Edition, tmp_path: Path) -> None:
    """Not even a count, a rarity or the order of a list; only a receipt may not differ either."""
    public = {slug: text for slug, text in stories().items() if "secret" not in slug}
    public["verified"].front["related"] = ["single"]
    alone = make_edition(write_hub(tmp_path, public), AS_OF, SITE)
    assert [page.url for page in alone.pages] == [page.url for page in edition.pages]
    differing = [a.url for a, b in zip(alone.pages, edition.pages, strict=True) if _bare(a) != _bare(b)]
    assert differing == []


def _bare(page: Page) -> str:
    """The view without receipts and the files that they cover: the story's own `related:` differs."""
    held = page.view.get("reckoned_from")
    basis = {"reckoned_from": {**held, "files": [each["path"] for each in held["files"]]}} if held else {}
    return json.dumps({**page.view, "receipt": "", **basis})


def test_a_future_story_appears_in_the_moment_of_its_date(hub: Path) -> None:
    moment = datetime(2026, 3, 11, tzinfo=UTC)
    before = {page.url for page in make_edition(hub, moment - timedelta(seconds=1), SITE).pages}
    after = {page.url for page in make_edition(hub, moment, SITE).pages}
    assert "/stories/future-secret/" in after - before
    assert "/entities/secret-corp/" in after - before
    assert "/old/secret-to-come/" in after - before


def test_a_story_that_the_gate_refused_is_not_public_even_if_it_gets_here(edition: Edition) -> None:
    verdicts = dict(edition.review.verdicts)
    verdicts["single"] = replace(verdicts["single"], gate=replace(verdicts["single"].gate, passed=False))
    stand = make_newsstand(replace(edition.review, verdicts=verdicts), AS_OF, SITE)
    assert "single" not in stand.stories
    assert all("Lone report" not in json.dumps(page.view) for page in make_pages(stand))


def test_a_story_without_a_verdict_is_not_public(edition: Edition) -> None:
    verdicts = {slug: held for slug, held in edition.review.verdicts.items() if slug != "single"}
    stand = make_newsstand(replace(edition.review, verdicts=verdicts), AS_OF, SITE)
    assert "single" not in stand.stories


def test_a_retracted_story_keeps_its_page_and_says_so(pages: Mapping[str, Page]) -> None:
    view = pages["/stories/retracted/"].view
    assert view["badge"]["text"] == "Retracted"
    assert view["notice"]["kind"] == "retraction"
    assert pages["/data/stories/retracted.json"].view["level"] == "retracted"


@pytest.mark.parametrize(
    "url", ["/", "/topics/minerals/", "/entities/us-doe/", "/glossary/black-mass/", "/trends/", "/watch/"]
)
def test_a_retracted_story_is_recommended_and_counted_nowhere(pages: Mapping[str, Page], url: str) -> None:
    assert "Withdrawn report" not in json.dumps(pages[url].view)


def test_a_retracted_story_stands_in_the_corrections_and_in_the_feed(pages: Mapping[str, Page]) -> None:
    entries = pages["/corrections/"].view["entries"]
    assert ("retraction", "retracted") in {(entry["kind"], entry["story"]["slug"]) for entry in entries}
    titles = [entry["title"] for entry in pages["/feeds/all.atom.xml"].view["entries"]]
    assert "Withdrawn report (retracted)" in titles


def test_counts_are_of_developments_that_stand(pages: Mapping[str, Page], stand: Newsstand) -> None:
    counts = pages["/"].view["counts"]
    assert counts["stories"] == 5 == len(stand.standing)
    assert counts["verified"] + counts["single_source"] + counts["disputed"] + counts["unchecked"] == 5
    assert counts["corrections"] == 2


def test_an_expired_story_is_kept_for_the_record_and_leaves_the_front_page(pages: Mapping[str, Page]) -> None:
    assert pages["/stories/expired/"].view["expired"] is True
    assert "Old notice" not in json.dumps(pages["/"].view["latest"])
    cards = {card["slug"]: card["notice"] for card in pages["/search/"].view["cards"]}
    assert cards["expired"] == "Kept for the record"
    assert cards["verified"] == ""


def test_an_outcome_decided_after_the_day_of_the_site_is_not_told(hub: Path) -> None:
    """The forecast `The plant opens.` was decided on 1 March."""
    pages = {page.url: page for page in make_edition(hub, datetime(2026, 2, 28, tzinfo=UTC), SITE).pages}
    for url in ("/watch/", "/stories/verified/", "/watch.ics", "/data/watch.json", "/data/stories/verified.json"):
        assert "It opened." not in json.dumps(pages[url].view), url


def test_a_hub_without_a_story_has_every_page_all_the_same(tmp_path: Path) -> None:
    made = make_edition(write_hub(tmp_path, {}), AS_OF, SITE)
    assert {"/", "/trends/", "/watch/", "/watch.ics", "/feeds/all.atom.xml", "/archive/"} <= {
        page.url for page in made.pages
    }


def test_a_problem_that_stops_the_press_leaves_no_pages(tmp_path: Path) -> None:
    refused = {"bare": Text(front("No copy", "2026-02-19"), saved=())}
    made = make_edition(write_hub(tmp_path, refused), AS_OF, SITE)
    assert made.pages == ()
    assert "gate-refused" in {found.rule for found in made.problems}


def test_an_empty_folder_gives_problems_and_no_pages(tmp_path: Path) -> None:
    made = make_edition(tmp_path, AS_OF, SITE)
    assert made.pages == ()
    assert made.problems


def test_entities_that_only_a_draft_names_have_no_page(pages: Mapping[str, Page]) -> None:
    assert "/entities/secret-corp/" not in pages
    assert "/entities/us-senate/" in pages, "named as the place of an office"
