"""What an editor is told of a hub is what `desk check` judges by, whether it was read at once or save by save."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.newsroom.test_broken_hubs import CASES, Case
from twosource.desk.lsp.desk import Desk
from twosource.desk.lsp.shelf import look, open_shelf
from twosource.newsroom.loading import load_library
from twosource.newsroom.problems import Problem
from twosource.pages.edition import proofread

MOMENT = datetime(2026, 11, 23, 23, tzinfo=UTC)


def told(problems: tuple[Problem, ...]) -> Counter[str]:
    """Without links to other pages and addresses that only the site knows."""
    plain = (one for one in problems if one.rule not in ("dead-link", "dropped-link", "alias-taken"))
    return Counter(f"{one.place} {one.rule} {one.severity} {one.message}" for one in plain)


def test_the_demonstration_is_judged_as_by_the_press(demo: Path) -> None:
    shelf, found = open_shelf(demo, MOMENT), proofread(demo, MOMENT)
    assert told(shelf.problems) == told(found.problems)
    verdicts = {one.ties.slug: one.judged.verdict for one in shelf.kept.values()}
    assert {slug: held and held.receipt for slug, held in verdicts.items()} == {
        slug: held.receipt for slug, held in found.verdicts.items()
    }


@pytest.mark.parametrize("case", CASES)
def test_of_a_broken_hub_the_same_is_told(case: Case, tmp_path: Path) -> None:
    root = case.hub(tmp_path)
    assert told(open_shelf(root, MOMENT).problems) == told(proofread(root, MOMENT).problems)


def test_save_by_save_it_is_the_same_and_what_did_not_change_is_kept(demo: Path, tmp_path: Path) -> None:
    """A story, its lock, a story of another's address, a term, and the rubric; then all of it taken back."""
    root = tmp_path / "hub"
    shutil.copytree(demo, root, symlinks=True)
    stories = sorted((root / "content/stories").rglob("*.md"))
    shelf = open_shelf(root, MOMENT)
    first = shelf.kept
    steps = (
        lambda: stories[0].write_text(stories[0].read_text("utf-8") + "\nMore [[nothing]].\n", encoding="utf-8"),
        lambda: stories[1].with_suffix(".lock").unlink(missing_ok=True),
        lambda: shutil.copy(stories[2], stories[2].parent / f"2001-01-01-{stories[2].name}"),
        lambda: (stories[2].parent / f"2001-01-01-{stories[2].name}").unlink(),
        lambda: (root / "glossary/tariff.md").unlink(),
    )
    for step in steps:
        step()
        shelf = open_shelf(root, MOMENT, shelf)
        assert told(shelf.problems) == told(proofread(root, MOMENT).problems)
    assert load_library(root).problems
    again = open_shelf(root, MOMENT, shelf)
    assert all(again.kept[path] is one for path, one in shelf.kept.items())
    assert first.keys() == again.kept.keys()


def test_a_file_s_excuses_hold_in_the_editor_and_idle_ones_are_told(demo: Path, tmp_path: Path) -> None:
    """On disk as `desk check` has it, and in a buffer as it stands."""
    root = tmp_path / "hub"
    shutil.copytree(demo, root, symlinks=True)
    story = next((root / "content/stories").rglob("*.md"))
    plain = story.read_text("utf-8")
    marked = plain + "\nIt runs for seven years [@reuters, p. 3].\n"
    excuse = "ignore: [{rule: malformed-mark, because: It is about marks.}]"
    excused, idle = (text.replace("\nstatus:", f"\n{excuse}\nstatus:", 1) for text in (marked, plain))
    rules = {}
    for text in (plain, marked, excused, idle):
        story.write_text(text, encoding="utf-8")
        assert told(open_shelf(root, MOMENT).problems) == told(proofread(root, MOMENT).problems)
        desk = Desk(str(root), lambda: MOMENT)
        filed = desk.filed(story)
        assert filed is not None
        rules[text] = [
            {one.rule for one in desk.look(filed, typed).problems} for typed in (plain, marked, excused, idle)
        ]
    mine = {"malformed-mark", "ignore-idle"}
    wanted = [set(), {"malformed-mark"}, set(), {"ignore-idle"}]
    assert {text: [each & mine for each in found] for text, found in rules.items()} == dict.fromkeys(rules, wanted)


def test_links_that_lead_nowhere_are_told_too(demo: Path, tmp_path: Path) -> None:
    """A picture that no page shows, a place that the page does not have."""
    root = tmp_path / "hub"
    shutil.copytree(demo, root, symlinks=True)
    story = next((root / "content/stories").rglob("*.md"))
    text = story.read_text("utf-8") + "\n[gone](#nowhere) and [dropped](javascript:alert)\n"
    path = story.relative_to(root).as_posix()
    assert "dead-link" in {one.rule for one in look(open_shelf(root, MOMENT), path, text).problems}


def test_a_file_belongs_to_the_nearest_hub_above_it(demo: Path, tmp_path: Path) -> None:
    desk = Desk(None, lambda: MOMENT)
    story = next((demo / "content/stories").rglob("*.md"))
    found = desk.filed(story)
    assert found is not None
    assert (found.shelf.root, found.form) == (demo.resolve(), "story")
    assert desk.filed(demo / "pelicanconf.py") is None
    assert desk.filed(tmp_path / "notes.md") is None
    assert Desk(str(demo), lambda: MOMENT).filed(tmp_path / "content/stories/a.md") is None
