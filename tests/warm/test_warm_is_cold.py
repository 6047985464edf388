"""Whatever happened to a hub, a run that goes by what earlier ones kept gives the same as one that knows nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

import twosource.press.printing
from twosource.desk.report import in_json
from twosource.pages.clippings import open_morgue
from twosource.pages.edition import proofread
from twosource.pages.extras import Extras
from twosource.pages.slip import Slip
from twosource.pages.slips import SLIPS
from twosource.press.report import every
from twosource.press.standby import Standby

from .edits import EDITS, site_altered
from .newsroom import LONG_AGO, Newsroom, open_newsroom

STEPS = 16
"""Prints after edits in each sequence."""


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forking for each of these small prints would take longer than they do."""
    monkeypatch.setattr("twosource.press.work.cores", lambda: 1)
    monkeypatch.setattr("twosource.desk.inspection.cores", lambda: 1)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return open_newsroom(tmp_path)


def compare(room: Newsroom, ahead: int = 0, with_desk: bool = False) -> bool:
    """Print both ways and compare all that they told and left; True when there was something to print."""
    before, slow = room.site, proofread(room.root, room.as_of).problems
    if with_desk:
        assert room.check() == f"{in_json(slow)}\n"
    told, (cold, site) = room.print_warm(ahead), room.print_cold()
    assert told == cold
    assert told.startswith(every(slow))
    wanted, stands = site or before, room.site
    assert {path for path in stands.keys() | wanted.keys() if stands.get(path) != wanted.get(path)} == set()
    return bool(site)


def live(room: Newsroom, chance: Random, steps: int) -> int:
    """So many prints, each after one edit or a few; gives how many found something to print."""
    good = 0
    for _ in range(steps):
        if compare(room, chance.choice((0, LONG_AGO)), with_desk=chance.random() < 0.3):
            good += 1
            room.keep_state()
        elif chance.random() < 0.6:
            room.go_back()
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            chance.choice(EDITS)(room, chance)
    return good


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_in_random_order_leave_no_trace_of_the_past(newsroom: Newsroom, seed: int) -> None:
    """Titles, facts, locks, names, numbers, templates, moments, broken files, hands in the printed site."""
    assert live(newsroom, Random(seed), STEPS) > STEPS // 3


@pytest.mark.parametrize("seed", [200, 201])
def test_one_process_that_prints_again_and_again_leaves_no_trace_of_the_past(newsroom: Newsroom, seed: int) -> None:
    """It keeps what it laid out, while `desk check` writes into the same cache from time to time."""
    newsroom.standby = Standby()
    assert live(newsroom, Random(seed), STEPS) > STEPS // 3


