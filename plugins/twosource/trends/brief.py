"""The brief of a story: all that any page but its own may see of it. Small, so that thousands can be kept at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.story import Affected, Change, Source, Story, WatchItem
from twosource.newsroom.story_words import FactKind, OutlookValue, Status
from twosource.trends.named import entities_of
from twosource.verification.verdict import Band, FactStatus, JudgedFact, JudgedQuote, Level, Verdict


@dataclass(frozen=True, slots=True)
class BriefFact:
    """One key fact without its quotes."""

    n: int
    """Number, from 1."""
    text: str
    """The statement."""
    kind: FactKind
    """Fact, claim or forecast."""
    speaker: str
    """Entity id; empty for a fact."""
    essential: bool
    """True when the story rests on it."""
    as_of: PartialDate | None
    """The day for which it holds."""
    count: int
    """Independent clusters with found, supporting evidence."""
    against: int
    """Independent clusters with found, contradicting evidence."""
    status: FactStatus
    """Badge of the fact."""


@dataclass(frozen=True, slots=True)
class CitedQuote:
    """A quote with as much of its source as must be said wherever it is shown."""

    judged: JudgedQuote
    """The words, and what became of them."""
    publisher: str
    """Id of the source's publisher."""
    url: str
    """Address of the source, as given."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One story in short."""

    slug: str
    """Last part of its address."""
    title: str
    """Headline."""
    summary: str
    """One sentence."""
    category: str
    """Topic id."""
    status: Status
    """Published or retracted."""
    authors: tuple[str, ...]
    """Who wrote it."""
    date: Moment
    """The day of the development."""
    written: Moment | None
    """When a story on an earlier development was published; None when that was its date."""
    updated: Moment | None
    """When it last changed."""
    expires: Moment | None
    """From when it is kept for the record only."""
    affected: tuple[Affected, ...]
    """Who is affected."""
    watch: tuple[WatchItem, ...]
    """Forecasts."""
    watch_quotes: tuple[tuple[CitedQuote, ...], ...]
    """Quotes that decide forecasts, for each forecast in the story's order."""
    changes: tuple[Change, ...]
    """Change log in the order written."""
    related: tuple[str, ...]
    """Slugs of related stories that the writer chose."""
    aliases: tuple[str, ...]
    """Former addresses."""
    entities: tuple[str, ...]
    """Every entity id that the story names, each once, in the order met."""
    terms: tuple[str, ...]
    """Glossary ids that the analysis uses, in order of first mention."""
    publishers: tuple[str, ...]
    """Ids of the publishers of its sources, each once."""
    facts: tuple[BriefFact, ...]
    """Every key fact."""
    sources: int
    """Sources named."""
    level: Level
    """Badge."""
    n: int
    """Lowest count among its essential facts."""
    badge: str
    """Badge in words."""
    detail: str
    """What stands beside it on every surface."""
    publications: int
    """Distinct publications with found, supporting evidence."""
    confirmed: int
    """Key facts with two or more independent sources."""
    impact: int
    """1 to 10."""
    confidence: float
    """0 to 1, rounded to two places."""
    band: Band
    """Confidence in words."""
    outlook: OutlookValue | None
    """The writer's outlook, if there is one."""
    outlook_for: str
    """Entity id of its party; empty without an outlook."""

    @property
    def issued(self) -> Moment:
        """When readers could first see it: an archive story is issued later than its date."""
        return self.written or self.date

    def has_expired(self, as_of: datetime) -> bool:
        """True when the story is kept for the record only."""
        return self.expires is not None and self.expires.instant <= as_of


def brief_of(story: Story, verdict: Verdict, terms: tuple[str, ...]) -> Brief:
    """Reduce one story to its brief; `terms` are the glossary ids that its analysis uses."""
    sources = {source.id: source for source in story.sources}
    return Brief(
        slug=story.slug,
        title=story.title,
        summary=story.summary,
        category=story.category,
        status=story.status,
        authors=story.authors,
        date=story.date,
        written=story.written,
        updated=story.updated,
        expires=story.expires,
        affected=story.affected,
        watch=story.watch,
        watch_quotes=tuple(tuple(_cited(quote, sources[quote.source]) for quote in held) for held in verdict.watch),
        changes=story.changes,
        related=story.related,
        aliases=story.aliases,
        entities=entities_of(story),
        terms=terms,
        publishers=tuple(dict.fromkeys(source.publisher for source in story.sources)),
        facts=tuple(_fact(fact, story.facts[fact.n - 1].as_of) for fact in verdict.facts),
        sources=len(story.sources),
        level=verdict.level,
        n=verdict.n,
        badge=verdict.badge,
        detail=verdict.detail,
        publications=verdict.publications,
        confirmed=verdict.confirmed,
        impact=verdict.impact.score,
        confidence=verdict.confidence.value,
        band=verdict.confidence.band,
        outlook=verdict.outlook.value if verdict.outlook else None,
        outlook_for=verdict.outlook.entity if verdict.outlook else "",
    )


def _fact(fact: JudgedFact, as_of: PartialDate | None) -> BriefFact:
    return BriefFact(
        fact.n, fact.text, fact.kind, fact.speaker, fact.essential, as_of, fact.count, fact.against, fact.status
    )


def _cited(quote: JudgedQuote, source: Source) -> CitedQuote:
    return CitedQuote(quote, source.publisher, source.url)
