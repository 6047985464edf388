"""A story as its writer committed it: frozen, typed, nothing judged yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.newsroom.body import Body
from twosource.newsroom.excuses import Excuse
from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story_words import (
    ChangeKind,
    Effect,
    FactKind,
    OriginKind,
    OutlookValue,
    SourceKind,
    Stance,
    Status,
    WatchStatus,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The declared upstream of a source."""

    kind: OriginKind
    """Own work, another source of the story, or a wire, release or event."""
    name: str = ""
    """Source id, or the upstream's name as written; empty for own work."""


@dataclass(frozen=True, slots=True)
class Source:
    """One publication that a story rests on or names."""

    id: str
    """Name within the story."""
    url: str
    """Address, as given."""
    title: str
    """Title at the source."""
    publisher: str
    """Id in the publisher registry."""
    kind: SourceKind
    """What it is."""
    published: PartialDate
    """When it was published."""
    author: str
    """Byline; empty when none is given."""
    origin: Origin
    """Where its information came from."""
    independent_because: str
    """Written reason that undoes default joins; empty for none."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of evidence: words at a source, with their stance."""

    source: str
    """Id of the source within the story."""
    quote: str
    """The words, verbatim; `[…]` marks an omission."""
    stance: Stance
    """Supports or contradicts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One key fact."""

    text: str
    """The statement in the writer's words."""
    kind: FactKind
    """Fact, claim or forecast."""
    speaker: str
    """Entity id of who says it; empty for a fact."""
    essential: bool
    """True when the story rests on it."""
    as_of: PartialDate | None
    """The day for which it holds."""
    evidence: tuple[Quote, ...]
    """What carries it, and what speaks against it."""


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One sentence to take away, and the key facts (from 1) that carry it."""

    text: str
    """The sentence."""
    facts: tuple[int, ...]
    """Numbers of key facts, from 1."""


@dataclass(frozen=True, slots=True)
class Affected:
    """What the development does to one entity."""

    entity: str
    """Entity id."""
    effect: Effect
    """Direction."""
    because: str
    """Reason in a sentence."""
    facts: tuple[int, ...]
    """Numbers of key facts, from 1."""
    horizon: str
    """By when, as written; empty when not said."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The writer's outlook for one party."""

    value: OutlookValue
    """Direction."""
    entity: str
    """Entity id; the key is `for`."""
    because: str
    """Reason in a sentence."""
    facts: tuple[int, ...]
    """Numbers of key facts, from 1."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """One dimension of impact as the writer scored it."""

    score: int
    """0 to 10 on the rubric's anchors."""
    because: str
    """Reason in a sentence."""
    facts: tuple[int, ...]
    """Numbers of key facts, from 1."""


@dataclass(frozen=True, slots=True)
class Consequences:
    """The three dimensions of impact."""

    regulatory: Consequence
    """Rules and law."""
    financial: Consequence
    """Money."""
    operational: Consequence
    """The work itself."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One dated event."""

    date: PartialDate
    """When."""
    title: str
    """What."""
    facts: tuple[int, ...]
    """Numbers of key facts, from 1."""


@dataclass(frozen=True, slots=True)
class WatchItem:
    """One dated forecast that can be decided."""

    statement: str
    """What is forecast."""
    says: str
    """Entity id, or `desk` for our own estimate."""
    due: PartialDate
    """By when."""
    decided_by: str
    """What will show it."""
    status: WatchStatus
    """Open, or how it came out."""
    likelihood: float | None
    """Probability from 0 to 1 when one was given."""
    decided_on: PartialDate | None
    """When it was decided."""
    outcome: str
    """What happened, in a sentence; empty while open."""
    evidence: tuple[Quote, ...]
    """What decided it."""


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A verbatim quote to set large: fact and evidence, both counted from 1."""

    fact: int
    """Number of the key fact."""
    evidence: int
    """Number of the quote within that fact."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a story's change log."""

    date: PartialDate
    """When."""
    kind: ChangeKind
    """What sort."""
    text: str
    """What readers are told."""
    facts: tuple[int, ...]
    """Numbers of key facts, from 1."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story, front matter and body."""

    path: str
    """File, relative to the hub's root."""
    slug: str
    """Last part of its address."""
    title: str
    """Headline."""
    date: Moment
    """The day of the development; the story is not published before it."""
    written: Moment | None
    """When a story on an earlier development was published; None when that was its date."""
    updated: Moment | None
    """When it last changed."""
    category: str
    """Topic id once resolved; as written when no such topic exists."""
    authors: tuple[str, ...]
    """Who wrote it."""
    editor: str
    """Who answers for it; empty when not said."""
    ai_use: str
    """One line on the use of AI; empty when not said."""
    status: Status
    """Draft, published or retracted."""
    expires: Moment | None
    """From when it is kept for the record only."""
    summary: str
    """One sentence."""
    takeaways: tuple[Takeaway, ...]
    """What to take away."""
    sources: tuple[Source, ...]
    """Every source, in the order written."""
    facts: tuple[Fact, ...]
    """Key facts; the first is number 1."""
    mentioned: tuple[str, ...]
    """Entity ids."""
    affected: tuple[Affected, ...]
    """Who is affected."""
    outlook: Outlook | None
    """The writer's outlook."""
    impact: Consequences
    """The writer's three scores."""
    timeline: tuple[TimelineItem, ...]
    """Dated events in the order written."""
    watch: tuple[WatchItem, ...]
    """Forecasts."""
    unknowns: tuple[str, ...]
    """What we do not know."""
    pull_quote: PullQuote | None
    """The quote set large."""
    related: tuple[str, ...]
    """Slugs of related stories that the writer chose."""
    changes: tuple[Change, ...]
    """Change log in the order written."""
    aliases: tuple[str, ...]
    """Former addresses."""
    ignore: tuple[Excuse, ...]
    """Rules whose warnings this file lets stand, each with the reason."""
    body: Body
    """The analysis."""
    sound: bool
    """False when a field could not be read and holds a blank instead."""
    where: SourceMap
    """Places of every key and value."""

    @property
    def issued(self) -> Moment:
        """When readers could first see it: an archive story is issued later than its date."""
        return self.written or self.date

    @property
    def name(self) -> str:
        """File name without its ending: what the lock beside it is called."""
        return self.path.removesuffix(".md")


def quotes_of(story: Story) -> Iterator[tuple[tuple[str | int, ...], Quote]]:
    """Every quote of a story with the steps to its entry: facts first, then forecasts."""
    for n, fact in enumerate(story.facts):
        yield from ((("facts", n, "evidence", m), quote) for m, quote in enumerate(fact.evidence))
    for n, item in enumerate(story.watch):
        yield from ((("watch", n, "evidence", m), quote) for m, quote in enumerate(item.evidence))
