"""The search index: made of the pages that stand, put in place whole, and no print waits for it or fails with it."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from pelican.log import FatalLogger
from rich.console import Console

from tests.pages.hub import AS_OF
from twosource.press import pagefind, seam, searching
from twosource.press.pagefind import MISSING, find_pagefind
from twosource.press.press_error import PressError
from twosource.press.recovery import recover
from twosource.press.search_choice import Search, search_choice
from twosource.press.search_index import STAMP, build
from twosource.press.search_words import words_of
from twosource.press.searching import renew_search
from twosource.press.settings import Order
from twosource.press.shelf import Mark
from twosource.press.stages import Stages
from twosource.press.standstill import mark_of_settings

from .hall import Tree, dies, fill, publish, tree

QUIET = Console(file=io.StringIO())
Said = pytest.CaptureFixture[str]


def story(title: str, words: str) -> bytes:
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><main data-pagefind-body>'
        f'<h1>{title}</h1><p data-pagefind-filter="topic">Metals</p><p>{words}</p></main></body></html>'
    ).encode()


OLD = {
    "stories/copper/index.html": story("Copper tariff", "A tariff on copper begins in May."),
    "stories/zinc/index.html": story("Zinc quota", "The quota for zinc ends."),
    "index.html": b"<!doctype html><title>Front</title>",
}
NEW = {**OLD, "stories/zinc/index.html": story("Zinc quota", "The quota for zinc was prolonged.")}


class Desk:
    """A folder that sites are printed into, and the order for it."""

    def __init__(self, home: Path) -> None:
        self.order = Order(
            home, home / "output", home / "theme", (), "https://example.org", AS_OF, None,
            search=Search.FRESH, indexer=find_pagefind(),
        )  # fmt: skip

    def prints(self, files: Mapping[str, bytes]) -> Mapping[str, Mark]:
        return publish(files, files.items(), self.order.output).shelf.files

    def renew(self, files: Mapping[str, bytes], **changes: object) -> None:
        """A whole run: the print, and then the index."""
        renew_search(replace(self.order, **changes), self.prints(files), Stages(QUIET))  # type: ignore[arg-type]

    @property
    def index(self) -> Tree:
        folder = self.order.output / "pagefind"
        return tree(folder) if folder.is_dir() else {}

    @property
    def pages(self) -> dict[str, str]:
        """What the index holds, by address."""
        found = (json.loads(gzip.decompress(path.read_bytes())[12:]) for path in self._fragments())
        return {page["url"]: page["content"] for page in found}

    def _fragments(self) -> list[Path]:
        return sorted((self.order.output / "pagefind" / "fragment").glob("*.pf_fragment"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "hub")


def test_pages_that_say_so_are_indexed_and_the_run_says_how_many(desk: Desk, capsys: Said) -> None:
    """Beside the pages; of Pagefind's own forms nothing is published."""
    desk.renew(OLD)
    assert capsys.readouterr().out.startswith("Indexed 2 pages for search in ")
    assert set(desk.pages) == {"/stories/copper/", "/stories/zinc/"}
    assert {"pagefind.js", "words.json", STAMP} <= set(desk.index)
    assert not [name for name in desk.index if "ui" in name]
    assert not (desk.order.output.parent / "output.staging").exists()


