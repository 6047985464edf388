"""Masthead style on real sentences: sentences/*.txt has what is struck (`-`, with the words) and what is left (`+`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.newsroom.house_style import (
    LOADED,
    RELATIVE,
    breaks_off,
    characterisation,
    list_number,
    may_be_relative,
    may_judge,
    relative_time,
)

SENTENCES = Path(__file__).parent / "sentences"

READERS: dict[str, Callable[[str], str]] = {
    "relative-time": relative_time,
    "characterisation": characterisation,
    "number-in-text": lambda text: list_number(text, 1),
    "quote-cut-off": lambda text: text if breaks_off(text) else "",
}


def rows(sign: str) -> list[object]:
    return [
        pytest.param(rule, line[2:], id=f"{rule}: {line[2:]}")
        for rule in READERS
        for line in (SENTENCES / f"{rule}.txt").read_text(encoding="utf-8").splitlines()
        if line.startswith(f"{sign} ")
    ]


@pytest.mark.parametrize(("rule", "line"), rows("-"))
def test_is_struck(rule: str, line: str) -> None:
    text, _, words = line.partition(" ->")
    assert READERS[rule](text) == (words.strip() or text)


@pytest.mark.parametrize(("rule", "text"), rows("+"))
def test_is_left(rule: str, text: str) -> None:
    assert READERS[rule](text) == ""


def test_an_entry_may_begin_with_the_number_of_another() -> None:
    """“2Africa” is a cable as entry 1, and looks like a list number as entry 2."""
    assert list_number("2Africa is a cable.", 1) == ""
    assert list_number("2The US wants recycling.", 2) == "2"


LETTERS = st.sampled_from(["ı", "İ", "ſ", "K", "i", "I", "é", "_", "’"])
MATCHING = st.one_of(*(st.from_regex(re.compile(one.pattern, one.flags)) for one in (RELATIVE, LOADED)))


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(text=MATCHING, before=LETTERS, after=LETTERS)
def test_a_look_at_the_words_misses_nothing(text: str, before: str, after: str) -> None:
    """Texts are looked through for telling words before the patterns are tried, which cost ten times as much."""
    for told in (
        text,
        f"{before}{text}{after}",
        text.replace("i", "ı"),
        text.replace("i", "İ"),
        text.replace("s", "ſ"),
    ):
        assert may_be_relative(told) or not RELATIVE.search(told)
        assert may_judge(told) or not LOADED.search(told)
