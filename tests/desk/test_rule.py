"""`desk rule`: the page of a rule, wherever the tool is installed."""

from __future__ import annotations

import pytest

from tests.desk.conftest import Desk
from tests.docs.reading import page, prose, sections
from twosource.newsroom.rules import RULES


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_told_with_both_examples(name: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """name"""
    assert desk("rule", name) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{name}\n\n*{RULES[name].severity.value.capitalize()}")
    assert "Wrong" in said
    assert "Right" in said
    assert "```" not in said
    assert "###" not in said
    assert f"{RULES[name].what} {RULES[name].remedy}" in " ".join(said.split())
    reason = prose(sections(page("rules.md"), 3)[f"`{name}`"]).split("\n\n")[2]
    assert reason in said


def test_without_a_name_all_are_listed(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each, in the order of the documentation."""
    assert desk("rule") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(RULES)


def test_a_name_that_is_nearly_right_is_suggested(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule's name is typed from memory."""
    assert desk("rule", "quote_not_fond") == 2
    assert "Did you mean `quote-not-found`?" in capsys.readouterr().err
