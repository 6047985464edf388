"""Joins by where two sources have it from: a declared origin, a wire, an event, a credit in the text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from twosource.newsroom.lock import Hint
from twosource.newsroom.reference import PublisherKind
from twosource.newsroom.story import Source
from twosource.newsroom.story_words import OriginKind
from twosource.verification.case import Pool
from twosource.verification.joining import because, groups, pairs
from twosource.verification.verdict import Join, JoinKind
from twosource.verification.web_addresses import site_of

CREDITS = ("credit", "dateline", "byline")
"""Kinds of hint that give the whole text to somebody else."""

CONTRIBUTIONS = ("contribution",)
"""Kinds of hint that give some of the text to somebody else."""


def declared_origin(pool: Pool) -> Iterator[Join]:
    """One source names the other as where it got its information."""
    by_id = {source.id: source for source in pool.sources}
    for source in pool.sources:
        upstream = by_id[source.origin.name] if source.origin.kind is OriginKind.SOURCE else source
        if upstream is not source:
            names = f"{pool.publisher(source).name} takes its information from {pool.publisher(upstream).name}"
            yield Join(JoinKind.ORIGIN, upstream.id, source.id, f"{names}.")


def carried(pool: Pool) -> Callable[[Source], tuple[str, ...]]:
    """Gives the keys of the wires that a source carries: the one it declares, and its publisher where that is a wire.

    An agency is a wire wherever its own report came from, and so is any publisher that a source here declares as one.
    """
    wires = OriginKind.WIRE
    declared = {pool.upstream(one.origin.name) for one in pool.sources if one.origin.kind is wires}

    def keys(source: Source) -> tuple[str, ...]:
        is_wire = pool.publisher(source).kind is PublisherKind.AGENCY or source.publisher in declared
        wire = (pool.upstream(source.origin.name),) if source.origin.kind is wires else ()
        return (*wire, source.publisher) if is_wire else wire

    return keys


def same_wire(pool: Pool) -> Iterator[Join]:
    """Two sources that carry one agency, the agency's own page included."""
    for wire, group in groups(pool, carried(pool)).items():
        yield from pairs(JoinKind.WIRE, group, because(f"Both carry {pool.label(wire)}."))


def same_event(pool: Pool) -> Iterator[Join]:
    """Two sources that report from one event; this joins them for facts, not for what was said there."""

    def declared(source: Source) -> tuple[str, ...]:
        return (source.origin.name.casefold(),) if source.origin.kind is OriginKind.EVENT else ()

    for group in groups(pool, declared).values():
        yield from pairs(JoinKind.EVENT, group, because(f"Both report from one event: {group[0].origin.name}."))


def credits_of(pool: Pool, source: Source, kinds: Collection[str] = CREDITS) -> tuple[Hint, ...]:
    """Agencies that the saved copy of a source credits, in hints of these kinds."""
    locked = pool.locked.get(source.id)
    return tuple(hint for hint in locked.hints if hint.kind in kinds) if locked else ()


def credited(pool: Pool) -> Iterator[Join]:
    """Two sources of which one at least credits, in its saved copy, what the other carries, credits or is."""
    carries = carried(pool)

    def named(source: Source) -> Iterator[str]:
        yield from (pool.upstream(hint.name) for hint in credits_of(pool, source))
        yield from (*carries(source), source.publisher)

    for key, group in groups(pool, named).items():
        yield from pairs(JoinKind.CREDIT, group, _credit(pool, key))


def _credit(pool: Pool, key: str) -> Callable[[Source, Source], str]:
    def reason(a: Source, b: Source) -> str:
        spans = [
            f"{pool.publisher(one).name} prints “{hint.span}”"
            for one in (a, b)
            for hint in credits_of(pool, one)
            if pool.upstream(hint.name) == key
        ]
        return f"Both carry {pool.label(key)}: {'; '.join(spans)}." if spans else ""

    return reason


def originals_of(pool: Pool, source: Source) -> frozenset[str]:
    """Sites that the saved copy of a source names, by its canonical address, as those of the original."""
    locked = pool.locked.get(source.id)
    return frozenset(hint.name for hint in locked.hints if hint.kind == "canonical") if locked else frozenset()


def named_original(pool: Pool) -> Iterator[Join]:
    """A page that names, as its canonical address, a page on another site, with that site and with others like it."""

    def sites(source: Source) -> tuple[str, ...]:
        return (site_of(source.url), *sorted(originals_of(pool, source)))

    for site, group in groups(pool, sites).items():
        yield from pairs(JoinKind.CREDIT, group, _original(pool, site))


def _original(pool: Pool, site: str) -> Callable[[Source, Source], str]:
    def reason(a: Source, b: Source) -> str:
        naming = [pool.publisher(one).name for one in (a, b) if site in originals_of(pool, one)]
        verb = "names" if len(naming) == 1 else "name"
        return f"{' and '.join(naming)} {verb} a page on {site} as the original." if naming else ""

    return reason
