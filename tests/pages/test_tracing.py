"""A page is known by what it looked at: whatever changes elsewhere, it stays; whatever changes there is in a digest."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import twosource.pages
from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.story import Change, Story
from twosource.newsroom.story_words import ChangeKind, Status
from twosource.pages.edition import Edition, sheets
from twosource.pages.layout import mark_of_order
from twosource.pages.newsstand import Newsstand
from twosource.pages.nodes import OWN
from twosource.pages.opening import open_newsstand
from twosource.pages.sheet import Sheet
from twosource.pages.small_stand import make_newsstand
from twosource.pages.tracing import node_digest, node_digests, own_digests, stock_of, traced, written
from twosource.verification.review import Review
from twosource.verification.verdict import Level, Verdict

from .hub import AS_OF, SITE

Edit = Callable[[Story], Story]
PAGES = Path(twosource.pages.__file__).parent


def _moment(text: str) -> Moment:
    found = Moment.parse(text)
    assert found
    return found


def _day(text: str) -> PartialDate:
    found = PartialDate.parse(text)
    assert found
    return found


EDITS: Mapping[str, Edit] = {
    "title": lambda story: replace(story, title="Another headline"),
    "summary": lambda story: replace(story, summary="Another summary."),
    "date": lambda story: replace(story, date=_moment("2025-12-05")),
    "updated": lambda story: replace(story, updated=_moment("2026-03-02")),
    "expired": lambda story: replace(story, expires=_moment("2026-03-01")),
    "topic": lambda story: replace(story, category="trade"),
    "entities": lambda story: replace(story, mentioned=("china",), affected=()),
    "terms": lambda story: replace(story, body=replace(story.body, text="Of the [[WTO]].")),
    "text": lambda story: replace(story, body=replace(story.body, text=f"{story.body.text} More.")),
    "no forecast": lambda story: replace(story, watch=()),
    "changed": lambda story: replace(
        story, changes=(*story.changes, Change(_day("2026-03-01"), ChangeKind.CORRECTION, "Wrong.", ()))
    ),
    "retracted": lambda story: replace(story, status=Status.RETRACTED),
    "draft": lambda story: replace(story, status=Status.DRAFT),
    "former address": lambda story: replace(story, aliases=("/once/",)),
    "related": lambda story: replace(story, related=("merged",)),
    "authors": lambda story: replace(story, authors=("Somebody Else",)),
}
"""Edits of one story, each of which other pages may see."""


def _edited(review: Review, slug: str, edit: Edit) -> Review:
    """The review with one story edited, its receipt too, as it would be since the file differs."""
    stories = tuple(edit(story) if story.slug == slug else story for story in review.library.stories)
    verdict = _other(review.verdicts[slug])
    if not next(story for story in stories if story.slug == slug).watch:
        verdict = replace(verdict, watch=())
    library = replace(review.library, stories=stories)
    return replace(review, library=library, verdicts={**review.verdicts, slug: verdict})


def _other(verdict: Verdict) -> Verdict:
    return replace(verdict, receipt=verdict.receipt[::-1])


def _traces(stand: Newsstand) -> dict[tuple[str, str], tuple[str, set[str]]]:
    """Every page with its view as text and the names of what it looked at."""
    made = {}
    for sheet in sheets(stand):
        seen: set[str] = set()
        page = sheet.make(traced(stand, seen))
        made[sheet.url, sheet.template] = (json.dumps(page.view), seen)
    return made


def _check(before: Newsstand, after: Newsstand) -> int:
    """Asserts that pages with the same digests are the same; gives how many of them there are."""
    kept = 0
    fresh = {(sheet.url, sheet.template): sheet for sheet in sheets(after)}
    for key, (text, seen) in _traces(before).items():
        same = all(node_digest(before, name) == node_digest(after, name) for name in seen)
        if key in fresh and same:
            kept += 1
            assert json.dumps(fresh[key].make(after).view) == text, f"{key[0]} looked at {sorted(seen)}"
    _check_order(before, after)
    return kept


def _check_order(before: Newsstand, after: Newsstand) -> None:
    """Asserts that where the mark of the order is the same, every node is but those of single stories."""
    marks = [mark_of_order(stock_of(stand)) for stand in (before, after)]
    shared = [
        {name: digest for name, digest in node_digests(stand).items() if name.partition(":")[0] not in OWN}
        for stand in (before, after)
    ]
    assert shared[0] == shared[1] or marks[0] != marks[1]


@pytest.mark.parametrize("slug", ["verified", "single", "merged"])
@pytest.mark.parametrize("name", EDITS)
def test_a_page_that_looked_at_nothing_that_changed_is_the_same(edition: Edition, name: str, slug: str) -> None:
    before = make_newsstand(edition.review, AS_OF, SITE)
    after = make_newsstand(_edited(edition.review, slug, EDITS[name]), AS_OF, SITE)
    assert _check(before, after) > 5


@pytest.mark.parametrize("level", [Level.DISPUTED, Level.UNCHECKED])
def test_a_page_that_does_not_show_a_badge_does_not_change_with_it(edition: Edition, level: Level) -> None:
    verdict = replace(_other(edition.review.verdicts["single"]), level=level, badge="Other")
    other = replace(edition.review, verdicts={**edition.review.verdicts, "single": verdict})
    assert _check(make_newsstand(edition.review, AS_OF, SITE), make_newsstand(other, AS_OF, SITE)) > 5


def test_a_story_that_expires_in_the_course_of_the_day_has_another_digest(edition: Edition) -> None:
    review = _edited(edition.review, "single", lambda story: replace(story, expires=_moment("2026-03-10T12:30+00:00")))
    before, after = make_newsstand(review, AS_OF, SITE), make_newsstand(review, AS_OF + timedelta(hours=1), SITE)
    assert before.day == after.day
    assert node_digest(before, "brief:single") != node_digest(after, "brief:single")
    assert _check(before, after) > 5


def test_an_edit_of_the_text_alone_touches_the_files_of_the_story_and_the_feeds_that_hold_it_whole(
    edition: Edition, stand: Newsstand
) -> None:
    after = make_newsstand(_edited(edition.review, "single", EDITS["text"]), AS_OF, SITE)
    old, new = node_digests(stand), node_digests(after)
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    assert changed == {"folio:single"}
    assert mark_of_order(stock_of(after)) == mark_of_order(stock_of(stand))
    own = own_digests(stand)
    assert {name for name, digest in own_digests(after).items() if own[name] != digest} == changed
    touched = {url for (url, _), (_, seen) in _traces(stand).items() if seen & changed}
    feeds = {"/feeds/all.atom.xml", "/feeds/minerals.atom.xml", "/feed.json"}
    assert touched == {"/stories/single/", "/data/stories/single.json", *feeds}


def test_everything_that_a_page_looks_at_has_a_digest(stand: Newsstand) -> None:
    """What is in neither mapping is an empty shelf, or a related story's."""
    known = node_digests(stand)
    for (url, _), (_, seen) in _traces(stand).items():
        for name in seen - known.keys():
            assert name.startswith("related:") or node_digest(stand, name) == node_digest(stand, "topic:none"), url


