"""Joins by where two sources have it from: a declared origin, a wire, a release, an event, a credit in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.newsroom.lock import Hint
from twosource.newsroom.reference import PublisherKind
from twosource.newsroom.story import OriginKind, Source
from twosource.verification.case import Case
from twosource.verification.joining import chain, groups
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


def _wire(case: Case, source: Source) -> str:
    """Key of the agency that a source declares, or is; empty for others."""
    if source.origin.kind is OriginKind.WIRE:
        return case.upstream(source.origin.name)
    is_agency = source.origin.kind is OriginKind.OWN and case.publisher(source).kind is PublisherKind.AGENCY
    return source.publisher if is_agency else ""


def same_wire(case: Case) -> Iterator[Join]:
    """Two sources that carry one agency, the agency's own page included."""
    for wire, group in groups(case, lambda source: (_wire(case, source),)).items():
        yield from chain(JoinKind.WIRE, group, f"Both carry {case.label(wire)}.")


def _declared(kind: OriginKind) -> Callable[[Source], tuple[str, ...]]:
    return lambda source: (source.origin.name.casefold(),) if source.origin.kind is kind else ()


def same_release(case: Case) -> Iterator[Join]:
    """Two sources that rest on one release."""
    for group in groups(case, _declared(OriginKind.RELEASE)).values():
        yield from chain(JoinKind.RELEASE, group, f"Both rest on one release: {group[0].origin.name}.")


def same_event(case: Case) -> Iterator[Join]:
    """Two sources that report from one event; this joins them for facts, not for what was said there."""
    for group in groups(case, _declared(OriginKind.EVENT)).values():
        yield from chain(JoinKind.EVENT, group, f"Both report from one event: {group[0].origin.name}.")


def credits_of(case: Case, source: Source) -> tuple[Hint, ...]:
    """Agencies that the saved copy of a source credits."""
    locked = case.locked.get(source.id)
    return tuple(hint for hint in locked.hints if hint.kind in CREDITS) if locked else ()


def credited(case: Case) -> Iterator[Join]:
    """Two sources of which one at least credits, in its saved copy, what the other carries, credits or is."""

    def agencies(source: Source) -> Iterator[str]:
        yield from (case.upstream(hint.name) for hint in credits_of(case, source))
        yield _wire(case, source)

    for key, group in groups(case, agencies).items():
        for other in group[1:]:
            spans = [
                f"{case.publisher(one).name} prints “{hint.span}”"
                for one in (group[0], other)
                for hint in credits_of(case, one)
                if case.upstream(hint.name) == key
            ]
            if spans:
                detail = f"Both carry {case.label(key)}: {'; '.join(spans)}."
                yield Join(JoinKind.CREDIT, group[0].id, other.id, detail)


def named_original(case: Case) -> Iterator[Join]:
    """One page names, as its canonical address, a page on the other's site."""
    for source in case.story.sources:
        locked = case.locked.get(source.id)
        named = {hint.name for hint in locked.hints if hint.kind == "canonical"} if locked else set()
        for other in case.story.sources:
            if other.id != source.id and site_of(other.url) in named:
                detail = f"{case.publisher(source).name} names a page on {site_of(other.url)} as the original."
                yield Join(JoinKind.CREDIT, other.id, source.id, detail)
