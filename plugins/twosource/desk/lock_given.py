"""What `desk lock` was given: files, the network or the store, and the day."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_network
from pathlib import Path

from twosource.desk.clock import as_of
from twosource.desk.fetching.failure import Failure
from twosource.desk.fetching.means import Means
from twosource.desk.hub import UsageError
from twosource.desk.origins import Manner, Origin, fetched, shelved
from twosource.desk.saved_pages import Pages, by_document, find_saved
from twosource.desk.store import stored_text
from twosource.newsroom.library import Library
from twosource.newsroom.lock import LockedSource
from twosource.newsroom.problems import Problem
from twosource.newsroom.story import Source, Story


@dataclass(frozen=True, slots=True)
class Given:
    """Copies of sources, and what there is to say of them as a whole."""

    origin: Origin
    """The copies."""
    today: Callable[[Source, LockedSource], str | Failure]
    """A source's text to compare its lock with."""
    problems: Callable[[], Sequence[Problem]] = tuple
    """Files that are of no use."""
    used: Callable[[], bool] = lambda: True
    """False when files were given and none belongs to a source."""
    files: int = 0
    """Saved pages that were found."""


@contextmanager
def origin_of(
    given: Namespace, root: Path, library: Library, stories: Sequence[Story], means: Means
) -> Iterator[Given]:
    """The copies that the command line asks for. Raises UsageError where it makes no sense."""
    allowed = _networks(given.allowed)
    if given.saved:
        yield _from_files(given.saved)
    elif given.offline:
        empty = Origin(lambda url: None)
        yield Given(empty if given.verify else shelved(root, library, stories, means), _stored(root))
    else:
        manner = Manner(allowed, not given.ignore_robots, not given.verify)
        origin = fetched(root, library, stories, manner, means)
        yield Given(origin, _copied(origin, Failure("evidence-unseen", "It was not fetched.", "Run desk lock.")))


def _from_files(places: Sequence[str]) -> Given:
    found, unread = find_saved([_existing(place) for place in places])
    pages = Pages(by_document(found))
    origin = Origin(pages.of)
    missing = Failure("evidence-unseen", "No saved page was given.", "Give one with --from.")
    return Given(
        origin, _copied(origin, missing), lambda: (*unread, *pages.problems), lambda: bool(pages.read), len(found)
    )


def _copied(origin: Origin, missing: Failure) -> Callable[[Source, LockedSource], str | Failure]:
    def today(source: Source, entry: LockedSource) -> str | Failure:
        copy = origin.copy_of(source.url)
        return (copy or missing) if copy is None or isinstance(copy, Failure) else copy.text

    return today


def _stored(root: Path) -> Callable[[Source, LockedSource], str | Failure]:
    missing = Failure("evidence-unseen", "Its text is not in the private store.", "Fetch it, or give it with --from.")

    def today(source: Source, entry: LockedSource) -> str | Failure:
        text = stored_text(root, entry.sha256)
        return missing if text is None else text

    return today


def day_of(given: Namespace) -> str:
    """Day of the copies: the one given, or today; ISO."""
    if given.retrieved:
        try:
            return date.fromisoformat(given.retrieved).isoformat()
        except ValueError:
            raise UsageError(f"“{given.retrieved}” is no date: write 2026-02-21.") from None
    return as_of(given.as_of).date().isoformat()


def _existing(place: str) -> Path:
    path = Path(place)
    if place != "-" and not path.exists():
        raise UsageError(f"There is no file or folder {place}.")
    return path


def _networks(written: Sequence[str]) -> tuple[str, ...]:
    for one in written:
        try:
            ip_network(one)
        except ValueError:
            raise UsageError(f"“{one}” is no address or network: write 127.0.0.1 or 10.0.0.0/8.") from None
    return tuple(written)
