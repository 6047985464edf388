"""Why sources count as one is said once, by name, and claims nothing that is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from twosource.newsroom.lock import Hint
from twosource.newsroom.story import Origin
from twosource.newsroom.story_words import OriginKind
from twosource.pages.common_origin import SHORT, in_short, set_aside, why_one
from twosource.pages.edition import make_edition
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.story_sources import origin_words
from twosource.verification.verdict import Cluster, Join, JoinKind, SetAside

from .hub import SITE, Text, front, source, write_hub

Told = tuple[str, list[str]]


def test_every_kind_of_join_can_be_told_in_a_heading() -> None:
    """A kind without words would stop the press at the first story that has it."""
    assert set(SHORT) == set(JoinKind)


def _with(
    stand: Newsstand, *, hints: tuple[Hint, ...] = (), owner: str = "", **sources: Mapping[str, Any]
) -> Newsstand:
    """The stand with the sources of `merged` replaced, and one owner or one hint for all of them."""
    folio, library = stand.folio("merged"), stand.library
    held = tuple(replace(one, **sources.get(one.id, {})) for one in folio.story.sources)
    publishers = {name: replace(one, owner=owner or one.owner) for name, one in library.publishers.items()}
    assert folio.lock
    lock = replace(folio.lock, sources={name: replace(one, hints=hints) for name, one in folio.lock.sources.items()})
    changed = replace(folio, story=replace(folio.story, sources=held), lock=lock)
    house = replace(stand.house, library=replace(library, publishers=publishers))
    return replace(stand, house=house, open_folio=lambda _: changed)


def _tell(stand: Newsstand, joins: tuple[Join, ...], *members: str) -> Told:
    cluster, folio = Cluster(members, joins, True, ""), stand.folio("merged")
    return in_short(stand, folio, cluster), why_one(stand, folio, cluster)


def _wire(a: str, b: str) -> Join:
    return Join(JoinKind.WIRE, a, b, "Both carry the wire.")


def test_what_two_joins_say_alike_is_said_once(stand: Newsstand) -> None:
    credit = Join(JoinKind.CREDIT, "daily", "gazette", "Both carry Reuters: The Daily prints “(Reuters) -”..")
    told = _tell(
        _with(stand, hints=(Hint("dateline", "Reuters", "(Reuters) -"),)),
        (_wire("daily", "gazette"), credit),
        "daily",
        "gazette",
    )
    assert told[1] == ["Both carry Reuters: The Daily prints “(Reuters) -”; The Gazette prints “(Reuters) -”."]


def test_an_agencys_own_page_does_not_carry_the_agency(stand: Newsstand) -> None:
    wire = Origin(OriginKind.WIRE, "The Daily")
    own = _with(stand, gazette={"origin": wire}, daily={"origin": wire})
    assert _tell(own, (_wire("daily", "gazette"),), "daily", "gazette")[0] == (
        "The Gazette carries The Daily, and the other is The Daily's own page"
    )
    folio = own.folio("merged")
    words = {one.id: origin_words(own, folio, one) for one in folio.story.sources}
    assert (words["daily"], words["gazette"]) == ("The Daily's own report", "Carries The Daily")


def test_two_articles_of_one_agency_are_both_from_it(stand: Newsstand) -> None:
    wire = Origin(OriginKind.WIRE, "The Daily")
    own = _with(stand, gazette={"origin": wire, "publisher": "daily"}, daily={"origin": wire})
    site = Join(JoinKind.SITE, "daily", "gazette", "Both are on the site daily.example.")
    short, reasons = _tell(own, (_wire("daily", "gazette"), site), "daily", "gazette")
    assert (short, reasons) == ("both are from The Daily", [])


def test_an_owner_is_printed_as_listed_and_not_asserted(stand: Newsstand) -> None:
    owned = _with(stand, owner="Unknown (common owner presumed)")
    joins = (
        Join(JoinKind.OWNER, "office", "daily", "Unknown owns both."),
        Join(JoinKind.OWNER, "office", "gazette", "Unknown owns both."),
    )
    assert _tell(owned, joins, "office", "daily", "gazette") == (
        "they are listed under one owner",
        ["Energy Office, The Daily and The Gazette are listed under one owner: Unknown (common owner presumed)."],
    )


def test_a_reason_within_a_larger_group_names_its_pages(stand: Newsstand) -> None:
    joins = (_wire("daily", "gazette"), Join(JoinKind.TEXT, "office", "daily", "Text is copied between them: 25 %."))
    assert _tell(stand, joins, "office", "daily", "gazette")[1] == [
        "The Daily and The Gazette: both carry Reuters.",
        "Energy Office and The Daily: text is copied between them: 25 %.",
    ]


def test_what_was_set_aside_names_its_pages_and_stands_there_once(stand: Newsstand) -> None:
    event = Origin(OriginKind.EVENT, "a hearing")
    there = _with(stand, daily={"origin": event}, gazette={"origin": event}, office={"origin": event})
    pairs = (("daily", "gazette"), ("office", "daily"), ("office", "gazette"))
    undone = tuple(
        SetAside(Join(JoinKind.EVENT, a, b, "Both report from one event."), "Both were there.") for a, b in pairs
    )
    folio = there.folio("merged")
    assert set_aside(there, replace(folio, verdict=replace(folio.verdict, set_aside=undone))) == [
        {
            "detail": "Energy Office, The Daily and The Gazette report from one event: a hearing.",
            "because": "Both were there.",
        }
    ]


def test_a_reason_to_count_apart_stands_at_its_source_and_is_not_printed_twice(tmp_path: Path) -> None:
    because = "The Daily asked the office itself."
    sources = [source("office", "energy", "document"), source("daily", "daily", independent_because=because)]
    pages = _pages(tmp_path, front("Apart", "2026-02-19", sources=sources))
    shown = [one["independent"] for cluster in pages["/stories/a/"].view["clusters"] for one in cluster["sources"]]
    assert shown == ["", because]


def _pages(root: Path, *fronts: dict[str, Any], **site: Any) -> dict[str, Page]:
    texts = {"abc"[n]: Text(held) for n, held in enumerate(fronts)}
    made = make_edition(write_hub(root, texts, **site), datetime(2026, 3, 10, 12, tzinfo=UTC), SITE)
    assert made.pages, made.problems
    return {page.url: page for page in made.pages}


ARCHIVED = {
    "written": "2026-03-01",
    "watch": [
        {
            "statement": "It opens.",
            "says": "jane-roe",
            "due": "2019-02",
            "decided_by": "The record",
            "status": "came-true",
            "decided_on": "2019-02-20",
            "outcome": "It did.",
            "evidence": [{"source": "daily", "quote": "a plant opened in Ohio"}],
        }
    ],
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """One archive story, with a forecast whose outcome was known when it was written."""
    dated = {"published": "2019-02-18"}
    sources = [source("office", "energy", "document", **dated), source("daily", "daily", **dated)]
    facts = [{**fact, "as_of": "2019-02"} for fact in front("x", "2019-02-19")["facts"]]
    held = front("Old plant", "2019-02-19", sources=sources, facts=facts, **ARCHIVED)
    return _pages(tmp_path_factory.mktemp("archive"), held)


def test_an_archive_story_says_when_it_happened_and_when_it_was_written(archive: Mapping[str, Page]) -> None:
    view = archive["/stories/a/"].view
    assert (view["date"]["iso"], view["written"]["iso"]) == ("2019-02-19", "2026-03-01")
    assert "written from saved copies on 1 March 2026, 7 years later" in " ".join(view["coverage"])
    assert "1 March 2026 on the development of 19 February 2019" in view["receipt"]["cite"]
    article = view["page"]["json_ld"][0]
    assert (article["datePublished"], article["temporalCoverage"]) == ("2026-03-01", "2019-02-19")
    record = archive["/data/stories/a.json"].view
    assert (record["date"], record["written"]) == ("2019-02-19", "2026-03-01")
    entry = archive["/feeds/all.atom.xml"].view["entries"][0]
    assert entry["published"].startswith("2026-03-01")
    assert "Development of 19 February 2019, written 1 March 2026." in entry["html"]


def test_a_forecast_entered_after_its_outcome_is_in_no_track_record(archive: Mapping[str, Page]) -> None:
    watch = archive["/watch/"].view
    assert {group["id"]: len(group["items"]) for group in watch["groups"]}["hindsight"] == 1
    assert watch["record"] == []
    (item,) = archive["/stories/a/"].view["watch"]
    assert (item["hindsight"], item["status"], item["decided_by"]) == (True, "came-true", "the record")
    assert archive["/data/watch.json"].view["forecasts"][0]["hindsight"] is True


def test_quotes_that_decided_a_forecast_are_counted_at_their_source(archive: Mapping[str, Page]) -> None:
    sources = [one for cluster in archive["/stories/a/"].view["clusters"] for one in cluster["sources"]]
    assert {one["id"]: (one["quotes_found"], one["quotes"]) for one in sources} == {"office": (1, 1), "daily": (3, 3)}


def test_no_id_of_a_source_is_printed_for_readers(pages: Mapping[str, Page]) -> None:
    shares = pages["/stories/merged/"].view["confidence"]["shares"]
    assert [[link["text"] for link in one["sources"]] for one in shares] == [
        ["Energy Office"],
        ["The Daily", "The Gazette"],
    ]


def test_a_score_between_two_anchors_shows_both(tmp_path: Path) -> None:
    impact = {name: {"score": 5, "because": "So.", "facts": [1]} for name in ("regulatory", "financial", "operational")}
    parts = _pages(tmp_path, front("Odd", "2026-02-19", impact=impact))["/stories/a/"].view["impact"]["parts"]
    assert parts[0]["anchor"].startswith("Between two anchors of the rubric: 4, “")
    assert "and 6, “" in parts[0]["anchor"]


def test_an_essential_claim_is_said_to_be_confirmed_as_said(tmp_path: Path) -> None:
    facts = front("x", "2026-02-19")["facts"]
    claim = {**facts[0], "kind": "claim", "speaker": "jane-roe"}
    plain = {**facts[0], "text": "The plant opened."}
    view = _pages(tmp_path, front("Claimed", "2026-02-19", facts=[claim, plain]))["/stories/a/"].view
    assert view["claims"] == "Key fact 1 is what somebody says: counted is that Jane Roe said so, not that it is so."
    assert view["facts"][0]["status_text"] == "2 independent that it was said"


def test_dates_less_precise_than_a_day_are_said_apart(tmp_path: Path) -> None:
    sources = [source("office", "energy", "document"), source("daily", "daily", published="2026")]
    told = _pages(tmp_path, front("Vague", "2026-02-19", sources=sources))["/stories/a/"].view["coverage"][0]
    assert "2 sources, 1 dated 18 February 2026 and 1 dated only 2026: " in told


def test_the_lead_is_the_newest_of_weight_and_not_what_we_are_little_sure_of(tmp_path: Path) -> None:
    """The single source scores higher on impact, and its confidence is low."""
    unsure = front(
        "Unsure", "2026-03-02", sources=[source("daily", "daily", "social"), source("office", "energy", "social")]
    )
    unsure["impact"] = {name: {**held, "score": 10} for name, held in unsure["impact"].items()}
    unsure["facts"] = [{**unsure["facts"][1], "essential": True}]
    pages = _pages(tmp_path, front("Sure", "2026-02-19"), unsure)
    assert pages["/"].view["latest"][0]["confidence"] == "low"
    assert pages["/"].view["lead"]["title"] == "Sure"


@pytest.mark.parametrize("others", [1, 0])
def test_what_could_not_be_checked_never_leads(tmp_path: Path, others: int) -> None:
    """Nor where there is nothing else: then the front page has its latest, and no lead."""
    fronts = [front("Bare", f"2026-03-0{day}") for day in range(1, 7)]
    texts = {f"bare-{n}": Text(held, saved=()) for n, held in enumerate(fronts)}
    texts |= {f"old-{n}": Text(front("Checked", "2026-02-19")) for n in range(others)}
    rubric = write_hub(tmp_path, texts) / "methodology/rubric.yml"
    rubric.write_text(rubric.read_text("utf-8").replace("unchecked: refuse", "unchecked: mark"), encoding="utf-8")
    made = make_edition(tmp_path, datetime(2026, 3, 10, 12, tzinfo=UTC), SITE)
    (view,) = (page.view for page in made.pages if page.url == "/")
    assert [view["lead"]["title"]] == ["Checked"] if others else view["lead"] is None
    assert {card["badge"]["short"] for card in view["latest"]} == {"Cited, not checked"}


def test_what_is_overdue_for_more_than_a_year_comes_due_no_more(tmp_path: Path) -> None:
    def waiting(due: str) -> dict[str, Any]:
        return {"statement": f"By {due}.", "says": "desk", "due": due, "decided_by": "A notice", "status": "open"}

    watch = [waiting(due) for due in ("2025-02", "2025-04", "2026-12")]
    pages = _pages(
        tmp_path,
        front(
            "Waits",
            "2025-01-19",
            watch=watch,
            sources=[
                source("office", "energy", "document", published="2025-01-18"),
                source("daily", "daily", published="2025-01-18"),
            ],
            facts=[{**fact, "as_of": "2025-01"} for fact in front("x", "2025-01-19")["facts"]],
        ),
    )
    assert [item["statement"] for item in pages["/"].view["due"]] == ["By 2026-12.", "By 2025-04."]
    assert len(next(group["items"] for group in pages["/watch/"].view["groups"] if group["id"] == "overdue")) == 2


@pytest.mark.parametrize(("claims", "said"), [(1, "Jane Roe said so"), (2, "it was said")])
def test_a_story_of_claims_only_says_what_its_count_means(tmp_path: Path, claims: int, said: str) -> None:
    claim = {**front("x", "2026-02-19")["facts"][0], "kind": "claim", "speaker": "jane-roe"}
    facts = [claim, {**claim, "text": "The plant opened, Jane Roe said."}][:claims]
    pages = _pages(tmp_path, front("Claimed", "2026-02-19", facts=facts))
    words = f"All that this story rests on is what somebody says: counted is that {said}, not that it is so."
    assert pages["/stories/a/"].view["claims"] == words
    assert pages["/data/stories/a.json"].view["verification"]["claims_only"]