@pytest.mark.parametrize("seed", [302, 303])
def test_nor_does_one_that_a_watcher_tells_what_was_saved(
    newsroom: Newsroom, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its output is its own: nobody else puts his hands into that."""
    monkeypatch.setattr("tests.warm.test_warm_is_cold.EDITS", tuple(edit for edit in EDITS if edit is not site_altered))
    newsroom.standby, newsroom.hinting = Standby(), True
    assert live(newsroom, Random(seed), STEPS) > STEPS // 3


def test_a_text_that_a_watcher_names_is_all_that_is_looked_at(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.standby, newsroom.hinting = Standby(), True
    compare(newsroom)
    newsroom.write(f"{STORY}.md", newsroom.read(f"{STORY}.md").rstrip("\n") + " Read again.\n")
    with monkeypatch.context() as patch:
        for name in ("run.look_at", "run.glancing", "print_run.glance_at"):
            patch.setattr(f"twosource.press.{name}", _refuse)
        patch.setattr("twosource.pages.bureau.sheets", _refuse)
        newsroom.print_warm()
    assert "Read again." in newsroom.site["stories/single/index.html"].decode()
    newsroom.hinting = False
    compare(newsroom)


def test_cards_leave_no_trace_of_the_past_either(newsroom: Newsroom) -> None:
    """A card that stands is left, whatever made its page again; one that would differ, or was altered, is not."""
    newsroom.extras = Extras(cards=True)
    assert live(newsroom, Random(7), 6) > 1


@pytest.mark.parametrize("seed", [100, 101])
def test_two_processes_leave_no_trace_of_the_past_either(
    newsroom: Newsroom, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few stories there are to read, and pages to print."""
    monkeypatch.setattr("twosource.press.work.cores", lambda: 2)
    monkeypatch.setattr("twosource.pages.staff.FEW", 0)
    monkeypatch.setattr("twosource.press.glance.MANY", 0)
    assert live(newsroom, Random(seed), 4) > 0


def test_a_print_in_which_nothing_changed_opens_no_room(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.print_warm(LONG_AGO)
    monkeypatch.setattr("twosource.press.work.open_shift", _refuse)
    assert newsroom.print_warm() == f"{every(proofread(newsroom.root, newsroom.as_of).problems)}\n"


def _refuse(*_: object) -> None:
    raise AssertionError("something was read")


def test_each_kind_of_edit_is_noticed_and_so_is_its_revert(newsroom: Newsroom) -> None:
    """Before and after the time for which files are looked into although nothing about them seems to have changed."""
    compare(newsroom)
    newsroom.keep_state()
    first, told = newsroom.site, newsroom.print_warm()
    for n, edit in enumerate(dict.fromkeys(EDITS)):
        settled = LONG_AGO if n % 2 else 0
        edit(newsroom, Random(1))
        compare(newsroom, settled)
        newsroom.go_back()
        assert (newsroom.print_warm(settled), newsroom.site) == (told, first), edit
        newsroom.past.clear()


STORY = "content/stories/2026/single"


def test_a_lock_that_comes_later_is_read(newsroom: Newsroom) -> None:
    lock = newsroom.read(f"{STORY}.lock")
    for text in (None, lock, None, lock):
        newsroom.write(f"{STORY}.lock", text)
        compare(newsroom, LONG_AGO)


def test_a_problem_between_stories_moves_with_its_line(newsroom: Newsroom) -> None:
    """What was found between them is kept; the place follows the file."""
    compare(newsroom)
    path = "content/stories/2026/otherwise.md"
    newsroom.write(path, newsroom.read(path).replace("---\n", "---\n# a note\n", 1))
    compare(newsroom)
    assert f"{path}:28:9: warning stories-disagree" in newsroom.print_warm()


def test_a_problem_of_a_story_moves_with_its_file(newsroom: Newsroom) -> None:
    """One that is told without a look into the file: in another folder the same story stands under the same address."""
    newsroom.relock(f"{STORY}.lock", lambda lock: replace(lock, addresses=("/stories/once/",)))
    compare(newsroom)
    assert f"{STORY}.md:1:1: error moved-without-alias" in newsroom.print_warm()
    for ending in (".md", ".lock"):
        newsroom.write(f"{STORY}/single{ending}", newsroom.read(f"{STORY}{ending}"))
        newsroom.write(f"{STORY}{ending}", None)
    compare(newsroom)


def test_a_lock_without_a_story_is_read_again_when_it_changes(newsroom: Newsroom) -> None:
    """The story that it fits is named."""
    lock, other = newsroom.read(f"{STORY}.lock"), newsroom.read("content/stories/2026/disputed.lock")
    newsroom.write(f"{STORY}.lock", None)
    newsroom.change(f"{STORY}.md", status="draft")
    for text in (lock, other, lock):
        newsroom.write("content/stories/2026/lost.lock", text)
        compare(newsroom, LONG_AGO)


def test_what_cannot_be_read_is_told_with_its_present_reason(newsroom: Newsroom) -> None:
    """Missing, then a folder, then a link to nothing: none of them has a digest."""
    for path in ("content/about.md", f"{STORY}.lock"):
        file = newsroom.root / path
        file.unlink()
        compare(newsroom, LONG_AGO)
        file.mkdir()
        compare(newsroom, LONG_AGO)
        file.rmdir()
        file.symlink_to("nowhere")
        compare(newsroom, LONG_AGO)


def test_a_template_edited_while_a_print_begins_is_printed_by_the_next(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After it was loaded for the processes to be forked, and before it is told what the theme was."""
    template, real = newsroom.theme / "templates" / "story.html", twosource.press.printing.print_run

    def meanwhile(*given: Any, **named: Any) -> Any:
        template.write_text(template.read_text("utf-8").replace("<article", "<article data-new", 1), "utf-8")
        return real(*given, **named)

    with monkeypatch.context() as patch:
        patch.setattr("twosource.press.work.FEW", 0)
        patch.setattr("twosource.press.printing.print_run", meanwhile)
        newsroom.print_warm()
    compare(newsroom)


def test_a_name_that_is_no_text_is_told_by_either(newsroom: Newsroom) -> None:
    compare(newsroom, LONG_AGO)
    os.makedirs(os.fsencode(newsroom.root) + b"/content/stories/caf\xe9")
    for _ in range(2):
        compare(newsroom, LONG_AGO, with_desk=True)


def test_a_file_that_somebody_puts_among_the_pages_is_taken_out(newsroom: Newsroom) -> None:
    compare(newsroom, LONG_AGO)
    (newsroom.output / "stories" / "foreign.html").write_text("not ours", "utf-8")
    compare(newsroom, LONG_AGO)


def test_standing_text_is_left_out_of_these_stories(newsroom: Newsroom) -> None:
    """Else the sequences above would not touch what hangs on the number of stories that cite a site."""
    newsroom.print_warm()
    kept = open_morgue(newsroom.root / ".cache").entries(SLIPS)
    assert sum(bool(Slip(*plain).left_out) for plain in kept.values()) > 5
