"""A pattern that is compiled late is the same pattern."""

from __future__ import annotations

import re

import pytest

from twosource.newsroom import late as module
from twosource.newsroom.late import late


def test_it_finds_what_a_compiled_one_finds() -> None:
    at_once, later = re.compile(r"(?P<n>\d+) ?%", re.I), late(r"(?P<n>\d+) ?%", re.I)
    text = "From 5% to 25 %"
    assert [match["n"] for match in later.finditer(text)] == [match["n"] for match in at_once.finditer(text)]
    assert later.sub("x", text) == at_once.sub("x", text)
    assert (later.pattern, later.flags) == (at_once.pattern, at_once.flags)


def test_it_is_not_compiled_before_it_is_asked_for_something(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = re.compile
    monkeypatch.setattr(module.re, "compile", lambda *given: made.append(given[0]) or real(*given))
    pattern = late("a+")
    assert made == []
    assert pattern.search("baa")
    assert pattern.search("baaa")
    assert made == ["a+"]
