"""The shelf of the last print: one look at a file that nobody touched, and everything noticed that somebody did."""

from __future__ import annotations

import marshal
import os
import shutil
from pathlib import Path

import pytest

from twosource.newsroom.morgue import Morgue
from twosource.press.press_error import PressError
from twosource.press.print_run import Outcome, print_run
from twosource.press.record import RECORD
from twosource.press.shelf import EMPTY, Shelf
from twosource.press.stall import stage_batch
from twosource.press.standstill import shelf_in

from .hall import MortalDisk, fill, publish, tree

SITE = {
    "index.html": b"front",
    "stories/a/index.html": b"story a",
    "stories/b/index.html": b"story b",
    "data/stories/a.json": b"{}",
}
FOLDERS = {"stories", "stories/a", "stories/b", "data", "data/stories"}


def put(output: Path, shelf: Shelf = EMPTY, site: dict[str, bytes] | None = None) -> Outcome:
    files = SITE if site is None else site
    return publish(tuple(files), iter(files.items()), output, shelf=shelf)


def age(output: Path) -> None:
    """As if all this had been printed an hour ago: what has just changed is always compared by its bytes."""
    for path in (*output.rglob("*"), output):
        if not path.is_symlink():
            found = path.stat()
            os.utime(path, ns=(found.st_mtime_ns - 3_600_000_000_000,) * 2)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    put(tmp_path / "output")
    age(tmp_path / "output")
    return tmp_path / "output"


@pytest.fixture
def shelf(output: Path) -> Shelf:
    return put(output).shelf


def fallen(output: Path, shelf: Shelf) -> list[str]:
    with print_run(output, SITE.keys(), shelf) as run:
        return run.fallen(SITE)


def test_a_shelf_knows_every_file_and_every_folder_on_the_way(shelf: Shelf) -> None:
    """It is plain data, as the cache keeps it."""
    assert set(shelf.files) == {*SITE, RECORD}
    assert set(shelf.folders) == FOLDERS
    cache = Morgue(None, b"")
    cache.update("shelf", marshal.loads(marshal.dumps({**shelf.files, **shelf.folders})))
    assert shelf_in(cache, "shelf") == shelf


