"""Which files change, told as sets of paths. Waits for the system to say so, and looks at a few files twice a second.

What is watched are whole folders below the hub. Settings lie beside folders with thousands of files that nobody wants
to hear of, so that they are looked at instead; and a folder that goes and comes again is noticed by the same look.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

from twosource.newsroom.leftovers import counts_below

STEP, LOOK = 20, 500
"""Milliseconds of silence after which changes are told, for an editor may touch several files in one save; and between
two looks at what is not watched."""

Tell = Callable[[set[str] | None], object]


class Watcher:
    """Watches in a thread of its own, and tells what changed; None where it may have missed something.

    It may whenever it begins, at the start and where a folder came or went: one look at everything makes up for that.
    """

    def __init__(self, root: Path, folders: Iterable[str], tell: Tell) -> None:
        self._root = root
        self._folders = tuple(folders)
        self._tell = tell
        self._stop = Event()
        self._thread = Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        """Begin; what changes from now on is told."""
        self._thread.start()

    def stop(self) -> None:
        """End, within moments."""
        self._stop.set()
        self._thread.join(2)

    def follow(self, folders: Iterable[str]) -> None:
        """Watch these folders instead, from the next look on."""
        self._folders = tuple(folders)

    def _run(self) -> None:
        settings = self._settings()
        while not self._stop.is_set():
            armed, stands = standing(self._folders), False
            for changed in self._changes(tuple(armed)):
                if not stands:
                    # Nobody heard what was saved while the watch was set up; asked before it stands, one would miss it.
                    self._tell(None)
                    stands = True
                now = self._settings()
                told = {*changed, *(path for path, _ in settings ^ now)}
                settings = now
                if told:
                    self._tell(told)
                if standing(self._folders) != armed:
                    break

    def _changes(self, folders: tuple[str, ...]) -> Iterator[set[str]]:
        """Paths that changed, and an empty set after each pause. Ends where a folder cannot be watched any more."""
        if not folders:
            while not self._stop.wait(LOOK / 1000):
                yield set()
            return
        found = watch(
            *folders,
            watch_filter=counts_below(folders),
            step=STEP,
            debounce=10 * STEP,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
        )
        try:
            yield from ({path for _, path in changes} for changes in found)
        except OSError:
            # A folder went between two looks, or the system watches too many already.
            self._stop.wait(LOOK / 1000)
            yield set()

    def _settings(self) -> set[tuple[str, int]]:
        """The Python files beside the hub's folders, each with the time of its last change."""
        found = set()
        for path in self._root.glob("*.py"):
            try:
                found.add((str(path), path.stat().st_mtime_ns))
            except OSError:
                continue
        return found


def standing(folders: Iterable[str]) -> dict[str, int]:
    """Those that stand, and which they are: a folder that was moved away and made anew is another one."""
    found = {}
    for folder in folders:
        if os.path.isdir(folder):
            found[folder] = os.stat(folder).st_ino
    return found
