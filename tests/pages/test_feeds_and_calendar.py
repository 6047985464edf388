"""Feeds and the calendar are valid to the letter of their forms."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.pages.edition import make_edition
from twosource.pages.icalendar import escaped, folded
from twosource.pages.page import Page

from .hub import AS_OF, SITE, Text, front, write_hub

FEEDS = ("/feeds/all.atom.xml", "/feeds/minerals.atom.xml", "/feeds/trade.atom.xml", "/feeds/corrections.atom.xml")
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.mark.parametrize("url", FEEDS)
def test_a_feed_has_unique_ids_whole_addresses_and_whole_times(pages: Mapping[str, Page], url: str) -> None:
    view = pages[url].view
    ids = [view["id"], *(entry["id"] for entry in view["entries"])]
    assert len(ids) == len(set(ids))
    assert all(name.startswith(f"{SITE}/") for name in ids)
    assert view["self_url"] == SITE + url
    for entry in view["entries"]:
        assert entry["url"].startswith(f"{SITE}/stories/")
        assert RFC3339.fullmatch(entry["updated"])
        assert RFC3339.fullmatch(entry["published"])
        assert entry["published"] <= entry["updated"] <= view["updated"]
        assert entry["authors"]


def test_a_correction_moves_the_entry(pages: Mapping[str, Page]) -> None:
    entry = next(entry for entry in pages["/feeds/all.atom.xml"].view["entries"] if entry["url"].endswith("/verified/"))
    assert entry["published"] == "2026-02-19T13:30:00Z"
    assert entry["updated"] == "2026-02-21T00:00:00Z"


def test_the_corrections_feed_holds_corrections_and_retractions(pages: Mapping[str, Page]) -> None:
    titles = [entry["title"] for entry in pages["/feeds/corrections.atom.xml"].view["entries"]]
    assert titles == ["Retraction: Withdrawn report (retracted)", "Correction: Plant opens"]


def test_a_topic_feed_holds_its_topic_only(pages: Mapping[str, Page]) -> None:
    assert [entry["title"] for entry in pages["/feeds/trade.atom.xml"].view["entries"]] == ["Same wire"]


def test_the_json_feed_is_of_version_1_1(pages: Mapping[str, Page]) -> None:
    view = pages["/feed.json"].view
    assert view["version"] == "https://jsonfeed.org/version/1.1"
    assert view["feed_url"] == f"{SITE}/feed.json"
    assert all(item["id"] and item["content_html"] and item["authors"][0]["name"] for item in view["items"])
    assert len({item["id"] for item in view["items"]}) == len(view["items"])


def test_the_calendar_ends_every_line_with_crlf_and_none_is_longer_than_75_octets(pages: Mapping[str, Page]) -> None:
    text = pages["/watch.ics"].view["text"]
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    assert all("\n" not in line and "\r" not in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75


def test_an_event_is_a_whole_day_with_a_stable_id(pages: Mapping[str, Page]) -> None:
    text = pages["/watch.ics"].view["text"].replace("\r\n ", "")
    assert "UID:watch-verified-2@example.org\r\n" in text
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101" in text
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 4
    uids = re.findall(r"UID:(.*)\r", text)
    assert len(uids) == len(set(uids))


def test_texts_are_escaped_in_the_calendar(pages: Mapping[str, Page]) -> None:
    text = pages["/watch.ics"].view["text"].replace("\r\n ", "")
    assert "The office's report\\, year by year\\; or\\, a letter" in text


def test_a_calendar_without_forecasts_still_holds_something(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = write_hub(tmp_path_factory.mktemp("bare"), {"a": Text(front("A", "2026-02-19"))})
    pages = {page.url: page for page in make_edition(root, AS_OF, SITE).pages}
    assert "BEGIN:VTIMEZONE" in pages["/watch.ics"].view["text"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=400))
def test_folding_cuts_no_character_and_can_be_undone(line: str) -> None:
    broken = folded(line)
    assert broken.endswith("\r\n")
    assert broken[:-2].replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in broken.split("\r\n"))


@given(st.text())
def test_no_text_can_break_out_of_its_line(text: str) -> None:
    assert not set(escaped(text)) & set("\r\n\x0b\x0c\x85\u2028\u2029\0")


def test_two_corrections_of_one_story_are_two_entries(tmp_path_factory: pytest.TempPathFactory) -> None:
    changes = [{"date": f"2026-02-2{n}", "kind": "correction", "text": f"Correction {n}."} for n in (0, 1)]
    text = Text(front("A", "2026-02-19", updated="2026-02-21", changes=changes))
    root = write_hub(tmp_path_factory.mktemp("twice"), {"a": text})
    pages = {page.url: page for page in make_edition(root, AS_OF, SITE).pages}
    ids = [entry["id"] for entry in pages["/feeds/corrections.atom.xml"].view["entries"]]
    assert ids == [f"{SITE}/stories/a/#change-2", f"{SITE}/stories/a/#change-1"]
