"""Saved documents without a story: as sources, each with a publisher, known or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from twosource.newsroom.lock import LockedSource
from twosource.newsroom.moments import PartialDate
from twosource.newsroom.reference import Grade, Publisher, PublisherKind
from twosource.newsroom.story import Origin, Source
from twosource.newsroom.story_words import OriginKind, SourceKind
from twosource.verification.agencies import AGENCIES, AGENCY_SITES, name_key
from twosource.verification.web_addresses import site_of

WHENEVER = PartialDate("", date.min, date.max)
"""The date of a document that gives none: any day, so that it is near no other."""

NOBODY = "?"
"""What the id of a publisher begins with that no document names; reasons call it by the document."""


@dataclass(frozen=True, slots=True)
class Document:
    """One saved text with what its page says of itself."""

    id: str
    """Name among the documents that are compared."""
    title: str
    """Title; empty when none."""
    entry: LockedSource
    """What a lock would keep of it, quotes aside."""
    cues: Mapping[str, str]
    """Outlets that it leads with, by key, with the words that name them."""
    quoted: frozenset[bytes]
    """Hashes of what it quotes."""
    origin: str
    """Who had it first, where whoever gives the document says so; empty when not said."""


def publisher_of(document: Document, registry: Mapping[str, Publisher], ids: Mapping[str, str]) -> Publisher:
    """The registry's entry by site, then by name; else one made from what the page says, an agency where it is one."""
    site, name = site_of(document.entry.url), document.entry.publisher
    for publisher in registry.values():
        if site and site in map(site_of, (publisher.domain, *publisher.domains)):
            return publisher
    if ids.get(name_key(name)) in registry:
        return registry[ids[name_key(name)]]
    agency = AGENCY_SITES.get(site) or AGENCIES.get(name) or AGENCIES.get(name.removeprefix("The "))
    if agency:
        return _stranger(ids.get(name_key(agency), name_key(agency)), agency, site, PublisherKind.AGENCY)
    nobody = f"{NOBODY}{document.id}"
    return _stranger(name_key(name) or site or nobody, name or site or document.id, site, PublisherKind.DIGITAL)


def named(publisher: Publisher) -> str:
    """Its name; empty for one that nobody names."""
    return "" if publisher.id.startswith(NOBODY) else publisher.name


def _stranger(id: str, name: str, site: str, kind: PublisherKind) -> Publisher:
    """A publisher of which no registry knows more; nobody owns it."""
    return Publisher(id, name, site, (), (), "", (), kind, "", Grade.F, "Not in the registry.", date.min)


def source_of(document: Document, publisher: Publisher) -> Source:
    """The document as a source; what nobody wrote down is left open."""
    origin = Origin(OriginKind.WIRE, document.origin) if document.origin else Origin(OriginKind.OWN)
    return Source(
        id=document.id,
        url=document.entry.url,
        title=document.title,
        publisher=publisher.id,
        kind=SourceKind.REPORTING,
        published=PartialDate.parse(document.entry.published[:10]) or WHENEVER,
        author="",
        origin=origin,
        independent_because="",
    )


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """By id, so that nothing hangs on the order in which they were given."""
    return tuple(sorted(documents, key=lambda document: document.id))
