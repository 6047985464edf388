"""One request at a time to each site, with a pause between two, however many sources are fetched side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from twosource.desk.clock import Tempo
from twosource.desk.fetching.addresses import Target
from twosource.desk.fetching.deadline import Deadline
from twosource.verification.web_addresses import site_of


class Turns:
    """Whose turn it is."""

    def __init__(self, pause: float, tempo: Tempo) -> None:
        self.tempo = tempo
        self._pause = pause
        self._guard = Lock()
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._last: dict[str, float] = {}
        self._pauses: dict[str, float] = {}

    def slow_down(self, target: Target, pause: float) -> None:
        """A site asked for a longer pause (Crawl-delay)."""
        site = site_of(target.host)
        self._pauses[site] = max(pause, self._pauses.get(site, self._pause))

    @contextmanager
    def at(self, target: Target, deadline: Deadline, first: bool = True) -> Iterator[None]:
        """Hold the site's turn, after a pause where it is the first request for a page.

        Raises StoppedError where the turn does not come in time.
        """
        site = site_of(target.host)
        with self._guard:
            lock = self._locks[site]
        if not lock.acquire(timeout=deadline.left(86_400.0)):
            raise deadline.over()
        try:
            if first and site in self._last:
                deadline.sleep(self._last[site] + self._pauses.get(site, self._pause) - self.tempo.now())
            yield
        finally:
            self._last[site] = self.tempo.now()
            lock.release()
