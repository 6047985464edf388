"""Many sources at once: sites side by side, the pages of one site one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from twosource.desk.fetching.fetcher import Fetcher, Outcome
from twosource.verification.web_addresses import document_of, site_of


def fetch_all(urls: Iterable[str], fetcher: Fetcher, done: Callable[[], None] = lambda: None) -> Mapping[str, Outcome]:
    """What became of each document, by `document_of` its address; each is fetched once.

    `done` is called after each, from any thread. The order of the addresses does not change what is told of them.
    """
    limits = fetcher.traveller.limits
    documents = {document_of(url): url for url in sorted(set(urls), reverse=True)}
    queues: defaultdict[str, list[str]] = defaultdict(list)
    for document, url in sorted(documents.items()):
        queues[site_of(url)].append(document)
    end = fetcher.tempo.now() + limits.total

    stopped = Event()

    def work(queue: Sequence[str]) -> list[tuple[str, Outcome]]:
        told = []
        for document in queue:
            if stopped.is_set():
                break
            told.append((document, fetcher.fetch(documents[document], end)))
            done()
        return told

    pool = ThreadPoolExecutor(limits.side_by_side, "fetch")
    try:
        found = dict(pair for pairs in pool.map(work, queues.values()) for pair in pairs)
    finally:
        stopped.set()
        pool.shutdown(wait=False, cancel_futures=True)
    return {document: found[document] for document in sorted(found)}
