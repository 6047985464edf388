"""Standing text: what one site prints under article after article, so that it tells nothing of who copied whom.

It is counted by site and not over all: a wire report that many newspapers print under many stories is met often too,
and is just what must be recognised. A story's own pages do not make its passages boilerplate, so that one more copy
can never part what it is a copy of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from twosource.newsroom.hashes import RANKED
from twosource.newsroom.lock import Lock, LockedSource
from twosource.verification.fingerprint import hashes, in_print
from twosource.verification.web_addresses import document_of, site_of

Page = tuple[str, str]

AT_A_TIME = 1_000_000
"""Characters of fingerprints that are counted at a time: 200,000 hashes, and some 30 MB."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Passages that a site prints often, and who showed it first."""

    often: Mapping[bytes, Mapping[str, int]]
    """For each hash met nearly often enough: by site, under how many stories."""
    first: Mapping[Page, str]
    """For each page (by document, and by text) the path of the story that is taken to cite it, when several do."""
    others: int
    """Other stories from which a passage is boilerplate."""
    keys: frozenset[bytes] = field(init=False, repr=False)
    """Those hashes: two sets are compared by the smaller, a set and the keys of a mapping are not."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", frozenset(self.often))

    def under(self, story: str, lock: Lock) -> frozenset[bytes]:
        """Hashes in a story's lock that at least one site prints under enough other stories; a story is its path."""
        if not self.keys:
            return frozenset()
        own: dict[str, set[bytes]] = defaultdict(set)
        met: set[bytes] = set()
        for entry in lock.sources.values():
            found = self.keys & hashes(entry.fingerprint)
            if found:
                met |= found
                if first_under(self.first, story, entry):
                    own[site_of(entry.url)] |= found
        return frozenset(key for key in met if self._is_standing(key, own))

    def _is_standing(self, key: bytes, own: Mapping[str, Set[bytes]]) -> bool:
        return any(stories - (key in own.get(site, ())) >= self.others for site, stories in self.often[key].items())


def standing_text(locks: Mapping[str, Lock], stories: int) -> Standing:
    """Passages that a site prints under `stories` stories, the one that is judged among them."""
    first, by_site = pages_of_sites(locks)
    often: dict[bytes, dict[str, int]] = {}
    for site, prints in by_site.items():
        for key, count in met_often(tuple(prints.values()), stories - 1).items():
            often.setdefault(key, {})[site] = count
    return Standing(often, first, stories - 1)


def pages_of_sites(locks: Mapping[str, Lock]) -> tuple[dict[Page, str], dict[str, dict[str, list[str]]]]:
    """Who showed each page first, and the fingerprints of each site's pages by site and by that story."""
    first: dict[Page, str] = {}
    by_site: dict[str, dict[str, list[str]]] = {}
    for story, lock in sorted(locks.items()):
        for entry in lock.sources.values():
            for page in _pages(entry):
                first.setdefault(page, story)
            if first_under(first, story, entry):
                by_site.setdefault(site_of(entry.url), {}).setdefault(story, []).append(entry.fingerprint)
    return first, by_site


def met_often(stories: Collection[Sequence[str]], least: int) -> dict[bytes, int]:
    """Hashes that stand under at least so many of one site's stories, with how many.

    `stories` gives the fingerprints of the site's pages under each. Nearly every hash is met once: so that a site of a
    million pages fits into memory too, its hashes are counted one range of values after another.
    """
    if len(stories) < least:
        return {}
    parts = min(sum(map(len, (text for prints in stories for text in prints))) // AT_A_TIME + 1, len(RANKED))
    bounds = [RANKED[len(RANKED) * part // parts :][:1] for part in range(parts)]
    often: dict[bytes, int] = {}
    for low, high in pairwise((*bounds, b"\x7f")):
        met: Counter[bytes] = Counter()
        for prints in stories:
            met.update(_within(prints, low, high))
        often.update((key, count) for key, count in met.items() if count >= least)
    return often


def _within(prints: Sequence[str], low: bytes, high: bytes) -> Collection[bytes]:
    """Hashes of one story's pages within bounds, each once; within one page they are sorted."""
    found = [packed[bisect_left(packed, low) : bisect_left(packed, high)] for packed in map(in_print, prints)]
    return found[0] if len(found) == 1 else set[bytes]().union(*found)


def _pages(entry: LockedSource) -> tuple[Page, Page]:
    return ("document", document_of(entry.url)), ("text", entry.sha256)


def first_under(first: Mapping[Page, str], story: str, entry: LockedSource) -> bool:
    """True when neither the page nor its text was met under an earlier story."""
    return all(first[page] == story for page in _pages(entry))
