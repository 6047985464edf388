"""Joins by where two sources have it from: a declared origin, a wire, a release, an event, a credit in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.newsroom.lock import Hint
from twosource.newsroom.reference import PublisherKind
from twosource.newsroom.story import OriginKind, Source
from twosource.verification.case import Case
from twosource.verification.joining import because, groups, pairs
from twosource.verification.verdict import Join, JoinKind
from twosource.verification.web_addresses import site_of

CREDITS = ("credit", "dateline", "byline")
"""Kinds of hint that name an agency."""


def declared_origin(case: Case) -> Iterator[Join]:
    """One source names the other as where it got its information."""
    by_id = {source.id: source for source in case.story.sources}
    for source in case.story.sources:
        upstream = by_id[source.origin.name] if source.origin.kind is OriginKind.SOURCE else source
        if upstream is not source:
            names = f"{case.publisher(source).name} takes its information from {case.publisher(upstream).name}"
            yield Join(JoinKind.ORIGIN, upstream.id, source.id, f"{names}.")


def carried(case: Case) -> Callable[[Source], tuple[str, ...]]:
    """Gives the keys of the wires that a source carries: the one it declares, and its publisher where that is a wire.

    An agency is a wire wherever its own report came from, and so is any publisher that a source here declares as one.
    """
    wires = OriginKind.WIRE
    declared = {case.upstream(one.origin.name) for one in case.story.sources if one.origin.kind is wires}

    def keys(source: Source) -> tuple[str, ...]:
        is_wire = case.publisher(source).kind is PublisherKind.AGENCY or source.publisher in declared
        wire = (case.upstream(source.origin.name),) if source.origin.kind is wires else ()
        return (*wire, source.publisher) if is_wire else wire

    return keys


def same_wire(case: Case) -> Iterator[Join]:
    """Two sources that carry one agency, the agency's own page included."""
    for wire, group in groups(case, carried(case)).items():
        yield from pairs(JoinKind.WIRE, group, because(f"Both carry {case.label(wire)}."))


def same_release(case: Case) -> Iterator[Join]:
    """Two sources that rest on one release."""
    yield from _one_name(case, JoinKind.RELEASE, OriginKind.RELEASE, "Both rest on one release")


def same_event(case: Case) -> Iterator[Join]:
    """Two sources that report from one event; this joins them for facts, not for what was said there."""
    yield from _one_name(case, JoinKind.EVENT, OriginKind.EVENT, "Both report from one event")


def _one_name(case: Case, kind: JoinKind, origin: OriginKind, words: str) -> Iterator[Join]:
    def declared(source: Source) -> tuple[str, ...]:
        return (source.origin.name.casefold(),) if source.origin.kind is origin else ()

    for group in groups(case, declared).values():
        yield from pairs(kind, group, because(f"{words}: {group[0].origin.name}."))


def credits_of(case: Case, source: Source) -> tuple[Hint, ...]:
    """Agencies that the saved copy of a source credits."""
    locked = case.locked.get(source.id)
    return tuple(hint for hint in locked.hints if hint.kind in CREDITS) if locked else ()


def credited(case: Case) -> Iterator[Join]:
    """Two sources of which one at least credits, in its saved copy, what the other carries, credits or is."""
    carries = carried(case)

    def named(source: Source) -> Iterator[str]:
        yield from (case.upstream(hint.name) for hint in credits_of(case, source))
        yield from (*carries(source), source.publisher)

    for key, group in groups(case, named).items():
        yield from pairs(JoinKind.CREDIT, group, _credit(case, key))


def _credit(case: Case, key: str) -> Callable[[Source, Source], str]:
    def reason(a: Source, b: Source) -> str:
        spans = [
            f"{case.publisher(one).name} prints “{hint.span}”"
            for one in (a, b)
            for hint in credits_of(case, one)
            if case.upstream(hint.name) == key
        ]
        return f"Both carry {case.label(key)}: {'; '.join(spans)}." if spans else ""

    return reason


def originals_of(case: Case, source: Source) -> frozenset[str]:
    """Sites that the saved copy of a source names, by its canonical address, as those of the original."""
    locked = case.locked.get(source.id)
    return frozenset(hint.name for hint in locked.hints if hint.kind == "canonical") if locked else frozenset()


def named_original(case: Case) -> Iterator[Join]:
    """A page that names, as its canonical address, a page on another site, with that site and with others like it."""

    def sites(source: Source) -> tuple[str, ...]:
        return (site_of(source.url), *sorted(originals_of(case, source)))

    for site, group in groups(case, sites).items():
        yield from pairs(JoinKind.CREDIT, group, _original(case, site))


def _original(case: Case, site: str) -> Callable[[Source, Source], str]:
    def reason(a: Source, b: Source) -> str:
        naming = [case.publisher(one).name for one in (a, b) if site in originals_of(case, one)]
        verb = "names" if len(naming) == 1 else "name"
        return f"{' and '.join(naming)} {verb} a page on {site} as the original." if naming else ""

    return reason
