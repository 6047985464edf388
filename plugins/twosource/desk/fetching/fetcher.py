"""One source fetched: from its address to a page that can be read, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from twosource.desk.clock import Tempo
from twosource.desk.fetching.deadline import Deadline
from twosource.desk.fetching.exchange import Answer
from twosource.desk.fetching.failure import Failure, StoppedError, stop
from twosource.desk.fetching.journey import Mind, Traveller, Validators
from twosource.desk.fetching.kinds import content_of, unreadable
from twosource.desk.fetching.shelf import Shelf, validators
from twosource.desk.hub import UsageError
from twosource.desk.saved_page import SavedPage
from twosource.newsroom.problems import Problem

Read = Callable[[str, str, str, bytes], SavedPage | Problem]
"""Reads a page by kind, path, address and bytes."""

Outcome = SavedPage | Failure


class Fetcher:
    """Fetches pages; all that it needs is handed in, so that a test can hand in something else."""

    def __init__(self, traveller: Traveller, mind: Mind, shelf: Shelf, read: Read, tempo: Tempo) -> None:
        self.traveller, self.mind, self.shelf, self.read, self.tempo = traveller, mind, shelf, read, tempo

    def fetch(self, url: str, end_of_run: float = float("inf")) -> Outcome:
        """The page at an address, or why it cannot be had; only UsageError, and OSError of the store, are raised.

        Whatever else breaks on the way was sent by a stranger, so it is told of that one source and the others go on.
        """
        deadline = Deadline(self.traveller.limits.seconds, self.tempo, end_of_run)
        try:
            page, answer = self._fetched(url, deadline)
        except StoppedError as stopped:
            return stopped.failure
        except UsageError:
            raise
        except Exception as error:
            return stop("fetch-failed", f"The answer broke the reader ({type(error).__name__}).").failure
        if answer is not None:
            self.shelf.keep(url, answer)
        return page

    def _fetched(self, url: str, deadline: Deadline) -> tuple[SavedPage, Answer | None]:
        """The page, and the answer that it was read from where that is news."""
        kept = self.shelf.kept(url)
        answer = self._arrived(url, deadline, validators(kept))
        if answer.status == 304 and kept is not None:
            answer = Answer(kept.url, 200, kept.headers, body=kept.body or b"")
            return replace(self.page(url, answer), retrieved=kept.day), None
        return self.page(url, answer), answer

    def _arrived(self, url: str, deadline: Deadline, known: Validators) -> Answer:
        """The answer, after new attempts where they may help."""
        for wait in (*self.traveller.limits.waits, None):
            try:
                return self.traveller.arrive(url, deadline, self.mind, known)
            except StoppedError as stopped:
                if wait is None or not stopped.failure.again:
                    raise
                self._wait(max(wait, stopped.failure.after), deadline, stopped)
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, seconds: float, deadline: Deadline, stopped: StoppedError) -> None:
        """Wait, or give up with what was wrong where there is no time for another attempt."""
        try:
            deadline.sleep(seconds)
        except StoppedError:
            raise stopped from None

    def recall(self, url: str) -> Outcome | None:
        """The page on the shelf, read anew without the network; None where there is none."""
        kept = self.shelf.kept(url)
        if kept is None:
            return None
        try:
            page = self.page(url, Answer(kept.url, 200, kept.headers, body=kept.body or b""))
        except StoppedError as stopped:
            return stopped.failure
        return replace(page, retrieved=kept.day)

    def page(self, url: str, answer: Answer) -> SavedPage:
        """An answer as a page. Raises StoppedError where it cannot be read."""
        content = content_of(answer.headers.get("content-type", ""), answer.body)
        read = self.read(content.kind.value, url, url, content.raw)
        if isinstance(read, Problem):
            raise unreadable(read.message)
        if not read.text:
            raise unreadable("The page has no text.")
        return read
