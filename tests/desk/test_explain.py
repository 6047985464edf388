"""`desk explain` tells the badge down to each join and each quote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk.conftest import COURIER, PATH, Desk, edit


def explained(desk: Desk, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert desk("explain", *words) == 0
    return " ".join(capsys.readouterr().out.split())


def test_a_verified_story_is_told_cluster_by_cluster_and_fact_by_fact(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """By slug or by file."""
    desk("lock", "pipes", "--from", saved)
    said = explained(desk, capsys, "pipes")
    assert said == explained(desk, capsys, PATH)
    for words in (
        "Verified by 2 independent sources · 2 publications",
        "1. courier (Courier).",
        "2. gazette (Gazette).",
        "Essential fact: confirmed, 2 independent sources",
        "found: courier “a duty of 12 percent on steel pipes”",
        "only a further independent one would add to it",
        "Another copy of any of these texts",
    ):
        assert words in said


def test_a_copy_is_told_as_one_source_with_the_reason(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text copied between two newspapers joins them."""
    edit(small, "pipes of steel will carry 12 percent from Monday", "a duty of 12 percent on steel pipes")
    record = json.dumps({"url": "https://gazette.example/duty", "text": COURIER})
    (saved / "pages.json").write_text(record, encoding="utf-8")
    desk("lock", "pipes", "--from", saved)
    said = explained(desk, capsys, "pipes")
    assert "courier (Courier), gazette (Gazette): 2 sources that count as one." in said
    assert "courier + gazette [copy]:" in said
    assert "It may not be published." in said


def test_a_source_without_a_saved_copy_is_named_as_what_holds_the_count_down(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Locking it is what helps."""
    desk("lock", "pipes", "--from", saved / "courier.txt")
    said = explained(desk, capsys, "pipes")
    assert "Single source · not independently confirmed" in said
    assert "unseen: gazette" in said
    assert "No saved copy of gazette: lock them, and their quotes can count." in said


def test_no_line_is_wider_than_a_hundred_columns_and_none_is_coloured_off_a_terminal(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Long words alone may stick out; there are none here."""
    desk("lock", "pipes", "--from", saved)
    capsys.readouterr()
    desk("explain", "pipes")
    said = capsys.readouterr().out
    assert max(map(len, said.splitlines())) <= 100
    assert "\033" not in said


def test_a_story_that_cannot_be_judged_shows_its_problems(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 1."""
    edit(small, "kind: fact", "kind: fakt")
    assert desk("explain", "pipes") == 1
    assert "unknown-word" in capsys.readouterr().out


def test_of_a_fresh_draft_it_is_said_what_a_badge_needs(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk("new", "A duty on tubes", "--topic", "duties") == 0
    assert desk("explain", "a-duty-on-tubes") == 1
    assert "cannot be judged yet, for it has no sources and no key facts; a badge counts" in capsys.readouterr().out


def test_an_unknown_story_is_wrong_usage_and_the_nearest_is_named(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of several stories, too."""
    assert desk("explain", "pypes") == 2
    assert "`pipes`" in capsys.readouterr().err
