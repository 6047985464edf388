"""The sources of a story, grouped by what counts as one, with the reason for every merge."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.newsroom.lock import LockedSource
from twosource.newsroom.story import Origin, OriginKind, Source, Story
from twosource.pages import addresses, dates
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import ClusterView, JoinView, SourceView
from twosource.pages.wording import listed, web_address
from twosource.verification.verdict import Cluster, Join, JoinKind, State, Verdict

REASONS: Mapping[JoinKind, str] = {
    JoinKind.DOCUMENT: "they are the same document",
    JoinKind.ORIGIN: "one rests on another",
    JoinKind.SITE: "they stand on the same site",
    JoinKind.OWNER: "they have the same owner",
    JoinKind.WIRE: "they carry the same wire report",
    JoinKind.RELEASE: "they rest on the same release",
    JoinKind.EVENT: "they report the same event",
    JoinKind.CREDIT: "the text credits a common source",
    JoinKind.TEXT: "they share copied text",
    JoinKind.COPY: "they are one text",
    JoinKind.BYLINE: "one person wrote both",
}
"""Why sources count as one, short; each join has its own sentence."""


def clusters(stand: Newsstand, story: Story) -> list[ClusterView]:
    """Every source of the story in exactly one group."""
    by_id = {source.id: source for source in story.sources}
    verdict = stand.verdict(story)
    return [
        {
            "n": n,
            "heading": _heading(cluster, by_id),
            "counts": cluster.counts,
            "because": cluster.because,
            "sources": [source_view(stand, story, verdict, by_id[name]) for name in cluster.sources],
            "joins": [_join(join) for join in cluster.joins],
        }
        for n, cluster in enumerate(verdict.clusters, 1)
    ]


def set_aside(verdict: Verdict) -> list[dict[str, str]]:
    """Joins that were found and not applied, each with the reason."""
    return [{"detail": held.join.detail, "because": held.because} for held in verdict.set_aside]


def source_view(stand: Newsstand, story: Story, verdict: Verdict, source: Source) -> SourceView:
    """One source: who published it, when, what its own source was, and whether we hold a copy."""
    publisher = stand.library.publishers.get(source.publisher)
    saved = locked(stand, story, source)
    states = [quote.state for fact in verdict.facts for quote in fact.evidence if quote.source == source.id]
    return {
        "id": source.id,
        "title": source.title,
        "href": web_address(source.url),
        "publisher": {
            "text": publisher_name(stand, source.publisher),
            "href": stand.href(addresses.publisher(source.publisher)),
        },
        "grade": publisher.grade.value if publisher else "F",
        "grade_reason": publisher.reason if publisher else "",
        "kind": source.kind.value,
        "primary": source.kind in stand.library.rubric.gate.primary_kinds,
        "author": source.author,
        "published": dates.partial(source.published),
        "retrieved": dates.iso_day(saved.retrieved) if saved else None,
        "origin": origin_words(source.origin, {held.id: held for held in story.sources}),
        "hints": [f"{hint.kind}: {hint.name} (“{hint.span}”)" for hint in saved.hints] if saved else [],
        "state": "Saved copy read" if saved else "No saved copy",
        "quotes_found": states.count(State.FOUND),
        "quotes": len(states),
    }


def locked(stand: Newsstand, story: Story, source: Source) -> LockedSource | None:
    """The saved copy of a source."""
    lock = stand.library.lock_of(story)
    return lock.sources.get(source.id) if lock else None


def origin_words(origin: Origin, sources: Mapping[str, Source]) -> str:
    """Where a source had its information from; empty for its own work."""
    name = sources[origin.name].title if origin.name in sources else origin.name
    words = {
        OriginKind.OWN: "",
        OriginKind.SOURCE: f"Rests on “{name}”",
        OriginKind.WIRE: f"Carries {origin.name}",
        OriginKind.RELEASE: f"Rests on the release “{origin.name}”",
        OriginKind.EVENT: f"Reported from {origin.name}",
    }
    return words[origin.kind]


def _heading(cluster: Cluster, sources: Mapping[str, Source]) -> str:
    n = len(cluster.sources)
    if not cluster.counts:
        return "Does not count." if n == 1 else f"These {n} do not count."
    if n == 1:
        return "Counts as one source."
    return f"These {n} count as one: {_reason(cluster, sources)}."


def _reason(cluster: Cluster, sources: Mapping[str, Source]) -> str:
    wires = {sources[name].origin.name for name in cluster.sources if sources[name].origin.kind is OriginKind.WIRE}
    carried = [name for name in cluster.sources if sources[name].origin.kind is OriginKind.WIRE]
    if len(wires) == 1 and len(carried) == len(cluster.sources):
        return f"all carry {wires.pop()}"
    kinds = dict.fromkeys(join.kind for join in cluster.joins)
    return listed([REASONS[kind] for kind in kinds]) or "they have a common origin"


def _join(join: Join) -> JoinView:
    return {"kind": join.kind.value, "a": join.a, "b": join.b, "detail": join.detail}
