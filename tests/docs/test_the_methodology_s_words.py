"""The chapters of the methodology: whole, in order, and without a number typed by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.reading import ROOT
from twosource.newsroom.markdown import parse
from twosource.newsroom.parsing import parse_note, parse_rubric
from twosource.newsroom.rubric_values import REFERENCE, rubric_value
from twosource.verification.joins import JOIN_RULES

FOLDER = ROOT / "methodology"
CHAPTERS = sorted(FOLDER.glob("*.md"))
RUBRIC, _ = parse_rubric((FOLDER / "rubric.yml").read_text("utf-8"), "methodology/rubric.yml")
NAMES = [path.name for path in CHAPTERS]

NUMBERS = re.compile(
    r"\b(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundred|thousand)\b|\d",
    re.I,
)
"""Figures, and number words too large to be ordinary words."""

NO_SETTING = ("two years and twenty-four months", "thirty days", "a billion and a thousand million", "one in twenty")
"""Number words that are no settings of the rubric: examples, and two constants of the code with names of their own."""


def body_of(path: Path) -> str:
    """Words of a chapter."""
    note, problems = parse_note(path.read_text("utf-8"), f"methodology/{path.name}")
    assert not problems
    return note.body.text


@pytest.mark.parametrize("path", CHAPTERS, ids=NAMES)
def test_a_chapter_types_no_number_of_the_rubric_by_hand(path: Path) -> None:
    """A number that changes in one place only is a lie in the other."""
    note, _ = parse_note(path.read_text("utf-8"), path.name)
    words = " ".join(f"{note.title} {note.summary} {REFERENCE.sub('', note.body.text)}".split())
    for allowed in NO_SETTING:
        words = words.replace(allowed, "")
    assert not NUMBERS.findall(words)


@pytest.mark.parametrize("path", CHAPTERS, ids=NAMES)
def test_every_reference_of_a_chapter_stands_on_one_line_and_names_a_value(path: Path) -> None:
    """The check goes line by line; one that is broken over two lines would escape it."""
    text = body_of(path)
    found = [match[1] for line in text.split("\n") for match in REFERENCE.finditer(line)]
    assert len(found) == text.count("{{") == text.count("}}")
    assert not [name for name in found if rubric_value(RUBRIC, name) is None]


@pytest.mark.parametrize("path", CHAPTERS, ids=NAMES)
def test_a_chapter_has_a_title_a_summary_and_a_length_that_can_be_read(path: Path) -> None:
    """One level of headings, between a hundred and three hundred words."""
    note, _ = parse_note(path.read_text("utf-8"), path.name)
    words = len(REFERENCE.sub("x", note.body.text).split())
    assert note.title
    assert note.summary.endswith(".")
    assert 100 <= words <= 320
    assert {token.tag for token in parse(note.body.text) if token.type == "heading_open"} <= {"h2"}


def test_chapters_have_an_order_of_their_own() -> None:
    """Two with one number would be sorted by their file names."""
    orders = [parse_note(path.read_text("utf-8"), path.name)[0].order for path in CHAPTERS]
    assert len(set(orders)) == len(orders)
    assert all(order > 0 for order in orders)


def test_every_kind_of_join_is_explained_to_readers() -> None:
    """Text and copy come out of one rule, a credit out of three."""
    told = re.findall(r"^\*\*(\w+)\.\*\*", body_of(FOLDER / "joins.md"), re.M)
    kinds = {"document", "origin", "wire", "release", "event", "credit", "text", "copy", "site", "owner", "byline"}
    assert {word.lower() for word in told} == kinds
    assert len(JOIN_RULES) == len(kinds) + 1
