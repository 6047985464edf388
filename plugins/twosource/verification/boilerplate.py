"""Standing text: what one site prints under article after article, so that it tells nothing of who copied whom.

It is counted by site and not over all: a wire report that many newspapers print under many stories is met often too,
and is just what must be recognised. A story's own pages do not make its passages boilerplate, so that one more copy
can never part what it is a copy of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.newsroom.lock import Lock, LockedSource
from twosource.verification.fingerprint import hashes
from twosource.verification.web_addresses import document_of, site_of

Page = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Passages that a site prints often, and who showed it first."""

    often: Mapping[int, Mapping[str, int]]
    """For each hash met nearly often enough: by site, under how many stories."""
    first: Mapping[Page, str]
    """For each page (by document, and by text) the path of the story that is taken to cite it, when several do."""
    others: int
    """Other stories from which a passage is boilerplate."""

    def under(self, story: str, lock: Lock) -> frozenset[int]:
        """Hashes in a story's lock that at least one site prints under enough other stories; a story is its path."""
        if not self.often:
            return frozenset()
        own: dict[str, set[int]] = defaultdict(set)
        met: set[int] = set()
        for entry in lock.sources.values():
            found = hashes(entry.fingerprint) & self.often.keys()
            met |= found
            if first_under(self.first, story, entry):
                own[site_of(entry.url)] |= found
        return frozenset(key for key in met if self._is_standing(key, own))

    def _is_standing(self, key: int, own: Mapping[str, set[int]]) -> bool:
        return any(stories - (key in own.get(site, ())) >= self.others for site, stories in self.often[key].items())


def standing_text(locks: Mapping[str, Lock], stories: int) -> Standing:
    """Passages that a site prints under `stories` stories, the one that is judged among them."""
    first: dict[Page, str] = {}
    by_site: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for story, lock in sorted(locks.items()):
        for entry in lock.sources.values():
            for page in _pages(entry):
                first.setdefault(page, story)
            if first_under(first, story, entry):
                by_site[site_of(entry.url)][story].append(entry.fingerprint)
    often: dict[int, dict[str, int]] = defaultdict(dict)
    for site, prints in by_site.items():
        for key, count in _met(prints.values(), stories - 1):
            often[key][site] = count
    return Standing(dict(often), first, stories - 1)


def _met(stories: Collection[Sequence[str]], least: int) -> Iterator[tuple[int, int]]:
    """Hashes that stand under at least so many of a site's stories, with how many."""
    if len(stories) < least:
        return
    met: Counter[int] = Counter()
    for prints in stories:
        met.update(frozenset[int]().union(*map(hashes, prints)))
    yield from ((key, count) for key, count in met.items() if count >= least)


def _pages(entry: LockedSource) -> tuple[Page, Page]:
    return ("document", document_of(entry.url)), ("text", entry.sha256)


def first_under(first: Mapping[Page, str], story: str, entry: LockedSource) -> bool:
    """True when neither the page nor its text was met under an earlier story."""
    return all(first[page] == story for page in _pages(entry))
