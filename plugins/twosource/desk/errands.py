"""What a desk has to come back to: forecasts, facts, sources, single-source stories, terms. Plain values, no clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from twosource.newsroom.library import has_expired, is_public
from twosource.newsroom.problems import Place
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import Status
from twosource.trends.ledger import ForecastState, forecasts_of
from twosource.verification.review import Review
from twosource.verification.verdict import Level


class Kind(StrEnum):
    """What sort of errand it is, in the order in which they are told."""

    FORECAST = "forecast"
    FACT = "fact"
    SOURCE = "source"
    SINGLE_SOURCE = "single-source"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Spans:
    """How far to look ahead and back, in days."""

    within: int = 30
    """A forecast that is due in as many days is told."""
    single: int = 30
    """A single-source story is told when it is older."""
    unseen: int = 365
    """A source is told when its saved copy is older."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to come back to."""

    kind: Kind
    """What sort."""
    place: Place
    """Where it stands, for an editor to jump to."""
    day: date
    """The day from which it is due; a forecast's last day."""
    what: str
    """What it is about, in a sentence."""
    todo: str
    """What to do, in a sentence."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the rules of this page look at."""

    found: Review
    """The hub, judged."""
    today: date
    """The day of the list."""
    spans: Spans
    """How far to look."""
    stories: tuple[Story, ...]
    """Stories that readers see and that are kept up to date: no drafts, none retracted, none kept for the record."""


def errands_of(found: Review, as_of: datetime, spans: Spans) -> tuple[Errand, ...]:
    """Everything that is due at a moment (UTC), by kind, then by day."""
    desk = Desk(found, as_of.date(), spans, _followed_up(found, as_of))
    errands = (errand for rule in RULES for errand in rule(desk))
    order = tuple(Kind)
    return tuple(sorted(errands, key=lambda one: (order.index(one.kind), one.day, one.place)))


def _followed_up(found: Review, as_of: datetime) -> tuple[Story, ...]:
    return tuple(
        story
        for story in found.library.stories
        if story.slug in found.verdicts
        and story.status is Status.PUBLISHED
        and is_public(story, as_of)
        and not has_expired(story, as_of)
    )


def _forecasts(desk: Desk) -> Iterator[Errand]:
    """Open forecasts whose last day has passed or is near."""
    last = desk.today + timedelta(days=desk.spans.within)
    for story in desk.stories:
        for entry in forecasts_of(story, desk.today):
            if entry.decided or entry.item.due.last > last:
                continue
            late = entry.state is ForecastState.OVERDUE
            yield Errand(
                Kind.FORECAST,
                story.where.place("watch", entry.n - 1),
                entry.item.due.last,
                f"{'Overdue' if late else 'Due'}: “{entry.item.statement}” ({entry.item.says}).",
                f"Decided by: {entry.item.decided_by.rstrip('.')}. Then set status, decided_on, outcome and evidence.",
            )


def _facts(desk: Desk) -> Iterator[Errand]:
    """Stories with facts that hold for a day longer ago than the rubric lets evidence stay fresh: one errand each."""
    shelf = timedelta(days=desk.found.library.rubric.confidence.stale_after_days)
    for story in desk.stories:
        dated = ((fact.as_of, n) for n, fact in enumerate(story.facts) if fact.as_of)
        stale = sorted((day.last, n, day.text) for day, n in dated if day.last + shelf < desk.today)
        if stale:
            last, n, written = stale[0]
            numbers = ", ".join(str(number + 1) for _, number, _ in sorted(stale, key=lambda one: one[1]))
            yield Errand(
                Kind.FACT,
                story.where.place("facts", n),
                last + shelf,
                f"“{story.title}”: {'fact' if len(stale) == 1 else 'facts'} {numbers}, the oldest as of {written}.",
                "Look whether they still hold: bring them up to date, or let the story expire.",
            )


def _sources(desk: Desk) -> Iterator[Errand]:
    """Sources whose saved copy is old: the page may have changed since."""
    age = timedelta(days=desk.spans.unseen)
    for story in desk.stories:
        lock = desk.found.library.lock_of(story)
        for n, source in enumerate(story.sources):
            entry = lock.sources.get(source.id) if lock else None
            seen = date.fromisoformat(entry.retrieved) if entry else None
            if seen is None or seen + age >= desk.today:
                continue
            yield Errand(
                Kind.SOURCE,
                story.where.place("sources", n),
                seen + age,
                f"{source.id} was last looked at on {seen.isoformat()}.",
                f"Run desk lock --verify {story.slug}.",
            )


def _single(desk: Desk) -> Iterator[Errand]:
    """Stories that have stood on one source for long."""
    age = timedelta(days=desk.spans.single)
    for story in desk.stories:
        if desk.found.verdicts[story.slug].level is not Level.SINGLE_SOURCE or story.issued.day + age >= desk.today:
            continue
        yield Errand(
            Kind.SINGLE_SOURCE,
            story.where.place("title"),
            story.issued.day + age,
            f"“{story.title}” still stands on a single source.",
            f"Look for another independent one; desk explain {story.slug} says what would count.",
        )


def _terms(desk: Desk) -> Iterator[Errand]:
    """Terms that a text links and that nobody has defined: in drafts a warning, so that it can be forgotten."""
    for problem in desk.found.problems:
        if problem.rule == "unknown-term":
            yield Errand(Kind.TERM, problem.place, desk.today, problem.message, problem.hint)


RULES: Sequence[Callable[[Desk], Iterator[Errand]]] = (_forecasts, _facts, _sources, _single, _terms)
"""What is looked for, one rule for each kind."""
