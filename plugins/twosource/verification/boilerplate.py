"""Standing text: what one site prints under article after article, so that it tells nothing of who copied whom.

It is counted by site and not over all: a wire report that many newspapers print under many stories is met often too,
and is just what must be recognised. A story's own pages do not make its passages boilerplate, so that one more copy
can never part what it is a copy of.

Sites are counted one after the other, so that the memory is that of the largest site and not of all; and what was
counted for a site holds as long as the pages on it are the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from twosource.newsroom.hashes import RANKED
from twosource.newsroom.lock import Lock
from twosource.verification.fingerprint import in_print
from twosource.verification.web_addresses import document_of, site_of

Page = tuple[str, str]
"""A page by its document, or by its text."""

AT_A_TIME = 1_000_000
"""Characters of fingerprints that are counted at a time: 200,000 hashes, and some 30 MB."""


class Print(NamedTuple):
    """One saved page as it is counted."""

    site: str
    """Registrable domain."""
    document: str
    """Its address, normalised."""
    text: str
    """SHA-256 of its text."""
    fingerprint: str
    """Its hashes, packed; empty where only the page's identity is at hand."""

    @property
    def pages(self) -> tuple[Page, Page]:
        """The two ways in which it may have been met before."""
        return ("document", self.document), ("text", self.text)


@dataclass(frozen=True, slots=True)
class Standing:
    """Passages that a site prints often, and who showed it first."""

    often: Mapping[bytes, Mapping[str, int]]
    """For each hash met nearly often enough: by site, under how many stories; more than enough are not told apart."""
    first: Mapping[Page, str]
    """For each page the path of the story that is taken to cite it, when several do."""
    others: int
    """Other stories from which a passage is boilerplate."""
    keys: frozenset[bytes] = field(init=False, repr=False)
    """Those hashes: two sets are compared by the smaller, a set and the keys of a mapping are not."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", frozenset(self.often))

    def under(self, story: str, prints: Iterable[Print]) -> frozenset[bytes]:
        """Hashes of a story's pages that at least one site prints under enough other stories; a story is its path."""
        if not self.keys:
            return frozenset()
        own: dict[str, set[bytes]] = defaultdict(set)
        met: set[bytes] = set()
        for one in prints:
            found = self.keys.intersection(in_print(one.fingerprint))
            met |= found
            if first_under(self.first, story, one):
                own[one.site] |= found
        return frozenset(key for key in met if self._is_standing(key, own))

    def _is_standing(self, key: bytes, own: Mapping[str, Set[bytes]]) -> bool:
        return any(stories - (key in own.get(site, ())) >= self.others for site, stories in self.often[key].items())


def prints_of(lock: Lock) -> tuple[Print, ...]:
    """The saved pages of a lock."""
    return tuple(
        Print(site_of(entry.url), document_of(entry.url), entry.sha256, entry.fingerprint)
        for entry in lock.sources.values()
    )


def standing_text(prints: Mapping[str, Sequence[Print]], stories: int) -> Standing:
    """Passages that a site prints under `stories` stories, the one that is judged among them; prints by story."""
    first = first_met(prints)
    sites = {
        site: often_on([[one.fingerprint for one in pages] for pages in found.values()], stories)
        for site, found in by_site(prints, first).items()
    }
    return standing_of(sites, first, stories)


def standing_of(sites: Mapping[str, Mapping[bytes, int]], first: Mapping[Page, str], stories: int) -> Standing:
    """What was counted for each site, put together."""
    often: dict[bytes, dict[str, int]] = defaultdict(dict)
    for site, counts in sites.items():
        for key, count in counts.items():
            often[key][site] = count
    return Standing(dict(often), first, stories - 1)


def first_met(prints: Mapping[str, Sequence[Print]]) -> Mapping[Page, str]:
    """The first story, by path, under which each page was met."""
    first: dict[Page, str] = {}
    for story in sorted(prints):
        for one in prints[story]:
            for page in one.pages:
                first.setdefault(page, story)
    return first


def by_site(
    prints: Mapping[str, Sequence[Print]], first: Mapping[Page, str]
) -> Mapping[str, Mapping[str, Sequence[Print]]]:
    """For each site the stories that are taken to cite it, with its pages under them."""
    found: dict[str, dict[str, list[Print]]] = defaultdict(lambda: defaultdict(list))
    for story in sorted(prints):
        for one in prints[story]:
            if first_under(first, story, one):
                found[one.site][story].append(one)
    return found


def often_on(prints: Collection[Sequence[str]], stories: int) -> dict[bytes, int]:
    """Hashes that stand under all but one of so many of a site's stories, with how many, `stories` at most.

    `prints` are the fingerprints of the site's pages under each of its stories. Nearly every hash is met once: so that
    a site of a million pages fits into memory too, its hashes are counted one range of values after another.
    """
    if len(prints) < stories - 1:
        return {}
    parts = min(sum(map(len, (text for story in prints for text in story))) // AT_A_TIME + 1, len(RANKED))
    bounds = [RANKED[len(RANKED) * part // parts :][:1] for part in range(parts)]
    often: dict[bytes, int] = {}
    for low, high in pairwise((*bounds, b"\x7f")):
        met: Counter[bytes] = Counter()
        for story in prints:
            met.update(_within(story, low, high))
        often.update((key, min(count, stories)) for key, count in met.items() if count >= stories - 1)
    return often


def _within(prints: Sequence[str], low: bytes, high: bytes) -> Collection[bytes]:
    """Hashes of one story's pages within bounds, each once; within one page they are sorted."""
    found = [packed[bisect_left(packed, low) : bisect_left(packed, high)] for packed in map(in_print, prints)]
    return found[0] if len(found) == 1 else set[bytes]().union(*found)


def first_under(first: Mapping[Page, str], story: str, one: Print) -> bool:
    """True when neither the page nor its text was met under an earlier story."""
    return all(first[page] == story for page in one.pages)
