"""The way upstream from source to source, where one declares another as its origin: each has one origin at most."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import OriginKind


def declared_upstream(sources: Iterable[Source]) -> Mapping[str, str]:
    """For each source that declares another one as its origin, the id of that one."""
    return {source.id: source.origin.name for source in sources if source.origin.kind is OriginKind.SOURCE}


def in_circles(upstream: Mapping[str, str]) -> frozenset[str]:
    """Sources whose way upstream leads back to themselves; each step is gone once."""
    circling: set[str] = set()
    gone: set[str] = set()
    for start in upstream:
        way: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in gone:
            gone.add(at)
            way[at] = len(way)
            at = upstream.get(at)
        if at in way:
            circling.update(list(way)[way[at] :])
    return frozenset(circling)


def upstream_of(upstream: Mapping[str, str], wanted: Container[str]) -> Mapping[str, str]:
    """For each source with an origin the nearest wanted one upstream, or an empty text; each step is gone once."""
    nearest: dict[str, str] = {}
    for start in upstream:
        way: dict[str, None] = {}
        at, found = start, ""
        while not found and at in upstream and at not in nearest and at not in way:
            way[at] = None
            at = upstream[at]
            found = at if at in wanted else ""
        nearest.update(dict.fromkeys(way, found or nearest.get(at, "")))
    return nearest
