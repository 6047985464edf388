"""The compact form of a brief: primitives only, to be kept by the thousand and read in microseconds.

Pickling a brief takes as long as judging the story, and its bytes differ between processes for one and the same brief;
this form takes a third, and is the same everywhere, so that a brief's mark is reckoned over it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.story import Affected, Change, Quote, WatchItem
from twosource.newsroom.story_words import ChangeKind, Effect, FactKind, OutlookValue, Stance, Status, WatchStatus
from twosource.trends.brief import Brief, BriefFact, CitedQuote
from twosource.verification.verdict import Band, FactStatus, JudgedQuote, Level, State

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Form = tuple[Any, ...]
"""Strings, numbers, booleans, None, and tuples of these."""

WATCH, CHANGES = 11, 13
"""Places of the forecasts and of the change log in the form of a brief."""


def pack(brief: Brief) -> Form:
    """The brief as nested tuples, field by field."""
    return (
        *(brief.slug, brief.title, brief.summary, brief.category, brief.status.value, brief.authors),
        *(_moment(brief.date), _moment(brief.written), _moment(brief.updated), _moment(brief.expires)),
        tuple((one.entity, one.effect.value, one.because, one.facts, one.horizon) for one in brief.affected),
        tuple(map(_watch, brief.watch)),
        tuple(tuple(map(_cited, held)) for held in brief.watch_quotes),
        tuple((_partial(one.date), one.kind.value, one.text, one.facts) for one in brief.changes),
        *(brief.related, brief.aliases, brief.entities, brief.terms, brief.publishers),
        tuple(map(_fact, brief.facts)),
        *(brief.sources, brief.level.value, brief.n, brief.badge, brief.detail, brief.publications, brief.confirmed),
        *(brief.impact, brief.confidence, brief.band.value),
        *(brief.outlook.value if brief.outlook else None, brief.outlook_for),
    )


def unpack(form: Form) -> Brief:
    """The brief that a form was made of."""
    head, moments, rest, judged = form[:6], form[6:10], form[10:20], form[20:]
    affected, watch, quotes, changes, *named, facts = rest
    sources, level, n, badge, detail, publications, confirmed, impact, confidence, band, outlook, outlook_for = judged
    fields: Form = (
        *(*head[:4], Status(head[4]), head[5], *(one and _to_moment(one) for one in moments)),
        tuple(Affected(one[0], Effect(one[1]), *one[2:]) for one in affected),
        tuple(map(_to_watch, watch)),
        tuple(tuple(map(_to_cited, held)) for held in quotes),
        tuple(Change(_to_partial(one[0]), ChangeKind(one[1]), *one[2:]) for one in changes),
        *named,
        tuple(map(_to_fact, facts)),
        *(sources, Level(level), n, badge, detail, publications, confirmed, impact, confidence, Band(band)),
        *(outlook and OutlookValue(outlook), outlook_for),
    )
    return Brief(*fields)


def _moment(held: Moment | None) -> Form | None:
    seconds = held and (held.instant - EPOCH).total_seconds()
    return (held.text, held.day.toordinal(), seconds, held.exact) if held else None


def _to_moment(form: Form) -> Moment:
    return Moment(form[0], date.fromordinal(form[1]), EPOCH + timedelta(seconds=form[2]), form[3])


def _partial(held: PartialDate | None) -> Form | None:
    return (held.text, held.first.toordinal(), held.last.toordinal()) if held else None


def _to_partial(form: Form) -> PartialDate:
    return PartialDate(form[0], date.fromordinal(form[1]), date.fromordinal(form[2]))


def _watch(item: WatchItem) -> Form:
    return (
        *(item.statement, item.says, _partial(item.due), item.decided_by, item.status.value, item.likelihood),
        *(_partial(item.decided_on), item.outcome),
        tuple((quote.source, quote.quote, quote.stance.value) for quote in item.evidence),
    )


def _to_watch(form: Form) -> WatchItem:
    statement, says, due, decided_by, status, likelihood, decided_on, outcome, evidence = form
    return WatchItem(
        *(statement, says, _to_partial(due), decided_by, WatchStatus(status), likelihood),
        *(decided_on and _to_partial(decided_on), outcome),
        tuple(Quote(source, words, Stance(stance)) for source, words, stance in evidence),
    )


def _cited(held: CitedQuote) -> Form:
    quote = held.judged
    return quote.source, quote.quote, quote.stance.value, quote.state.value, quote.link, held.publisher, held.url


def _to_cited(form: Form) -> CitedQuote:
    source, words, stance, state, link, publisher, url = form
    return CitedQuote(JudgedQuote(source, words, Stance(stance), State(state), link), publisher, url)


def _fact(fact: BriefFact) -> Form:
    return (
        *(fact.n, fact.text, fact.kind.value, fact.speaker, fact.essential, _partial(fact.as_of)),
        *(fact.count, fact.against, fact.status.value),
    )


def _to_fact(form: Form) -> BriefFact:
    n, text, kind, speaker, essential, as_of, count, against, status = form
    return BriefFact(
        *(n, text, FactKind(kind), speaker, essential, as_of and _to_partial(as_of)),
        *(count, against, FactStatus(status)),
    )