def test_digests_are_the_same_in_every_process(edition: Edition, stand: Newsstand) -> None:
    assert node_digests(make_newsstand(edition.review, AS_OF, SITE)) == node_digests(stand)


def test_listing_the_sheets_opens_no_story(edition: Edition, stand: Newsstand) -> None:
    def refuse(slug: str) -> Any:
        raise AssertionError(slug)

    rows = [stand.folio(slug).row for slug in stand.stories]
    closed = open_newsstand(stand.house, rows, refuse, refuse)
    listed = sheets(closed)
    assert [(sheet.url, sheet.path) for sheet in listed] == [(page.url, page.path) for page in edition.pages]
    assert node_digests(closed) == node_digests(stand)


def test_a_sheet_says_what_its_page_says(stand: Newsstand) -> None:
    def indexed(sheet: Sheet, view: Mapping[str, Any]) -> bool:
        return sheet.template.endswith(".html") and view["page"]["robots"] == "index,follow"

    for sheet in sheets(stand):
        page = sheet.make(stand)
        assert (page.url, page.template) == (sheet.url, sheet.template)
        assert sheet.indexed == indexed(sheet, page.view), sheet.url


def test_pages_reach_stories_through_the_newsstand_alone() -> None:
    """Else a page could look at what no digest covers."""
    allowed = {"newsstand.py", "tracing.py"}
    reaching = {
        module.name
        for module in PAGES.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("stock", "open_folio")
    }
    assert reaching <= allowed


def test_a_trace_is_short_and_says_nothing_of_the_order_in_which_a_page_looked() -> None:
    names = [f"brief:story-{number}" for number in range(30)]
    assert written(names) == written(reversed(names))
    assert len(written(names)) == 4 * len(names)
