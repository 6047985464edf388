"""Joins by where two sources stand: one document, one site, one owner."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.story import Source
from twosource.verification.case import Pool
from twosource.verification.joining import because, groups, pairs
from twosource.verification.verdict import Join, JoinKind
from twosource.verification.web_addresses import absolute, document_of, site_of


def same_document(pool: Pool) -> Iterator[Join]:
    """One document under two addresses, or two addresses with one canonical address."""

    def addresses(source: Source) -> Iterator[str]:
        yield document_of(source.url)
        locked = pool.locked.get(source.id)
        if locked and locked.canonical:
            yield document_of(absolute(locked.canonical, locked.url))

    for address, group in groups(pool, addresses).items():
        yield from pairs(JoinKind.DOCUMENT, group, because(f"Both are the document {address}."))


def same_site(pool: Pool) -> Iterator[Join]:
    """Two pages on one registrable domain, or of one publisher."""

    def reason(a: Source, b: Source) -> str:
        site = site_of(a.url)
        if site and site == site_of(b.url):
            return f"Both are on the site {site}."
        return f"Both are published by {pool.label(a.publisher)}." if a.publisher == b.publisher else ""

    yield from pairs(JoinKind.SITE, pool.sources, reason)


def same_owner(pool: Pool) -> Iterator[Join]:
    """Two publishers that had one owner when they published."""

    owned = {id(source): owners(pool, source) for source in pool.sources}

    def reason(a: Source, b: Source) -> str:
        if a.publisher == b.publisher:
            return ""
        shared = [name for key, name in owned[id(a)].items() if key in owned[id(b)]]
        if not shared:
            return ""
        return f"{shared[0]} owns both {pool.publisher(a).name} and {pool.publisher(b).name}."

    yield from pairs(JoinKind.OWNER, pool.sources, reason)


def owners(pool: Pool, source: Source) -> dict[str, str]:
    """Owners of a source's publisher when it published, by case-folded name; two when the date leaves it open."""
    days = (source.published.first, source.published.last)
    names = [pool.publisher(source).owner_on(day) for day in days]
    return {name.casefold(): name for name in names if name}
