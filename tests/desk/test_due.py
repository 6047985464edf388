"""`desk due`: everything that has to be looked at again, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk.conftest import COURIER, PATH, Desk, edit

WATCH = """\
watch:
  - statement: The duty is lifted.
    says: desk
    due: 2026-03-20
    decided_by: A notice in the register.
    status: open
"""
DECIDED = """\
status: unclear
    decided_on: 2026-02-25
    outcome: No notice came.
    evidence:
      - {source: courier, quote: "a duty of 12 percent on steel pipes"}"""
Said = list[dict[str, Any]]


@pytest.fixture
def locked(small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> Path:
    """The hub with both sources locked on 1 March 2026."""
    edit(small, "impact:\n", WATCH + "impact:\n")
    assert desk("lock", "pipes", "--from", saved) == 0
    capsys.readouterr()
    return small


def due(desk: Desk, capsys: pytest.CaptureFixture[str], *words: str | Path) -> Said:
    """The errands as JSON."""
    assert desk("due", "--format", "json", *words) == 0
    said: Said = json.loads(capsys.readouterr().out)
    return said


def test_an_open_forecast_is_told_when_its_day_is_near_and_when_it_has_passed(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its place in the file and the days that are left."""
    assert due(desk, capsys, "--within", "18d") == []
    (soon,) = due(desk, capsys, "--within", "19d")
    line = (locked / PATH).read_text("utf-8").split("\n").index("  - statement: The duty is lifted.") + 1
    assert (soon["kind"], soon["path"], soon["line"], soon["days_left"]) == ("forecast", PATH, line, 19)
    assert soon["todo"].startswith("Decided by: A notice in the register. Then set status")
    (late,) = due(desk, capsys, "--as-of", "2026-03-22", "--within", "0")
    assert late["days_left"] == -2
    assert late["what"].startswith("Overdue: “The duty is lifted.”")


def test_a_decided_forecast_is_done(locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is asked of it again."""
    edit(locked, "status: open", DECIDED)
    assert due(desk, capsys, "--as-of", "2026-04-01") == []


def test_facts_age_as_the_rubric_says_and_are_told_once_a_story(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A year after the day for which they hold; a fact without such a day never."""
    edit(locked, "    essential: true\n", "    essential: true\n    as_of: 2026-02-18\n")
    edit(locked, "status: open", DECIDED)
    ends = ("--unseen", "9999", "--as-of")
    assert due(desk, capsys, *ends, "2027-02-18") == []
    (stale,) = due(desk, capsys, *ends, "2027-02-19")
    assert (stale["kind"], stale["day"]) == ("fact", "2027-02-18")
    assert "fact 1, the oldest as of 2026-02-18" in stale["what"]


def test_a_story_on_one_source_is_told_after_a_month(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """And what would count is a command away."""
    edit(small, "kind: reporting", "kind: document")
    desk("lock", "pipes", "--from", saved / "courier.txt")
    capsys.readouterr()
    assert due(desk, capsys, "--single", "10d") == []
    (lone,) = due(desk, capsys, "--single", "1w")
    assert lone["kind"] == "single-source"
    assert "desk explain pipes" in lone["todo"]


def test_a_source_is_told_when_its_copy_is_old_or_its_quote_is_gone(
    locked: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """By age alone without --fetch or --from; by comparison with them."""
    old = due(desk, capsys, "--unseen", "20d", "--as-of", "2026-03-22", "--within", "0")
    assert [one["what"] for one in old if one["kind"] == "source"] == [
        "courier was last looked at on 2026-03-01.",
        "gazette was last looked at on 2026-03-01.",
    ]
    (saved / "courier.txt").write_text(COURIER.replace("12 percent", "14 percent"), encoding="utf-8")
    (gone,) = [one for one in due(desk, capsys, "--from", saved) if one["kind"] == "source"]
    assert gone["what"] == "courier: quote gone, “a duty of 12 percent on steel pipes”."


def test_a_term_of_a_draft_that_nobody_defined_is_told(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a draft it is only a warning, so it can be forgotten."""
    edit(locked, "status: published", "status: draft")
    edit(locked, "The analysis.", "The [[spot price]].")
    terms = [one for one in due(desk, capsys) if one["kind"] == "term"]
    assert len(terms) == 1
    assert "spot" in terms[0]["what"]


def test_as_text_it_reads_as_a_list_and_errors_are_not_hidden(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A story that cannot be judged may hide more; that is said, with code 1."""
    assert desk("due") == 0
    said = capsys.readouterr().out
    assert "Forecasts to decide (1)\n  2026-03-20  Due: “The duty is lifted.” (desk).\n" in said
    assert "\n1 errand.\n" in said
    edit(locked, "kind: reporting", "kind: repörting")
    assert desk("due") == 1
    assert "desk check" in capsys.readouterr().err
    assert desk("due", "--within", "soon") == 2
