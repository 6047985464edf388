"""`desk correct`: one correction reaches every story that uses the fact."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.desk.conftest import PATH, STORY, Desk, edit
from twosource.desk.change_entry import with_entry
from twosource.newsroom.loading import load_library
from twosource.newsroom.story_words import ChangeKind

OTHER = "content/stories/2026/quay.md"
WORDS = "The duty is 14 per cent: it was “12” here."


@pytest.fixture
def two(small: Path) -> Path:
    """A second story, whose one fact quotes a source of the first, and which links to it."""
    text = STORY.replace("title: Duty on steel pipes takes effect", "title: Warehouses hold enough")
    text = text.replace("The duty is 12 per cent.", "Traders pay it from Monday on.").replace(
        "The analysis.", "As [reported](/stories/pipes/#fact-1)."
    )
    text = text.replace('\n      - {source: gazette, quote: "pipes of steel will carry 12 percent from Monday"}', "")
    (small / OTHER).write_text(text, "utf-8")
    edit(small, "The analysis.", "The analysis of {fact 1}.")
    return small


def test_every_use_is_named_with_its_place(two: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """In its own story and in others; nothing is written."""
    before = {path: (two / path).read_bytes() for path in (PATH, OTHER)}
    assert desk("correct", "pipes#1") == 0
    said = capsys.readouterr().out
    own, other = said.split(f"{OTHER}\n")
    for use in (
        "25:11  the statement: “The duty is 12 per cent.”",
        "takeaways rests on it",
        "the financial score rests on it",
        "the analysis refers to it",
    ):
        assert use in own
    assert "fact 1 quotes the same words" in other
    assert "the analysis links to /stories/pipes/#fact-1" in other
    assert {path: (two / path).read_bytes() for path in before} == before


def test_a_text_is_entered_into_the_change_log_of_each_and_nothing_else_is_touched(
    two: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Dated by the day of the run; the fact's number stands in its own story alone."""
    before = (two / PATH).read_text("utf-8")
    assert desk("correct", "pipes#fact-1", "--text", WORDS) == 0
    library = load_library(two)
    entries = {story.slug: story.changes for story in library.stories}
    assert [(one.date.text, one.kind, one.text, one.facts) for one in entries["pipes"]] == [
        ("2026-03-01", ChangeKind.CORRECTION, WORDS, (1,))
    ]
    assert [(one.text, one.facts) for one in entries["quay"]] == [(WORDS, ())]
    after = (two / PATH).read_text("utf-8")
    assert [line for line in after.split("\n") if line not in before.split("\n")] == [
        "changes:",
        "  - date: 2026-03-01",
        "    kind: correction",
        f'    text: "{WORDS}"',
    ]
    reminder = "correct the places above, set `updated: 2026-03-01`, and lock"
    assert capsys.readouterr().out.count(reminder) == 2
    edit(two, "status: published", "updated: 2026-03-01\nstatus: published")
    assert desk("correct", "pipes#1", "--text", "Again.", "--kind", "update") == 0
    assert capsys.readouterr().out.count(reminder) == 1
    assert [one.text for one in load_library(two).stories[0].changes] == [WORDS, "Again."]


def test_a_story_that_only_links_or_says_nearly_the_same_is_named_and_left(
    two: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it tells readers may be right."""
    edit(two, "a duty of 12 percent on steel pipes", "nobody had asked for an exception", OTHER)
    before = (two / OTHER).read_bytes()
    assert desk("correct", "pipes#1", "--text", WORDS) == 0
    assert (two / OTHER).read_bytes() == before
    assert f"{OTHER}: to be looked at by a person; no entry was made." in capsys.readouterr().out


def test_a_second_call_doubles_nothing(two: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the same day and text."""
    assert desk("correct", "pipes#1", "--text", WORDS) == 0
    once = {path: (two / path).read_bytes() for path in (PATH, OTHER)}
    assert desk("correct", "pipes#1", "--text", f" {WORDS} ") == 0
    assert {path: (two / path).read_bytes() for path in once} == once
    assert capsys.readouterr().out.count("the same stands there under 2026-03-01 already") == 2


def test_a_file_keeps_its_line_ends_and_its_mark(small: Path, desk: Desk) -> None:
    """Those of Windows, where an editor wrote them so."""
    before = b"\xef\xbb\xbf" + (small / PATH).read_bytes().replace(b"\n", b"\r\n")
    (small / PATH).write_bytes(before)
    assert desk("correct", "pipes#1", "--text", WORDS) == 0
    lines = ("changes:", "  - date: 2026-03-01", "    kind: correction", f'    text: "{WORDS}"', "    facts: [1]")
    entry = "".join(f"{line}\r\n" for line in lines).encode()
    head, body = before.rsplit(b"---\r\n", 1)
    assert (small / PATH).read_bytes() == head + entry + b"---\r\n" + body


def test_an_entry_goes_behind_the_last_one_whatever_follows() -> None:
    """Indented as the others are; a log on one line is left to a person."""
    text = "---\ntitle: A\nchanges:\n- date: 2026-01-01\n  kind: update\n  text: B\n\n# a note\nrelated: []\n---\nC\n"
    assert with_entry(text, date(2026, 3, 1), "update", "D", ()) == text.replace(
        "  text: B\n", '  text: B\n- date: 2026-03-01\n  kind: update\n  text: "D"\n'
    )
    assert with_entry(text.replace("changes:\n", "changes: [{}]\n"), date(2026, 3, 1), "update", "D", ()) is None
    assert with_entry("no front matter", date(2026, 3, 1), "update", "D", ()) is None


@pytest.mark.parametrize("fact", ["pipes", "pipes#0", "pipes#2", "pipes#one", "#1", "tubes#1"])
def test_what_names_no_fact_is_wrong_usage(
    small: Path, fact: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """fact"""
    assert desk("correct", fact) == 2
    assert capsys.readouterr().err.startswith("desk correct: ")
