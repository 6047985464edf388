"""A story's page says how it came about, in sentences that are made from its own data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.related import Related, related


def _view(pages: Mapping[str, Page], slug: str) -> Mapping[str, Any]:
    return pages[f"/stories/{slug}/"].view


def test_how_we_covered_it_is_no_boilerplate(pages: Mapping[str, Page]) -> None:
    told = {slug: " ".join(_view(pages, slug)["coverage"]) for slug in ("verified", "single", "disputed", "merged")}
    assert len(set(told.values())) == 4
    assert "All 3 quotes behind the 2 key facts were found there word for word." in told["verified"]
    assert "We saved and read copies of 1 of 2, the last of them on 1 March 2026." in told["single"]
    against = "Key fact 1 is contradicted by 1 independent source; the badge therefore says disputed, and no number."
    assert against in told["disputed"]
    assert "number on the badge" not in told["disputed"]
    assert "It could be published all the same: every essential" in told["disputed"]
    assert "2 sources (The Daily and The Gazette) count as one: both carry Reuters." in told["merged"]


@pytest.mark.parametrize("slug", ["verified", "single", "disputed", "merged"])
def test_why_not_higher_comes_from_the_verdict(pages: Mapping[str, Page], stand: Newsstand, slug: str) -> None:
    told = stand.folio(slug).verdict.confidence.why_not_higher
    shown = _view(pages, slug)["confidence"]["why_not_higher"]
    assert shown
    assert set(shown) <= set(told)
    left_out = [line for line in told if line not in shown]
    shares = _view(pages, slug)["confidence"]["shares"]
    assert len(left_out) <= len(shares), "only what a row of the table says"
    assert all("is worth" in line for line in left_out)


def test_the_type_of_a_story_comes_from_its_dates(pages: Mapping[str, Page], stand: Newsstand) -> None:
    for slug in ("verified", "single", "disputed"):
        later = stand.folio(slug).story.written
        assert _view(pages, slug)["type"] == ("Archive analysis" if later else "News analysis")


def test_a_merge_says_why(pages: Mapping[str, Page]) -> None:
    clusters = _view(pages, "merged")["clusters"]
    assert [cluster["heading"] for cluster in clusters] == [
        "Counts as one source.",
        "These 2 count as one: both carry Reuters.",
    ]
    assert clusters[1]["joins"] == [], "the heading has said it"


def test_a_fact_shows_its_quotes_with_the_way_to_the_very_sentence(pages: Mapping[str, Page]) -> None:
    fact = _view(pages, "verified")["facts"][0]
    assert fact["status_text"] == "2 independent"
    quote = fact["evidence"][0]
    assert quote["href"] == "https://energy.gov/office#:~:text=here"
    assert quote["state_text"] == "Found in the saved copy"
    assert quote["source_href"] == "#source-office"


def test_a_forecast_that_was_decided_shows_its_evidence_wherever_it_stands(pages: Mapping[str, Page]) -> None:
    here = _view(pages, "verified")["watch"][2]
    there = next(
        item for group in pages["/watch/"].view["groups"] for item in group["items"] if item["id"] == "verified-3"
    )
    assert here["status"] == there["status"] == "came-true"
    assert here["evidence"][0]["state"] == "found"
    assert here["evidence"][0]["source_href"] == "#source-daily"
    assert there["evidence"][0]["source_href"] == "/hub/stories/verified/#source-daily"


def test_forecasts_stand_under_overdue_due_open_and_decided(pages: Mapping[str, Page]) -> None:
    groups = {group["id"]: [item["n"] for item in group["items"]] for group in pages["/watch/"].view["groups"]}
    assert groups == {"due": [1], "open": [2], "overdue": [4], "decided": [3], "hindsight": []}


def test_past_and_expected_events_differ(pages: Mapping[str, Page]) -> None:
    timeline = _view(pages, "verified")["timeline"]
    assert [(item["date"]["shown"], item["past"]) for item in timeline] == [("Q4 2025", True), ("2027", False)]


def test_the_time_of_day_is_shown_in_the_writers_zone(pages: Mapping[str, Page]) -> None:
    assert _view(pages, "verified")["date"] == {
        "iso": "2026-02-19T14:30:00+01:00",
        "shown": "19 February 2026, 14:30 UTC+01:00",
    }
    card = next(card for card in pages["/search/"].view["cards"] if card["slug"] == "verified")
    assert card["date"] == {"iso": "2026-02-19", "shown": "19 February 2026"}


def test_an_entity_knows_what_it_said_and_with_whom_it_is_named(pages: Mapping[str, Page]) -> None:
    view = pages["/entities/jane-roe/"].view
    assert "Jane Roe says that output will rise." in {said["text"] for said in view["said"]}
    assert view["roles"][0]["at"] == {"text": "US Senate", "href": "/hub/entities/us-senate/"}
    assert view["together"][0]["entity"]["name"] == "US recyclers"


def test_a_correction_stands_at_the_head(pages: Mapping[str, Page]) -> None:
    assert _view(pages, "verified")["notice"]["text"] == "We had the wrong state."
    assert _view(pages, "single")["notice"] is None


def test_each_change_has_the_number_that_the_feed_of_corrections_names(pages: Mapping[str, Page]) -> None:
    told = {entry["id"] for entry in pages["/feeds/corrections.atom.xml"].view["entries"]}
    story = "https://example.org/hub/stories/verified/"
    here = {f"{story}#change-{change['n']}" for change in _view(pages, "verified")["changes"]}
    assert {name for name in told if "/stories/verified/" in name} <= here


def _related(stand: Newsstand, slug: str) -> tuple[Related, ...]:
    return related(stand, stand.brief(slug), stand.kinships(slug))


def test_related_stories_begin_with_the_writers_choice_and_give_a_reason(stand: Newsstand) -> None:
    found = _related(stand, "verified")
    assert found[0].slug == "single"
    assert found[0].reason.startswith("Chosen by the writer; shares ")
    assert 1 < len(found) <= 4
    assert all(held.reason.startswith("Shares ") for held in found[1:])


def test_rare_names_relate_more_than_common_ones(stand: Newsstand) -> None:
    """`china` is named once; everybody names the recyclers."""
    found = _related(stand, "single")
    assert all("China" not in held.reason for held in found)
    assert "verified" not in [held.slug for held in found if held.slug == "single"]


@pytest.mark.parametrize("slug", ["verified", "single", "retracted"])
def test_no_story_is_related_to_itself_or_to_a_retracted_one(stand: Newsstand, slug: str) -> None:
    assert {slug, "retracted"}.isdisjoint(held.slug for held in _related(stand, slug))


def test_the_article_cites_all_sources_and_rests_on_those_found(pages: Mapping[str, Page]) -> None:
    article = _view(pages, "single")["page"]["json_ld"][0]
    assert [work["url"] for work in article["citation"]] == ["https://energy.gov/office", "https://daily.example/daily"]
    assert article["isBasedOn"] == ["https://energy.gov/office"]
    assert "correction" not in article
    assert "ClaimReview" not in str(article)
    assert _view(pages, "verified")["page"]["json_ld"][0]["correction"][0]["@type"] == "CorrectionComment"


@pytest.mark.parametrize(
    ("url", "kinds"),
    [
        ("/", {"WebSite", "NewsMediaOrganization", "ItemList"}),
        ("/stories/single/", {"NewsArticle", "BreadcrumbList"}),
        ("/glossary/", {"DefinedTermSet", "BreadcrumbList"}),
        ("/topics/", {"ItemList", "BreadcrumbList"}),
        ("/glossary/wto/", {"DefinedTerm", "BreadcrumbList"}),
        ("/trends/", {"Dataset", "BreadcrumbList"}),
        ("/about/", {"NewsMediaOrganization", "Dataset", "BreadcrumbList"}),
    ],
)
def test_pages_carry_their_structured_data(pages: Mapping[str, Page], url: str, kinds: set[str]) -> None:
    assert {block["@type"] for block in pages[url].view["page"]["json_ld"]} == kinds
