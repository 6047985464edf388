"""Who had a document first, as far as it shows: what was declared, what it credits, what it leads with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import OriginKind
from twosource.verification.case import Pool
from twosource.verification.documents import Document
from twosource.verification.same_upstream import credits_of, originals_of
from twosource.verification.verdict import Join
from twosource.verification.web_addresses import site_of


def origin_of(pool: Pool, source: Source, led: Iterable[Join], documents: Mapping[str, Document]) -> str:
    """Name of the outlet that had it first; empty for own work. The first that is found, the surest first.

    `led` are the joins by a cue: a cue that joined nothing names nobody.
    """
    if source.origin.kind is not OriginKind.OWN:
        return source.origin.name
    return next(_found(pool, source, led, documents), "")


def _found(pool: Pool, source: Source, led: Iterable[Join], documents: Mapping[str, Document]) -> Iterator[str]:
    for hint in credits_of(pool, source):
        if pool.upstream(hint.name) != source.publisher:
            yield hint.name
    for site in sorted(originals_of(pool, source)):
        publisher = _publisher_on(pool, site)
        if publisher.casefold() != pool.publisher(source).name.casefold():
            yield publisher
    for join in led:
        if source.id in (join.a, join.b):
            cues = documents[source.id].cues.items()
            yield from (_named(pool, outlet, cue) for outlet, cue in cues if f"“{cue}”" in join.detail)


def _publisher_on(pool: Pool, site: str) -> str:
    """Name of who publishes on a site, else the site."""
    on = (one.name for one in pool.publishers.values() if site in map(site_of, (one.domain, *one.domains)))
    return next(on, site)


def _named(pool: Pool, outlet: str, cue: str) -> str:
    """The outlet by its publisher's name, else as the cue writes it."""
    if pool.upstream(outlet) in pool.publishers:
        return pool.label(pool.upstream(outlet))
    at = cue.casefold().rfind(outlet)
    article = "The " if cue[:at].casefold().endswith("the ") else ""
    return article + cue[at : at + len(outlet)]
