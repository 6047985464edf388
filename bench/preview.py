"""A preview that runs while somebody writes: how long it is from saving a story until its page shows what was written.

It is `pelican --autoreload` as a desk starts it, so that the watching for changes is in the figure too.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.edits import edit_story, middle_story
from bench.jobs import Cost, Job, cpu_of, family, memory

SAVES = 5
"""Saves of which the median counts. What is saved before is not counted: it does what is done once in a process."""
LOOK, REST = 0.002, 1.0
"""Seconds between two looks at the page; and without work, until a preview is taken to wait for the next change."""
LONGEST = 600.0
"""Seconds after which a page is given up."""
TRIES, PATIENCE = 20, 10.0
"""First saves that are tried until one is seen, and the seconds for each."""


class Saved(NamedTuple):
    """One save."""

    wall: float
    """Seconds until the page showed it."""
    cpu: float
    """Seconds of work, until there was no more."""


def preview(job: Job, hub: Path, output: Path, turn: int) -> Cost:
    """Start a preview, save a story several times, end it: medians by save, and the memory that it holds meanwhile.

    Raises `RuntimeError` where it ends by itself, or a page does not come.
    """
    page = output / "stories" / middle_story(hub).stem / "index.html"
    process = subprocess.Popen(
        job.command,
        cwd=job.folder,
        env={**os.environ, **job.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(process, page.exists)
        _rest(process)
        _begin(process, hub, page, 1000 * (turn + 1))
        saves = [_save(process, hub, page, 1000 * (turn + 1) + TRIES + n) for n in range(SAVES)]
        peak = sum(map(memory, family(process.pid)))
    finally:
        process.kill()
        process.wait()
    return Cost(median(save.wall for save in saves), median(save.cpu for save in saves), peak)


def _begin(process: subprocess.Popen[bytes], hub: Path, page: Path, round_: int) -> None:
    """Save until it is seen: on a busy machine a preview may rest before it watches, and would miss the only save."""
    for n in range(TRIES):
        edit_story(hub, round_ + n)
        end, words = time.perf_counter() + PATIENCE, f"in round {round_ + n}.".encode()
        while time.perf_counter() < end:
            if words in page.read_bytes():
                _rest(process)
                return
            time.sleep(LOOK)
    raise RuntimeError("the preview sees no save")


def _save(process: subprocess.Popen[bytes], hub: Path, page: Path, round_: int) -> Saved:
    spent, start = cpu_of(process.pid), time.perf_counter()
    edit_story(hub, round_)
    words = f"in round {round_}.".encode()
    _wait(process, lambda: words in page.read_bytes())
    wall = time.perf_counter() - start
    _rest(process)
    return Saved(wall, cpu_of(process.pid) - spent)


def _wait(process: subprocess.Popen[bytes], seen: Callable[[], bool]) -> None:
    end = time.perf_counter() + LONGEST
    while not seen():
        if process.poll() is not None or time.perf_counter() > end:
            raise RuntimeError(f"the preview {'takes too long' if process.poll() is None else 'ended by itself'}")
        time.sleep(LOOK)


def _rest(process: subprocess.Popen[bytes]) -> None:
    """Wait until it waits itself: a change before that would be missed."""
    spent = -1.0
    while spent != (spent := cpu_of(process.pid)):
        time.sleep(REST)
