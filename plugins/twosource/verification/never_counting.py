"""Sources that count for nothing: aggregators, whatever rests on this hub, origins that run in a circle."""

from __future__ import annotations

from collections.abc import Container, Mapping

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import OriginKind
from twosource.newsroom.upstream import declared_upstream, in_circles, upstream_of
from twosource.verification.case import Pool
from twosource.verification.same_upstream import CONTRIBUTIONS, CREDITS, credits_of, originals_of
from twosource.verification.web_addresses import site_of

CITES_US = "It cites this hub."
LOOP = "Its origin leads back to itself."


def never_counts(pool: Pool) -> Mapping[str, str]:
    """Sources that count for nothing, with the reason; what has its information from one of them is no better."""
    sources = {source.id: source for source in pool.sources}
    upstream = declared_upstream(pool.sources)
    circling = in_circles(upstream)
    told = ((name, _why_not(pool, source, circling)) for name, source in sources.items())
    by_itself = {name: reason for name, reason in told if reason}
    behind = upstream_of(upstream, by_itself)
    reasons = {}
    for name in sources:
        if name in by_itself:
            reasons[name] = by_itself[name]
        elif behind.get(name):
            publisher = pool.publisher(sources[behind[name]]).name
            reasons[name] = f"It takes its information from {publisher}, which counts for nothing here."
    return reasons


def _why_not(pool: Pool, source: Source, circling: Container[str]) -> str:
    publisher = pool.publisher(source)
    if publisher.kind in pool.never_counting:
        return f"{publisher.name} is {_a(publisher.kind.value)}: it collects what others report."
    if source.id in circling:
        return LOOP
    if cites_us(pool, source):
        return CITES_US
    wire = pool.publishers.get(pool.upstream(source.origin.name)) if source.origin.kind is OriginKind.WIRE else None
    if wire and wire.kind in pool.never_counting:
        return f"It carries {wire.name}, {_a(wire.kind.value)}, which collects what others report."
    return ""


def cites_us(pool: Pool, source: Source) -> bool:
    """True when a source is a page of this hub, or declares or credits the hub as where it comes from."""
    declared = (source.origin.name,) if source.origin.kind is not OriginKind.SOURCE else ()
    names = (
        pool.publisher(source).name,
        *declared,
        *(hint.name for hint in credits_of(pool, source, (*CREDITS, *CONTRIBUTIONS))),
    )
    sites = (site_of(source.url), *originals_of(pool, source))
    return (bool(pool.own_site) and pool.own_site in sites) or any(name.casefold() in pool.own_names for name in names)


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
