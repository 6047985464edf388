"""A story's front matter: sixty to a hundred lines of YAML with everything that the format has."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from random import Random

from bench.corpus_parts import Fact, Parts, Saved
from bench.invention import Named, phrase, sentence


def front_matter(chance: Random, title: str, parts: Parts) -> str:
    """YAML without its fences. The sections draw on `chance` one after the other, so that their order decides."""
    day = parts.day
    lines = [
        *_head(chance, title, day, parts.topic),
        *_sources(chance, parts.sources),
        *_facts(day, parts.facts),
        f"mentioned: [{', '.join(one.id for one in parts.people)}]",
        *_affected(chance, parts.people),
        *_impact(chance),
        *_timeline(chance, day),
        *_watch(chance, day),
        *("unknowns:", f"  - {sentence(chance, 10, 16)}"),
        *_changes(chance, day),
    ]
    return "\n".join(lines) + "\n"


def _head(chance: Random, title: str, day: dt.date, topic: str) -> Iterator[str]:
    yield f"title: {title}"
    yield f"date: {day}"
    yield f"updated: {day + dt.timedelta(days=chance.randint(0, 4))}"
    yield f"category: {topic}"
    yield "authors: [Bench desk]"
    yield "status: published"
    yield f"summary: {sentence(chance, 18, 28)}"
    yield "takeaways:"
    for place in range(1, 4):
        yield f"  - text: {sentence(chance, 10, 16)}"
        yield f"    facts: [{place}]"


def _sources(chance: Random, sources: Sequence[Saved]) -> Iterator[str]:
    yield "sources:"
    for source in sources:
        yield f"  - id: {source.id}"
        yield f"    url: {source.url}"
        yield f"    title: {phrase(chance, 5, 9)}"
        yield f"    publisher: {source.publisher}"
        yield f"    kind: {source.kind}"
        yield f"    published: {source.published}"
        yield f"    origin: {source.origin}"


def _facts(day: dt.date, facts: Sequence[Fact]) -> Iterator[str]:
    yield "facts:"
    for place, fact in enumerate(facts):
        yield f"  - text: {json.dumps(fact.quote + '.')}"
        yield f"    kind: {'claim' if fact.speaker else 'fact'}"
        if fact.speaker:
            yield f"    speaker: {fact.speaker}"
        if not place:
            yield "    essential: true"
        yield f"    as_of: {day}"
        yield "    evidence:"
        for one in fact.carriers:
            yield f"      - {{source: {one.id}, quote: {json.dumps(fact.quote)}}}"


def _affected(chance: Random, people: Sequence[Named]) -> Iterator[str]:
    yield "affected:"
    for one, effect in zip(people, chance.sample(("positive", "negative", "unclear"), 3), strict=False):
        yield f"  - {{entity: {one.id}, effect: {effect}, because: {sentence(chance, 8, 14)}, facts: [1]}}"


def _impact(chance: Random) -> Iterator[str]:
    yield "impact:"
    for kind in ("regulatory", "financial", "operational"):
        score, why, fact = chance.randint(0, 9), sentence(chance, 6, 10), chance.randint(1, 3)
        yield f"  {kind}: {{score: {score}, because: {why}, facts: [{fact}]}}"


def _timeline(chance: Random, day: dt.date) -> Iterator[str]:
    yield "timeline:"
    for days in sorted(chance.sample(range(1, 90), chance.randint(2, 4)), reverse=True):
        yield f"  - {{date: {day - dt.timedelta(days=days)}, title: {sentence(chance, 6, 10)}, facts: [1]}}"


def _watch(chance: Random, day: dt.date) -> Iterator[str]:
    """In two stories of five a forecast, due within two years."""
    if chance.random() > 0.4:
        return
    due = day + dt.timedelta(days=chance.randint(60, 700))
    yield "watch:"
    yield f"  - statement: {sentence(chance, 9, 14)}"
    yield "    says: desk"
    yield f"    due: {due}"
    yield f"    decided_by: {sentence(chance, 4, 7)}"
    yield "    status: open"


def _changes(chance: Random, day: dt.date) -> Iterator[str]:
    """In one story of twenty a correction."""
    if chance.random() < 0.05:
        yield "changes:"
        yield f"  - {{date: {day}, kind: correction, text: {sentence(chance, 10, 16)}, facts: [1]}}"
