"""The sources of a story, grouped by what counts as one, with the reason for every merge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from twosource.newsroom.lock import Hint
from twosource.newsroom.reference import Publisher
from twosource.newsroom.story import Source
from twosource.newsroom.story_words import OriginKind
from twosource.pages import dates
from twosource.pages.agencies import agency_of
from twosource.pages.common_origin import in_short, why_one
from twosource.pages.folio import Folio
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.registry import publisher_address
from twosource.pages.story_facts import looked_up
from twosource.pages.views import ClusterView, Link, SourceView
from twosource.pages.wording import possessive, web_address
from twosource.trends.ledger import forecasts_of
from twosource.verification.verdict import Cluster, State

HINTS: Mapping[str, str] = {"canonical": "canonical address", "contribution": "line of contributors"}
"""Kinds of hint in words, where the kind is not the word."""


def clusters(stand: Newsstand, folio: Folio) -> list[ClusterView]:
    """Every source of the story in exactly one group."""
    by_id = {source.id: source for source in folio.story.sources}
    states = _states(stand, folio)
    return [
        {
            "n": n,
            "heading": _heading(stand, folio, cluster),
            "counts": cluster.counts,
            "because": cluster.because,
            "sources": [source_view(stand, folio, by_id[name], states[name]) for name in cluster.sources],
            "joins": why_one(stand, folio, cluster),
        }
        for n, cluster in enumerate(folio.verdict.clusters, 1)
    ]


def source_view(stand: Newsstand, folio: Folio, source: Source, states: list[State]) -> SourceView:
    """One source: who published it, when, what its own source was, and whether we hold a copy."""
    publisher = stand.library.publishers[source.publisher]
    saved = folio.saved(source)
    return {
        "id": source.id,
        "title": source.title,
        "href": web_address(source.url),
        "publisher": stand.once(f"publisher:{publisher.id}", partial(_publisher, stand, publisher)),
        "grade": publisher.grade.value,
        "kind": source.kind.value,
        "primary": source.kind in stand.library.rubric.gate.primary_kinds,
        "author": source.author,
        "published": dates.partial(source.published),
        "retrieved": dates.iso_day(saved.retrieved) if saved else None,
        "origin": origin_words(stand, folio, source),
        "independent": source.independent_because,
        "hints": list(dict.fromkeys(map(_hint, saved.hints))) if saved else [],
        "state": "Saved copy read" if saved else "No saved copy",
        "quotes_found": states.count(State.FOUND),
        "quotes": len(states),
    }


def origin_words(stand: Newsstand, folio: Folio, source: Source) -> str:
    """Where a source had its information from; empty for its own work."""
    origin = source.origin
    match origin.kind:
        case OriginKind.OWN:
            return ""
        case OriginKind.SOURCE:
            title = next((held.title for held in folio.story.sources if held.id == origin.name), origin.name)
            return f"Rests on “{title}”"
        case OriginKind.WIRE:
            if agency_of(stand, origin.name) == source.publisher:
                return f"{possessive(publisher_name(stand, source.publisher))} own report"
            return f"Carries {origin.name}"
        case OriginKind.RELEASE:
            return f"Rests on the release “{origin.name}”"
        case OriginKind.EVENT:
            return f"Reported from {origin.name}"


def _publisher(stand: Newsstand, publisher: Publisher) -> Link:
    return {"text": publisher.name, "href": stand.href(publisher_address(stand, publisher.id))}


def _heading(stand: Newsstand, folio: Folio, cluster: Cluster) -> str:
    n = len(cluster.sources)
    if not cluster.counts:
        return "Does not count." if n == 1 else f"These {n} do not count."
    if n == 1:
        return "Counts as one source."
    return f"These {n} count as one: {in_short(stand, folio, cluster)}."


def _states(stand: Newsstand, folio: Folio) -> Mapping[str, list[State]]:
    """What became of every quote, by source: those of key facts, and those that decided a forecast."""
    judged = [quote for fact in folio.verdict.facts for quote in fact.evidence]
    for entry in forecasts_of(folio.brief, stand.day):
        judged += (held.judged for held in looked_up(folio.brief, entry))
    found: dict[str, list[State]] = {source.id: [] for source in folio.story.sources}
    for quote in judged:
        found[quote.source].append(quote.state)
    return found


def _hint(hint: Hint) -> str:
    return f"{HINTS.get(hint.kind, hint.kind)} “{hint.span}”"
