"""Many sources at once: sites side by side, the pages of one site one after the other."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile
from queue import SimpleQueue
from threading import Event, Thread

from twosource.desk.fetching.fetcher import Fetcher, Outcome
from twosource.verification.web_addresses import document_of, site_of

News = tuple[str, Outcome] | BaseException | None
"""A document with its outcome, what broke a worker, or None where one has no more to do."""


def fetch_all(urls: Iterable[str], fetcher: Fetcher, done: Callable[[], None] = lambda: None) -> Mapping[str, Outcome]:
    """What became of each document, by `document_of` its address; each is fetched once.

    `done` is called after each. The order of the addresses does not change what is told of them. The workers are
    daemons: somebody who interrupts the run does not wait for the slowest server.
    """
    limits = fetcher.traveller.limits
    documents = {document_of(url): url for url in sorted(set(urls), reverse=True)}
    queues = deque(_by_site(documents))
    workers = min(limits.side_by_side, len(queues))
    end = fetcher.tempo.now() + limits.total
    news: SimpleQueue[News] = SimpleQueue()
    stopped = Event()

    def work() -> None:
        try:
            for document in _taken(queues, stopped):
                news.put((document, fetcher.fetch(documents[document], end)))
            news.put(None)
        except BaseException as broken:
            news.put(broken)

    for n in range(workers):
        Thread(target=work, name=f"fetch-{n}", daemon=True).start()
    try:
        return dict(sorted(_gathered(news, workers, done)))
    finally:
        stopped.set()


def _by_site(documents: Mapping[str, str]) -> Iterable[list[str]]:
    """The documents of each site, in their order."""
    queues: defaultdict[str, list[str]] = defaultdict(list)
    for document, url in sorted(documents.items()):
        queues[site_of(url)].append(document)
    return queues.values()


def _taken(queues: deque[list[str]], stopped: Event) -> Iterator[str]:
    """Documents for one worker: site by site, as long as there are any and nobody stopped the run."""
    while not stopped.is_set():
        try:
            queue = queues.popleft()
        except IndexError:
            return
        yield from takewhile(lambda _: not stopped.is_set(), queue)


def _gathered(news: SimpleQueue[News], workers: int, done: Callable[[], None]) -> Iterator[tuple[str, Outcome]]:
    """Outcomes as they come, until every worker is done. What broke one is raised here."""
    while workers:
        told = news.get()
        if told is None:
            workers -= 1
        elif isinstance(told, BaseException):
            raise told
        else:
            yield told
            done()