def test_nothing_is_opened_or_listed_where_nobody_touched_anything(
    output: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the same shelf comes back: there is nothing new to keep."""
    listed: list[str] = []
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: listed.append(str(path)) or real(path))
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("a file was opened"))
    with print_run(output, SITE.keys(), shelf) as run:
        outcome = run.publish(())
    assert outcome == Outcome(changed=0, removed=0)
    assert outcome.shelf is shelf
    assert listed == [str(output)]


@pytest.mark.parametrize("path", SITE)
def test_a_file_that_somebody_altered_is_noticed_and_printed_again(output: Path, shelf: Shelf, path: str) -> None:
    """Of the same length, and only a moment later."""
    (output / path).write_bytes(SITE[path][:-1] + b"?")
    assert fallen(output, shelf) == [path]
    assert put(output, shelf) == Outcome(changed=1, removed=0)
    assert (output / path).read_bytes() == SITE[path]


@pytest.mark.parametrize("path", SITE)
def test_a_file_that_somebody_deleted_is_noticed_and_printed_again(output: Path, shelf: Shelf, path: str) -> None:
    (output / path).unlink()
    assert fallen(output, shelf) == [path]
    assert put(output, shelf).changed == 1
    assert (output / path).read_bytes() == SITE[path]


def test_a_file_altered_right_after_its_printing_is_noticed(tmp_path: Path) -> None:
    """Within one tick of the file system's clock, with the same length: no time tells them apart, so bytes do."""
    shelf = put(tmp_path / "output").shelf
    for path, body in SITE.items():
        with open(tmp_path / "output" / path, "r+b") as file:
            file.write(body[::-1] if path != "data/stories/a.json" else b"[]")
        os.utime(tmp_path / "output" / path, ns=(shelf.files[path][1],) * 2)
    assert put(tmp_path / "output", shelf).changed == len(SITE)


def test_a_touched_file_with_the_same_bytes_still_stands_and_is_marked_anew(output: Path, shelf: Shelf) -> None:
    """As after a copy of the whole folder: every file is read once, none is printed."""
    copy = Path(shutil.copytree(output, output.with_name("copy")))
    with print_run(copy, SITE.keys(), shelf) as run:
        assert run.fallen(SITE) == []
        fresh = run.publish(()).shelf
    assert fresh is not shelf
    assert {path: mark[3] for path, mark in fresh.files.items()} == {
        path: mark[3] for path, mark in shelf.files.items()
    }


def test_a_stray_file_in_a_known_folder_is_noticed_and_goes(output: Path, shelf: Shelf) -> None:
    """A new name in a folder alters the folder, so it is listed again, and so is a new folder below it."""
    fill(output, {"stories/a/stray.html": b"?", "stories/new/deep/stray.html": b"?"})
    outcome = put(output, shelf)
    assert outcome == Outcome(changed=0, removed=2)
    assert {path for path, body in tree(output).items() if body != "/"} == {*SITE, RECORD}
    assert put(output, outcome.shelf) == Outcome(changed=0, removed=0)


def test_a_folder_moved_away_and_linked_to_is_made_anew(output: Path, shelf: Shelf) -> None:
    """Behind the link the files are the very same, down to their inodes; yet nothing there is ours."""
    elsewhere = output.with_name("elsewhere")
    (output / "stories").rename(elsewhere)
    (output / "stories").symlink_to(elsewhere)
    before = tree(elsewhere)
    assert set(fallen(output, shelf)) == {"stories/a/index.html", "stories/b/index.html"}
    put(output, shelf)
    assert not (output / "stories").is_symlink()
    assert tree(elsewhere) == before


def test_a_shelf_of_another_folder_does_no_harm(tmp_path: Path, shelf: Shelf) -> None:
    """As when OUTPUT_PATH was changed: nothing stands there, so everything is printed."""
    assert put(tmp_path / "other", shelf).changed == len(SITE)
    assert fallen(tmp_path / "other", EMPTY) == list(SITE), "without a shelf nothing is known to stand"


def test_a_shelf_does_not_replace_the_record(output: Path, shelf: Shelf) -> None:
    """Whoever deletes the record withdraws the press's right to delete files, shelf or not."""
    fill(output, {"stories/a/notes.txt": b"mine"})
    (output / RECORD).unlink()
    with pytest.raises(PressError, match=r"stories/a/notes.txt would be deleted, .* no record"):
        put(output, shelf)


def test_the_record_follows_what_is_owned(output: Path, shelf: Shelf) -> None:
    """One page more, the rest kept: one file and the record are written, and pruned again afterwards."""
    more = {**SITE, "stories/c/index.html": b"story c"}
    with print_run(output, more.keys(), shelf) as run:
        assert run.fallen(SITE) == []
        outcome = run.publish(stage_batch([("stories/c/index.html", b"story c")], run.stall("0")))
    assert outcome == Outcome(changed=1, removed=0)
    assert '"stories/c/index.html"' in (output / RECORD).read_text("utf-8")
    assert put(output, outcome.shelf) == Outcome(changed=0, removed=1)
    assert "stories/c" not in tree(output)


def test_a_page_that_was_neither_printed_nor_stands_is_an_error(output: Path, shelf: Shelf) -> None:
    """Nothing is published then, and nothing is left behind."""
    with (
        pytest.raises(ValueError, match=r"stories/c/index\.html"),
        print_run(output, {*SITE, "stories/c/index.html"}, shelf) as run,
    ):
        run.publish(())
    assert not output.with_name("output.staging").exists()


def test_a_shelf_from_before_a_killed_print_does_no_harm(output: Path, shelf: Shelf) -> None:
    """The cache is saved after the print, so the next run may come with the shelf of the print before it."""
    new = {**SITE, "index.html": b"new front", "stories/c/index.html": b"story c"}
    put(output, shelf, new)
    assert put(output, shelf, new) == Outcome(changed=0, removed=0)
    assert put(output, shelf) == Outcome(changed=1, removed=1)


def test_a_new_folder_goes_into_place_in_one_step(tmp_path: Path) -> None:
    """The first print is one move of the whole site; a new story is one move of its folder."""
    disk = MortalDisk(float("inf"))
    publish(tuple(SITE), iter(SITE.items()), tmp_path / "output", disk)
    assert (disk.taken.count("move_folder"), disk.taken.count("move")) == (1, 0)
    more = {**SITE, "stories/c/index.html": b"c", "stories/c/figures/one.svg": b"<svg/>"}
    disk = MortalDisk(float("inf"))
    publish(tuple(more), iter(more.items()), tmp_path / "output", disk)
    assert (disk.taken.count("move_folder"), disk.taken.count("move")) == (1, 1), "the folder, and the record"


def test_a_new_folder_that_somebody_made_meanwhile_is_filled(tmp_path: Path) -> None:
    """Between the look and the move: what is in it stays until the next print, ours goes in."""
    output = tmp_path / "output"
    with print_run(output, SITE.keys()) as run:
        files = stage_batch(SITE.items(), run.stall("0"))
        fill(output, {"stories/a/index.html": b"old", "stories/notes.txt": b"mine", "CNAME": b"x"})
        run.publish(files)
    found = {path: body for path, body in tree(output).items() if body != "/" and path != RECORD}
    assert found == {**SITE, "stories/notes.txt": b"mine", "CNAME": b"x"}
