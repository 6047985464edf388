"""Joins by where two sources stand: one document, one site, one owner."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.story import Source
from twosource.verification.case import Case
from twosource.verification.joining import chain, groups
from twosource.verification.verdict import Join, JoinKind
from twosource.verification.web_addresses import document_of, site_of


def same_document(case: Case) -> Iterator[Join]:
    """One document under two addresses, or two addresses with one canonical address."""

    def addresses(source: Source) -> Iterator[str]:
        yield document_of(source.url)
        locked = case.locked.get(source.id)
        if locked and locked.canonical:
            yield document_of(locked.canonical)

    for address, group in groups(case, addresses).items():
        yield from chain(JoinKind.DOCUMENT, group, f"Both are the document {address}.")


def same_site(case: Case) -> Iterator[Join]:
    """Two pages on one registrable domain, or of one publisher."""
    for site, group in groups(case, lambda source: (site_of(source.url),)).items():
        yield from chain(JoinKind.SITE, group, f"Both are on the site {site}.")
    for publisher, group in groups(case, lambda source: (source.publisher,)).items():
        elsewhere = [source for source in group[1:] if site_of(source.url) != site_of(group[0].url)]
        yield from chain(JoinKind.SITE, [group[0], *elsewhere], f"Both are published by {case.label(publisher)}.")


def same_owner(case: Case) -> Iterator[Join]:
    """Two publishers that had one owner when they published."""

    def owner(source: Source) -> str:
        return case.publisher(source).owner_on(source.published.first)

    for group in groups(case, lambda source: (owner(source).casefold(),)).values():
        for other in group[1:]:
            if other.publisher != group[0].publisher:
                names = f"{case.publisher(group[0]).name} and {case.publisher(other).name}"
                yield Join(JoinKind.OWNER, group[0].id, other.id, f"{owner(group[0])} owns both {names}.")
