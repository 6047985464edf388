"""The corpus is the same for the same seed, passes every check, and stays sound when the bench edits it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.edits import edit_rubric, edit_story, edit_template, edit_term, middle_story

ROOT = Path(__file__).resolve().parents[2]
STORIES = 6


def corpus(hub: Path, seed: int) -> Path:
    """A small hub, written as the command line writes it."""
    command = [sys.executable, str(ROOT / "bench" / "corpus.py"), str(STORIES), str(hub), "--seed", str(seed)]
    subprocess.run(command, check=True, capture_output=True)
    return hub


def texts(hub: Path) -> dict[str, bytes]:
    return {path.relative_to(hub).as_posix(): path.read_bytes() for path in hub.rglob("*") if path.is_file()}


def complaints(hub: Path) -> str:
    """What the desk finds wrong with a hub."""
    command = [sys.executable, "-m", "twosource.desk", "check", "--as-of", "2026-11-01"]
    done = subprocess.run(command, cwd=hub, capture_output=True, text=True)
    return "" if done.returncode == 0 and "error" not in done.stdout else done.stdout + done.stderr


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("corpus") / "hub", 7)


def test_the_same_seed_writes_the_same_bytes_and_another_seed_others(hub: Path, tmp_path: Path) -> None:
    assert texts(corpus(tmp_path / "again", 7)) == texts(hub)
    assert texts(corpus(tmp_path / "other", 8)) != texts(hub)


def test_every_story_of_the_corpus_has_its_lock(hub: Path) -> None:
    stories = sorted((hub / "content" / "stories").rglob("*.md"))
    assert len(stories) == STORIES
    assert all(story.with_suffix(".lock").exists() for story in stories)


def test_the_corpus_passes_the_desk_before_and_after_all_edits(hub: Path, tmp_path: Path) -> None:
    edited = Path(shutil.copytree(hub, tmp_path / "hub"))
    assert complaints(edited) == ""
    for edit in (edit_story, edit_term, edit_rubric):
        edit(edited, 0)
        edit(edited, 1)
    assert complaints(edited) == ""


@pytest.mark.parametrize(
    ("edit", "changed"),
    [(edit_story, "content/stories"), (edit_term, "glossary/tariff.md"), (edit_rubric, "methodology/rubric.yml")],
)
def test_an_edit_changes_one_file_and_another_round_changes_it_anew(
    edit: Callable[[Path, int], None], changed: str, hub: Path, tmp_path: Path
) -> None:
    edited = Path(shutil.copytree(hub, tmp_path / "hub"))
    before = texts(edited)
    seen = []
    for turn in range(3):
        edit(edited, turn)
        after = texts(edited)
        (name,) = [name for name in after if after[name] != before[name]]
        assert name.startswith(changed)
        seen.append(after[name])
    assert len(set(seen)) == 3
    assert len({len(text) for text in seen}) == 1, "an edit grows with every round"


def test_the_story_that_is_edited_is_one_of_the_corpus_and_not_the_first(hub: Path) -> None:
    stories = sorted((hub / "content" / "stories").rglob("*.md"))
    assert middle_story(hub) in stories[1:-1]


def test_the_template_of_the_theme_can_be_edited_round_by_round(tmp_path: Path) -> None:
    theme = Path(shutil.copytree(ROOT / "themes" / "ledger" / "templates", tmp_path / "theme" / "templates")).parent
    for turn in range(2):
        edit_template(theme, turn)
    assert (theme / "templates" / "story.html").read_text(encoding="utf-8").count("data-round=") == 1


def test_an_edit_that_would_change_nothing_is_an_error(hub: Path, tmp_path: Path) -> None:
    edited = Path(shutil.copytree(hub, tmp_path / "hub"))
    edit_term(edited, 1)
    with pytest.raises(LookupError, match="changes nothing"):
        edit_term(edited, 1)
