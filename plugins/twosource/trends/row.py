"""The row of a story: what has to be known of every story at once, before any is opened.

A row holds primitives only, so that ten thousand are read from a cache in a few milliseconds. What it cannot say it
has a mark for: eight bytes that differ when the thing differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, NamedTuple

from twosource.newsroom.by_value import bytes_of
from twosource.newsroom.moments import Moment
from twosource.newsroom.story_words import Effect, FactKind, Status
from twosource.trends.brief import Brief
from twosource.trends.brief_form import CHANGES, EPOCH, WATCH, pack
from twosource.trends.corrections import LOGGED
from twosource.trends.named import DESK

MARK = 8
"""Bytes of a mark: of a million marks two are alike by chance once in 37 million times."""


class Row(NamedTuple):
    """One public story in the order, on the shelves and in the counts of the site."""

    slug: str
    """The story."""
    path: str
    """File, relative to the hub's root."""
    instant: float
    """Moment of the development, seconds since 1970, UTC: what stories are ordered by."""
    issued: float
    """Moment from which readers could see it."""
    expires: float | None
    """Moment from which it is kept for the record only."""
    day: int
    """Day of the development in the writer's own zone, as `date.toordinal` counts."""
    retracted: bool
    """True for a story that stands no more."""
    changed: str
    """When it last changed, as written."""
    topic: str
    """Topic id."""
    entities: tuple[str, ...]
    """Every entity id that the story names."""
    terms: tuple[str, ...]
    """Glossary ids that the analysis uses."""
    affected: tuple[str, ...]
    """Entity ids of the parties affected."""
    effects: tuple[str, ...]
    """What the development does to each of these, in the same order."""
    speakers: tuple[str, ...]
    """Entity ids of those who say one of its claims or forecasts."""
    publishers: tuple[str, ...]
    """Ids of the publishers of its sources."""
    related: tuple[str, ...]
    """Slugs that the writer chose."""
    aliases: tuple[str, ...]
    """Former addresses."""
    level: str
    """Badge."""
    impact: int
    """1 to 10."""
    outlook: str
    """The writer's outlook; empty for none."""
    confidence: float
    """0 to 1, rounded to two places."""
    sources: int
    """Sources named."""
    facts: int
    """Key facts."""
    forecasts: int
    """Forecasts made."""
    logged: tuple[int, ...]
    """Days of its corrections, clarifications and retractions, as `date.toordinal` counts."""
    mark: bytes
    """Mark of the brief."""
    folio: bytes
    """Mark of everything else: the story's files, its verdict and its text."""
    watch: bytes
    """Mark of its forecasts; empty without any."""
    changes: bytes
    """Mark of its change log; empty without one."""
    counted: bytes
    """Mark of what trends count of it."""
    kin: bytes
    """Mark of what it is found to be related by."""


def row_of(brief: Brief, path: str, receipt: str) -> Row:
    """Reduce a brief to its row; `path` is the story's file, `receipt` that of its verdict (hexadecimal)."""
    form = pack(brief)
    counted = (
        *(brief.slug, brief.date.day.toordinal(), brief.category, brief.entities, brief.terms),
        *(brief.level.value, brief.impact, brief.outlook.value if brief.outlook else "", brief.confidence),
        tuple((party.entity, party.effect.value) for party in brief.affected),
    )
    effects = _effects(brief)
    return Row(
        slug=brief.slug,
        path=path,
        instant=_seconds(brief.date),
        issued=_seconds(brief.issued),
        expires=_seconds(brief.expires) if brief.expires else None,
        day=brief.date.day.toordinal(),
        retracted=brief.status is Status.RETRACTED,
        changed=(brief.updated or brief.issued).text,
        topic=brief.category,
        entities=brief.entities,
        terms=brief.terms,
        affected=tuple(effects),
        effects=tuple(effects.values()),
        speakers=_speakers(brief),
        publishers=brief.publishers,
        related=brief.related,
        aliases=brief.aliases,
        level=brief.level.value,
        impact=brief.impact,
        outlook=brief.outlook.value if brief.outlook else "",
        confidence=brief.confidence,
        sources=brief.sources,
        facts=len(brief.facts),
        forecasts=len(brief.watch),
        logged=tuple(change.date.first.toordinal() for change in brief.changes if change.kind in LOGGED),
        mark=mark_of(form),
        folio=bytes.fromhex(receipt)[:MARK],
        watch=mark_of((brief.slug, brief.issued.day.toordinal(), form[WATCH])) if brief.watch else b"",
        changes=mark_of((brief.slug, form[CHANGES])) if brief.changes else b"",
        counted=mark_of(counted),
        kin=mark_of((brief.category, brief.entities, brief.terms, brief.related)),
    )


def sharing(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The same plain rows, each text in them held once: what comes from another process holds one for each mention."""
    texts: dict[str, str] = {}

    def shared(value: Any) -> Any:
        if type(value) is str:
            return texts.setdefault(value, value)
        return tuple(map(shared, value)) if type(value) is tuple else value

    return [shared(row) for row in rows]


def mark_of(value: Any) -> bytes:
    """The mark of a plain value: texts, numbers, bytes, None, and tuples of these."""
    return blake2b(bytes_of(value), digest_size=MARK).digest()


def _seconds(moment: Moment) -> float:
    return (moment.instant - EPOCH).total_seconds()


def _effects(brief: Brief) -> dict[str, str]:
    """What the development does to each party; two different effects on one party are mixed."""
    found: dict[str, str] = {}
    for party in brief.affected:
        effect = party.effect.value
        found[party.entity] = effect if found.get(party.entity, effect) == effect else Effect.MIXED.value
    return found


def _speakers(brief: Brief) -> tuple[str, ...]:
    said: Iterable[str] = (
        *(fact.speaker for fact in brief.facts if fact.kind is not FactKind.FACT),
        *(item.says for item in brief.watch),
    )
    return tuple(dict.fromkeys(name for name in said if name and name != DESK))
