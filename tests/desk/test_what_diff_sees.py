"""`desk diff` finds the base wherever the hub lies, knows a story by another name, and reads no more than it must."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.conftest import PATH, Desk, edit
from tests.desk.test_diff import git, moved
from twosource.desk import moves as the_moves
from twosource.desk import sight
from twosource.desk.stealth import edits
from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library
from twosource.newsroom.story import Story

TUBES = "content/stories/2026/tubes.md"


@pytest.fixture
def below(small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> Path:
    """The hub in a folder of its repository, locked and committed after a commit without it."""
    assert desk("lock", "pipes", "--from", saved) == 0
    git(small.parent, "init", "-q", "-b", "main")
    git(small.parent, "commit", "-q", "--allow-empty", "-m", "Begin")
    git(small.parent, "add", "hub/content", "hub/methodology")
    git(small.parent, "commit", "-q", "-m", "Add the hub")
    capsys.readouterr()
    return small


def test_a_hub_below_the_root_of_its_repository_is_compared(
    below: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """As one at the root is: what changed in silence is told."""
    assert desk("diff") == 0
    edit(below, "takes effect", "is doubled")
    capsys.readouterr()
    assert desk("diff", "--format", "json") == 1
    assert [one["part"] for one in json.loads(capsys.readouterr().out)["edits"]] == ["headline"]


def test_a_base_without_a_hub_is_wrong_usage(below: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Else everything would be new, and nothing changed."""
    assert desk("diff", "--base", "HEAD~1") == 2
    assert "“HEAD~1” has no hub/content/site.yml" in capsys.readouterr().err


def test_a_story_under_another_name_is_not_new(below: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Its aliases say where it was."""
    moved(PATH, TUBES)(below)
    edit(below, "status: published", "status: published\naliases: [/stories/pipes/]", TUBES)
    assert desk("diff", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["new"] == []


def library(small: Path, names: dict[str, str]) -> Library:
    """The hub with the one story under these names, each with its aliases."""
    text = (small / PATH).read_text("utf-8")
    for name, alias in names.items():
        aliases = f"status: published\naliases: [{alias}]" if alias else "status: published"
        path = small / f"content/stories/2026/{name}.md"
        path.write_text(text.replace("status: published", aliases), "utf-8")
    (small / PATH).unlink()
    found = load_library(small)
    for name in names:
        (small / f"content/stories/2026/{name}.md").unlink()
    (small / PATH).write_text(text, "utf-8")
    return found


def test_an_alias_says_more_than_likeness_and_each_story_has_one_heir(small: Path) -> None:
    """Whichever stands first; the other is new."""
    base = load_library(small)
    assert the_moves.moves(base, library(small, {"a": "", "b": "/stories/pipes/"})) == {"b": "pipes"}
    assert the_moves.moves(base, library(small, {"a": "", "b": ""})) == {"a": "pipes"}


def test_what_stories_hold_is_gathered_once_for_each(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not for each pair."""
    held = the_moves._held
    seen: list[str] = []

    def noted(story: Story) -> frozenset[str]:
        seen.append(story.slug)
        return held(story)

    monkeypatch.setattr(the_moves, "_held", noted)
    old, new = (library(small, {f"{word}{n}": "" for n in range(4)}) for word in ("old", "new"))
    assert len(the_moves.moves(old, new)) == 4
    assert sorted(seen) == sorted(story.slug for one in (old, new) for story in one.stories)


def test_figures_are_read_only_where_the_words_changed(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a story that is the same, nor in its prose where only a score is another."""
    base = load_library(small)
    edit(small, "regulatory: {score: 3", "regulatory: {score: 9")
    head = load_library(small)

    def never(text: str) -> tuple[()]:
        raise AssertionError(text)

    monkeypatch.setattr(sight, "figures_in", never)
    day = datetime(2026, 3, 1, tzinfo=UTC)
    assert [one.part for one in edits(base, head, {}, day)] == ["scores"]
    monkeypatch.setattr("twosource.desk.stealth.vocabulary", never)
    assert edits(base, base, {}, day) == ()
