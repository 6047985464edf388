"""Where copies of sources come from: files that were given, the network, or the private store alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.desk.fetching.failure import Failure
from twosource.desk.fetching.means import Means
from twosource.desk.hub import UsageError
from twosource.desk.progress import counting
from twosource.desk.saved_page import SavedPage
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.story import Story
from twosource.verification.web_addresses import document_of

if TYPE_CHECKING:
    from twosource.desk.fetching.fetcher import Fetcher

EXTRA = "Fetching needs the extra `lock`: run `pip install 'twosource[lock]'`. Text for --from needs none."


@dataclass(frozen=True, slots=True)
class Origin:
    """Copies of sources by their address."""

    copy_of: Callable[[str], SavedPage | Failure | None]
    """The copy, why there is none, or None where nobody looked."""
    guarded: bool = False
    """True when nobody has seen the copies yet."""

    def page_of(self, url: str) -> SavedPage | None:
        """The copy, if there is one."""
        copy = self.copy_of(url)
        return copy if isinstance(copy, SavedPage) else None

    def problems(self, story: Story) -> Iterator[Problem]:
        """Why sources of a story could not be fetched, at the place of their addresses."""
        for n, source in enumerate(story.sources):
            copy = self.copy_of(source.url)
            if isinstance(copy, Failure):
                yield copy.at(story.where.place("sources", n, "url"))


@dataclass(frozen=True, slots=True)
class Manner:
    """How the network may be used."""

    allowed: tuple[str, ...] = ()
    """Networks that may be asked though they are not public."""
    robots: bool = True
    """False when robots.txt is not asked for."""
    keep: bool = True
    """False when nothing is put on the shelf."""


def fetched(root: Path, library: Library, stories: Sequence[Story], manner: Manner, means: Means) -> Origin:
    """Every source of the stories, fetched. A story that cannot be read is not fetched for."""
    urls = [source.url for story in stories if story.sound for source in story.sources]
    with _fetcher(root, library, manner, means) as fetcher:
        from twosource.desk.fetching.side_by_side import fetch_all

        with counting(len({document_of(url) for url in urls}), "Fetching") as done:
            found = fetch_all(urls, fetcher, done)
    return Origin(lambda url: found.get(document_of(url)), guarded=True)


def shelved(root: Path, library: Library, stories: Sequence[Story], means: Means) -> Origin:
    """What the private store holds of pages that were fetched once; the network is not asked."""
    urls = {source.url for story in stories if story.sound for source in story.sources}
    with _fetcher(root, library, Manner(keep=False), means) as fetcher:
        found: Mapping[str, SavedPage | Failure | None] = {url: fetcher.recall(url) for url in sorted(urls)}
    return Origin(found.get, guarded=True)


@contextmanager
def _fetcher(root: Path, library: Library, manner: Manner, means: Means) -> Iterator[Fetcher]:
    try:
        from twosource.desk.fetching.assembly import fetcher_for, name_of
        from twosource.desk.fetching.shelf import Shelf
    except ImportError:
        raise UsageError(EXTRA) from None
    agent = name_of(library.hub.address, library.hub.contact)
    shelf = Shelf(root, means.tempo, manner.keep)
    with means.reader(means.limits.reading) as reader:
        yield fetcher_for(agent, shelf, reader.read, means=means, allowed=manner.allowed, robots=manner.robots)
