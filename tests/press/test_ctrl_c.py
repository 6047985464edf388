"""Ctrl-C ends a run with a code of its own, and never in the middle of putting a site in place."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from twosource.press.interrupts import STOPPED, uninterrupted

from .hall import Hall, page


def test_an_interruption_waits_for_the_end_of_what_it_must_not_cut_off() -> None:
    done = []

    def work() -> None:
        with uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["all of it"]


def test_without_one_nothing_is_raised_and_the_old_handler_is_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with uninterrupted():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_other_threads_take_no_signals_and_change_nothing() -> None:
    before, seen = signal.getsignal(signal.SIGINT), []

    def work() -> None:
        with uninterrupted():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]


def test_a_run_that_is_stopped_ends_with_130_and_leaves_the_site(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pelican's own code would be 0, and whatever deploys the site would go on."""
    hall.prints(page("/"))
    assert hall.pelican() == 0
    stands = (hall.root / "output" / "index.html").read_bytes()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("twosource.press.seam.run", stop)
    assert hall.pelican() == STOPPED
    assert (hall.root / "output" / "index.html").read_bytes() == stands