def test_an_index_of_the_same_pages_is_not_made_again(
    desk: Desk, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is started; a change of a page that is not looked into is none."""
    desk.renew(OLD)
    capsys.readouterr()
    monkeypatch.setattr(pagefind.subprocess, "run", lambda *_, **__: pytest.fail("Pagefind was started"))
    desk.renew(OLD)
    desk.renew({**OLD, "index.html": b"<!doctype html><title>Another front</title>"})
    assert capsys.readouterr().out == ""


def test_a_changed_page_makes_the_index_again_and_nothing_of_the_old_one_is_left(desk: Desk) -> None:
    desk.renew(OLD)
    desk.renew(NEW)
    assert "prolonged" in desk.pages["/stories/zinc/"]
    assert len(desk.pages) == 2
    assert len([name for name in desk.index if name.endswith(".pf_meta")]) == 1


def test_options_of_the_theme_count_and_make_the_index_again(desk: Desk) -> None:
    """Those of the folder that Pelican was started in do not."""
    desk.renew(OLD)
    fill(desk.order.theme, {"pagefind.yml": b"exclude_selectors: [p]\n"})
    desk.renew(OLD)
    assert "quota for zinc" not in desk.pages["/stories/zinc/"]


def test_kept_keeps_an_index_that_stands_and_makes_one_where_none_does(desk: Desk) -> None:
    desk.renew(OLD, search=Search.KEPT)
    desk.renew(NEW, search=Search.KEPT)
    assert "ends" in desk.pages["/stories/zinc/"]
    desk.renew(NEW)
    assert "prolonged" in desk.pages["/stories/zinc/"]


def test_off_takes_the_index_out_that_the_press_made(desk: Desk) -> None:
    desk.renew(OLD)
    desk.renew(OLD, search=Search.OFF, indexer="")
    assert not (desk.order.output / "pagefind").exists()
    assert set(OLD) <= set(tree(desk.order.output))


@pytest.mark.parametrize("search", Search)
def test_an_index_that_somebody_else_made_is_left_alone(desk: Desk, search: Search, capsys: Said) -> None:
    """Whoever wants the press to make it is told so."""
    fill(desk.order.output, {"pagefind/pagefind.js": b"theirs"})
    desk.renew(OLD, search=search)
    assert desk.index == {"pagefind.js": b"theirs"}
    assert ("was not made by the press" in capsys.readouterr().err) is (search is not Search.OFF)


def test_a_later_print_leaves_the_index_where_it_is(desk: Desk) -> None:
    """It is nobody's page, and pruning must not take it for a stray file."""
    desk.renew(OLD)
    before = desk.index
    desk.prints({"index.html": b"<!doctype html><title>Less</title>"})
    assert desk.index == before


FAILING = f"#!{sys.executable}\nimport sys\nprint('It broke.', file=sys.stderr)\nsys.exit(3)\n"


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A Pagefind that fails."""
    program = tmp_path / "pagefind"
    program.write_text(FAILING, encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_a_pagefind_that_fails_costs_neither_pages_nor_the_last_index(desk: Desk, broken: str, capsys: Said) -> None:
    """It is told with its own words, and the next run tries again."""
    desk.renew(OLD)
    before = desk.index
    desk.renew(NEW, indexer=broken)
    assert "Pagefind failed (It broke.)" in capsys.readouterr().err
    assert desk.index == before
    assert (desk.order.output / "stories/zinc/index.html").read_bytes() == NEW["stories/zinc/index.html"]
    desk.renew(NEW)
    assert "prolonged" in desk.pages["/stories/zinc/"]


def test_a_pagefind_that_cannot_be_started_costs_nothing_either(desk: Desk, tmp_path: Path, capsys: Said) -> None:
    """Made for another processor, say; the pages are printed, and the run does not say otherwise."""
    desk.renew(OLD)
    before = desk.index
    program = tmp_path / "pagefind"
    program.write_bytes(b"\x7fnot a program")
    program.chmod(0o755)
    desk.renew(NEW, indexer=str(program))
    said = capsys.readouterr().err
    assert f"Pagefind failed ({program}: " in said
    assert "The pages stand as printed; the index of an earlier print stands." in said
    assert desk.index == before


def test_a_pagefind_that_does_not_end_is_ended(desk: Desk, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: Sequence[str], *, timeout: float, **_: object) -> NoReturn:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(pagefind.subprocess, "run", run)
    desk.renew(OLD)
    assert "Pagefind failed (it was not done after 60 minutes)" in capsys.readouterr().err


def test_without_pagefind_the_run_says_what_is_missing_and_prints(desk: Desk, capsys: Said) -> None:
    desk.renew(OLD, indexer="")
    assert capsys.readouterr().err == f"{MISSING}\n"
    assert "pip install" in MISSING
    assert desk.index == {}


def test_without_pagefind_the_pages_know_of_no_index(desk: Desk) -> None:
    """The address that pages are told enters the mark by which a run sees that nothing changed."""
    there, away = desk.order, replace(desk.order, indexer="")
    assert (there.index, away.index) == ("/pagefind/pagefind.js", "")
    assert mark_of_settings(there, b"", {}) != mark_of_settings(away, b"", {})


def test_fatal_warnings_stop_a_run_without_pagefind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pelican --fatal warnings`: what is to be published with a search is not published without one unnoticed."""
    monkeypatch.setattr(FatalLogger, "fatal_lvl", 30)
    with pytest.raises(PressError, match="not installed"):
        desk.renew(OLD, indexer="")


def test_the_program_is_looked_for_in_its_packages_and_then_on_the_path(
    monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr(pagefind, "PACKAGES", ())
    monkeypatch.setenv("PATH", str(Path(broken).parent))
    assert find_pagefind() == broken
    monkeypatch.setenv("PATH", "")
    assert find_pagefind() == ""


def test_an_index_is_the_old_one_or_the_new_one_wherever_it_is_cut_off(desk: Desk, tmp_path: Path) -> None:
    """Killed at each step in turn: what the next start makes of it is one of the two, whole."""
    desk.renew(OLD)
    files, before, aside, steps = desk.prints(NEW), desk.index, tmp_path / "aside", 0
    shutil.copytree(desk.order.output, aside)
    seen = set()
    while dies(lambda disk: build(desk.order, files, disk), steps):
        recover(desk.order.output)
        new = "prolonged" in desk.pages["/stories/zinc/"]
        seen.add(new)
        assert len(desk.pages) == 2
        assert new or desk.index == before
        shutil.rmtree(desk.order.output)
        shutil.copytree(aside, desk.order.output)
        steps += 1
    assert seen == {False, True}


def test_who_follows_changes_gets_the_pages_and_the_index_of_the_start(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`pelican -r`: an index takes all pages each time, and no page waits for it."""
    asked: list[Search] = []
    monkeypatch.setattr(seam, "order", lambda _: desk.order)
    monkeypatch.setattr(seam, "run", lambda order, *_: asked.append(order.search))
    runs = seam.Runs({})
    runs.begin(None)  # type: ignore[arg-type]
    runs.begin(None)  # type: ignore[arg-type]
    assert asked == [Search.FRESH, Search.KEPT]


@pytest.mark.parametrize(
    ("said", "meant"),
    [(True, "fresh"), ("fresh", "fresh"), ("kept", "kept"), ("off", "off"), (False, "off"), (None, "off"), ("", "off")],
)
def test_the_setting_says_fresh_kept_or_off(said: object, meant: str) -> None:
    assert search_choice(said) == meant


@pytest.mark.parametrize("said", ["yes", "always", 1.5, 7, ["fresh"]])
def test_a_setting_that_makes_no_sense_is_refused_with_the_words_that_do(said: object) -> None:
    with pytest.raises(PressError, match="fresh nor kept nor off"):
        search_choice(said)


def fragment(number: int, title: str, content: str) -> dict[str, bytes]:
    page = {"url": f"/{number}/", "meta": {"title": title}, "content": content}
    return {f"fragment/en_{number}.pf_fragment": gzip.compress(b"pagefind_dcd" + json.dumps(page).encode())}


def test_words_that_a_reader_may_have_meant_are_those_on_most_pages_first(tmp_path: Path) -> None:
    """Four letters or more; a capital stays where a word has one everywhere, numbers and underscores part words."""
    fill(tmp_path, {
        **fragment(1, "Canada and tariffs", "TARIFFS of 2018 on steel_mills."),
        **fragment(2, "Tariffs", "Tariffs again, tariffs in Canada: naïve."),
        **fragment(3, "Zinc", "tariffs"),
    })  # fmt: skip
    assert words_of(tmp_path) == ["tariffs", "Canada", "again", "mills", "naïve", "steel", "Zinc"]


def test_an_index_that_cannot_be_read_back_is_told_and_not_put_in_place(
    desk: Desk, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later Pagefind may keep its pages in another way."""
    monkeypatch.setattr("twosource.press.search_words.SIGNATURE", b"x")
    desk.renew(OLD)
    assert "could not be read back" in capsys.readouterr().err
    assert desk.index == {}


def test_an_index_is_not_made_of_an_edition_that_settings_gave(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pages were not told of any."""
    monkeypatch.setattr(searching, "build", lambda *_: pytest.fail("an index was made"))
    desk.renew(OLD, make_edition=lambda *_: None)


def test_the_program_gets_no_settings_from_elsewhere(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither from the environment nor from the folder that Pelican was started in."""
    desk.order.root.mkdir(parents=True)
    fill(desk.order.root, {"pagefind.yml": b"exclude_selectors: [p]\n"})
    monkeypatch.chdir(desk.order.root)
    monkeypatch.setitem(os.environ, "PAGEFIND_EXCLUDE_SELECTORS", "p")
    desk.renew(OLD)
    assert "quota for zinc" in desk.pages["/stories/zinc/"]
