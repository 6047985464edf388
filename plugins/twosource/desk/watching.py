"""Doing something again whenever a file of the hub changes, until Ctrl-C."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

CLEAR = "\033[2J\033[3J\033[H"
"""Empties a terminal and what was scrolled off it."""

FOLDERS = ("content", "glossary", "methodology")
"""Where a hub keeps what is checked; what the check itself writes lies elsewhere, so that it cannot wake itself."""

PAUSE = 2_000
"""Milliseconds after which it is looked whether a folder came or went: the system tells of those inside only."""

STILL = 100
"""Milliseconds without a change after which those before are taken to be done: editors write in several steps."""


def repeat(root: Path, work: Callable[[], object]) -> None:
    """Do the work now and after every change below the hub's folders. Ends with KeyboardInterrupt."""
    _fresh(work)
    for _ in changes(root):
        _fresh(work)


def _fresh(work: Callable[[], object]) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(CLEAR)
    work()
    print("\nWatching for changes; Ctrl-C ends it.", flush=True)
    gc.unfreeze()  # each run sets its garbage aside to end sooner: where it goes on, it has to be taken out
    gc.collect()


def changes(root: Path) -> Iterator[None]:
    """One for each burst of changes."""
    from watchfiles import watch

    there = _there(root)
    while True:
        for found in watch(
            *there, watch_filter=_counts, step=STILL, rust_timeout=PAUSE, yield_on_timeout=True, recursive=True
        ):
            now = _there(root)
            if found or now != there:
                yield
            if now != there:
                there = now
                break


def _there(root: Path) -> tuple[Path, ...]:
    """The folders that exist; the hub's own where none does."""
    return tuple(root / name for name in FOLDERS if (root / name).is_dir()) or (root,)


def _counts(change: object, path: str) -> bool:
    """Not what editors put beside a file for a moment, nor the cache of a hub whose folders are all gone."""
    name = path.rpartition("/")[2]
    return not name.startswith(".") and not name.endswith(("~", ".swp", ".swx", ".tmp")) and "/.cache/" not in path
