"""Doing something again whenever a file of the hub changes, until Ctrl-C."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from twosource.newsroom.leftovers import counts_below

CLEAR = "\033[2J\033[3J\033[H"
"""Empties a terminal and what was scrolled off it."""

FOLDERS = ("content", "glossary", "methodology")
"""Where a hub keeps what is checked; what the check itself writes lies elsewhere, so that it cannot wake itself."""

PAUSE = 1_000
"""Milliseconds after which it is looked whether a folder came or went: the system tells of those inside only."""

STILL = 100
"""Milliseconds without a change after which those before are taken to be done: editors write in several steps."""


def repeat(root: Path, work: Callable[[], object]) -> None:
    """Do the work now and after every change below the hub's folders. Ends with KeyboardInterrupt."""
    before = _marks(root)
    _fresh(work)
    for _ in changes(root, before):
        _fresh(work)


def _fresh(work: Callable[[], object]) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(CLEAR)
    work()
    print("\nWatching for changes; Ctrl-C ends it.", flush=True)
    gc.unfreeze()  # each run sets its garbage aside to end sooner: where it goes on, it has to be taken out
    gc.collect()


def changes(root: Path, before: frozenset[Mark]) -> Iterator[None]:
    """One for each burst of changes; `before` is how the files were when they were last looked at.

    The system tells of changes from the first wait on, so that those made until then are looked for by hand.
    """
    from watchfiles import watch

    there, known = _there(root), before
    while True:
        first = True
        for found in watch(
            *there, watch_filter=counts_below(there), step=STILL, rust_timeout=PAUSE, yield_on_timeout=True
        ):
            now = _there(root)
            marks = _marks(root) if first or now != there else known
            if found or now != there or marks != known:
                yield
            first, known = False, marks
            if now != there:
                there = now
                break


Mark = tuple[str, int, int]
"""A file, when it changed, and its size."""


def _marks(root: Path) -> frozenset[Mark]:
    """How all files below the hub's folders are."""
    found: list[Mark] = []
    folders = _there(root)
    counts = counts_below(folders)
    for folder in folders:
        for above, _, names in os.walk(folder):
            for path in (os.path.join(above, name) for name in names):
                if not counts(None, path):
                    continue
                with suppress(OSError):
                    told = os.stat(path)
                    found.append((path, told.st_mtime_ns, told.st_size))
    return frozenset(found)


def _there(root: Path) -> tuple[Path, ...]:
    """The folders that exist; the hub's own where none does."""
    return tuple(root / name for name in FOLDERS if (root / name).is_dir()) or (root,)
