"""A glance at the output folder tells the same whether this process looks or another one, and whatever befalls that."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from twosource.press.glance import ALL_STANDS, Glance, glance_at, glancing, last_lock
from twosource.press.print_run import print_run
from twosource.press.shelf import Shelf

from .test_a_shelf_saves_a_second_look import SITE, age, put

GONE, ALTERED, TOUCHED = "stories/b", "index.html", "data/stories"


@pytest.fixture(autouse=True)
def another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few files there are."""
    monkeypatch.setattr("twosource.press.glance.MANY", 0)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    put(tmp_path / "output")
    age(tmp_path / "output")
    return tmp_path / "output"


@pytest.fixture
def shelf(output: Path) -> Shelf:
    return put(output).shelf


def spoil(output: Path) -> Glance:
    """Alter some of what was printed; gives what is to be found."""
    (output / ALTERED).write_text("other", "utf-8")
    (output / TOUCHED / "foreign.json").write_text("{}", "utf-8")
    (output / GONE).rename(output.parent / "elsewhere")
    (output / GONE).symlink_to(output.parent / "elsewhere")
    return Glance(frozenset({TOUCHED, "stories"}), frozenset({GONE}), frozenset({ALTERED}), last_lock(output))


def test_where_nobody_touched_anything_nothing_is_found(output: Path, shelf: Shelf) -> None:
    with glancing(output, shelf) as glance:
        assert glance() == replace(ALL_STANDS, since=last_lock(output))


def test_another_process_finds_what_this_one_would(output: Path, shelf: Shelf) -> None:
    """A file behind a link is the one that was printed; that the way there is another says its folder."""
    told = spoil(output)
    with glancing(output, shelf) as glance:
        assert glance() == glance_at(output, shelf) == told


def test_what_was_found_may_be_asked_for_twice(output: Path, shelf: Shelf) -> None:
    """Once to see whether anything has to be done, and once to do it."""
    told = spoil(output)
    with glancing(output, shelf) as glance:
        assert [glance(), glance()] == [told, told]


def test_where_the_other_process_comes_to_harm_this_one_looks(
    output: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = spoil(output)
    monkeypatch.setattr("twosource.press.glance.marshal.dump", _refuse)
    with glancing(output, shelf) as glance:
        assert glance() == told


def test_a_glance_from_before_another_print_is_not_believed(output: Path, shelf: Shelf) -> None:
    """Two runs, one of which began first and prints last: each file is one that it printed itself, or left alone."""
    with glancing(output, shelf) as glance:
        early = glance()
    put(output, shelf, {**SITE, "index.html": b"another front"})
    with print_run(output, SITE.keys(), shelf, glance=early) as run:
        assert run.fallen(SITE) == ["index.html"]


def test_where_nobody_is_told_of_ended_processes_a_glance_works_too(output: Path, shelf: Shelf) -> None:
    """As under some programs that start others."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with glancing(output, shelf) as glance:
            assert glance().doubtful == frozenset()
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_no_process_is_left_behind_when_nobody_asks(
    output: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    fork = os.fork

    def told() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", told)
    with pytest.raises(KeyboardInterrupt), glancing(output, shelf):
        raise KeyboardInterrupt
    (child,) = begun
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def _refuse(*_: object) -> None:
    raise MemoryError
