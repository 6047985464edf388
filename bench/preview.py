"""`desk preview` as a writer sees it: how long it is from saving a story until the browser shows what was written.

    python -m bench.preview HUB [SAVES]

The page is open meanwhile, in a browser like theirs. What counts is the moment after the first frame that has the new
words in it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from bench.edits import edit_story, middle_story
from bench.jobs import Cost, cpu_of, family, memory

SAVES, WARM = 9, 3
"""Saves of which the median counts, and those before them, which do what is done once in a process."""
PAUSE = 1.0
"""Seconds between a page that was shown and the next save: writers pause longer."""
LONGEST = 60.0
"""Seconds after which it is given up."""

WATCH = """
addEventListener("DOMContentLoaded", () => {
  const said = /in round (\\d+)\\./.exec(document.body.textContent);
  if (said) requestAnimationFrame(() => setTimeout(() => window.shown(Number(said[1]), Date.now() / 1000)));
});
"""


def preview(hub: Path, saves: int = SAVES) -> Cost:
    """The median save in seconds, the work that follows from each, and the memory that is held. Raises RuntimeError."""
    command = (sys.executable, "-m", "twosource.desk", "preview", "--root", str(hub))
    environment = {**os.environ, "NO_COLOR": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout
        try:
            address = running.stdout.readline().partition(" on ")[2].split()[0]
            running.stdout.readline()  # the first print is done
            spent = _spent(running.pid)
            told = _saves(hub, f"{address}stories/{middle_story(hub).stem}/", saves)
            work = (_spent(running.pid) - spent) / (WARM + saves)
            held = sum(map(memory, family(running.pid)))
        finally:
            running.terminate()
            running.wait(20)  # before its words have nowhere to go
    return Cost(median(told), work, held)


def _spent(pid: int) -> float:
    return sum(map(cpu_of, family(pid)))


def _saves(hub: Path, address: str, saves: int) -> list[float]:
    from tests.judges.browser import open_browser

    shown: dict[int, float] = {}
    with open_browser() as browser:
        page = browser.new_page()
        page.expose_function("shown", lambda turn, when: shown.update({turn: when}))
        page.add_init_script(WATCH)
        page.goto(address)
        found = []
        first = int(time.time())  # other words than any run before left in the story
        for turn in range(first, first + WARM + saves):
            page.wait_for_timeout(1000 * PAUSE)
            start = time.time()
            edit_story(hub, turn)
            while turn not in shown:
                page.wait_for_timeout(10)
                if time.time() > start + LONGEST:
                    raise RuntimeError("the browser never showed it")
            found.append(round(shown[turn] - start, 3))
    return found[WARM:]


if __name__ == "__main__":
    found = preview(Path(sys.argv[1]).resolve(), *(int(saves) for saves in sys.argv[2:3]))
    mib = found.peak / 2**20
    print(f"{found.wall:.3f} s from a save to the frame that shows it, {found.cpu:.2f} s of work, {mib:.0f} MiB")
