"""The sources of a story, grouped by what counts as one, with the reason for every merge."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.newsroom.lock import Hint, LockedSource
from twosource.newsroom.story import Source, Story
from twosource.newsroom.story_words import OriginKind
from twosource.pages import addresses, dates
from twosource.pages.agencies import agency_of
from twosource.pages.common_origin import in_short, why_one
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.story_facts import looked_up
from twosource.pages.views import ClusterView, SourceView
from twosource.pages.wording import possessive, web_address
from twosource.trends.ledger import forecasts_of
from twosource.verification.verdict import Cluster, State, Verdict

HINTS: Mapping[str, str] = {"canonical": "canonical address", "contribution": "line of contributors"}
"""Kinds of hint in words, where the kind is not the word."""


def clusters(stand: Newsstand, story: Story) -> list[ClusterView]:
    """Every source of the story in exactly one group."""
    by_id = {source.id: source for source in story.sources}
    verdict = stand.verdict(story)
    return [
        {
            "n": n,
            "heading": _heading(stand, story, cluster),
            "counts": cluster.counts,
            "because": cluster.because,
            "sources": [source_view(stand, story, verdict, by_id[name]) for name in cluster.sources],
            "joins": why_one(stand, story, cluster),
        }
        for n, cluster in enumerate(verdict.clusters, 1)
    ]


def source_view(stand: Newsstand, story: Story, verdict: Verdict, source: Source) -> SourceView:
    """One source: who published it, when, what its own source was, and whether we hold a copy."""
    publisher = stand.library.publishers[source.publisher]
    saved = locked(stand, story, source)
    states = _quotes(stand, story, verdict, source)
    return {
        "id": source.id,
        "title": source.title,
        "href": web_address(source.url),
        "publisher": {"text": publisher.name, "href": stand.href(addresses.publisher(publisher.id))},
        "grade": publisher.grade.value,
        "kind": source.kind.value,
        "primary": source.kind in stand.library.rubric.gate.primary_kinds,
        "author": source.author,
        "published": dates.partial(source.published),
        "retrieved": dates.iso_day(saved.retrieved) if saved else None,
        "origin": origin_words(stand, story, source),
        "independent": source.independent_because,
        "hints": [_hint(hint) for hint in saved.hints] if saved else [],
        "state": "Saved copy read" if saved else "No saved copy",
        "quotes_found": states.count(State.FOUND),
        "quotes": len(states),
    }


def locked(stand: Newsstand, story: Story, source: Source) -> LockedSource | None:
    """The saved copy of a source."""
    lock = stand.library.lock_of(story)
    return lock.sources.get(source.id) if lock else None


def origin_words(stand: Newsstand, story: Story, source: Source) -> str:
    """Where a source had its information from; empty for its own work."""
    origin = source.origin
    titles = {held.id: held.title for held in story.sources}
    wire = f"Carries {origin.name}"
    if origin.kind is OriginKind.WIRE and agency_of(stand, origin.name) == source.publisher:
        wire = f"{possessive(publisher_name(stand, source.publisher))} own report"
    words = {
        OriginKind.OWN: "",
        OriginKind.SOURCE: f"Rests on “{titles.get(origin.name, origin.name)}”",
        OriginKind.WIRE: wire,
        OriginKind.RELEASE: f"Rests on the release “{origin.name}”",
        OriginKind.EVENT: f"Reported from {origin.name}",
    }
    return words[origin.kind]


def _heading(stand: Newsstand, story: Story, cluster: Cluster) -> str:
    n = len(cluster.sources)
    if not cluster.counts:
        return "Does not count." if n == 1 else f"These {n} do not count."
    if n == 1:
        return "Counts as one source."
    return f"These {n} count as one: {in_short(stand, story, cluster)}."


def _quotes(stand: Newsstand, story: Story, verdict: Verdict, source: Source) -> list[State]:
    """What became of every quote from a source: those of key facts, and those that decided a forecast."""
    judged = [quote for fact in verdict.facts for quote in fact.evidence]
    for entry in forecasts_of(story, stand.day):
        judged += looked_up(stand, entry)
    return [quote.state for quote in judged if quote.source == source.id]


def _hint(hint: Hint) -> str:
    return f"{HINTS.get(hint.kind, hint.kind)} “{hint.span}”"
