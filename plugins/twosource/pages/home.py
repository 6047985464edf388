"""The front page: the lead, the latest, what comes due, and what moves on the beat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from twosource.newsroom.library import has_expired
from twosource.newsroom.story import Story
from twosource.pages import addresses
from twosource.pages.cards import card, cards
from twosource.pages.chrome import Head, html_page
from twosource.pages.json_ld import publisher, website
from twosource.pages.lists import story_list
from twosource.pages.names import topic_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.story_after import watch_view
from twosource.pages.trend_charts import spark
from twosource.pages.views import HomeBody
from twosource.trends.ledger import Forecast, ForecastState
from twosource.verification.verdict import Band, Level, Verdict

LATEST, DUE = 9, 5
"""How many stories and forecasts the front page shows."""

NEWEST = 5
"""The lead is chosen among so many of the newest stories that are not unchecked."""

OVERDUE_FOR = timedelta(days=365)
"""A forecast that is overdue for longer comes due no more: it stands on the watch page."""


def home_pages(stand: Newsstand) -> Iterator[Page]:
    """The front page."""
    hub = stand.library.hub
    current = [story for story in stand.standing if not has_expired(story, stand.as_of)]
    lead = _lead(stand, current)
    latest = [story for story in current if story is not lead][:LATEST]
    shown = ([lead] if lead else []) + latest
    head = Head(
        title=hub.name,
        description=hub.description,
        json_ld=(website(stand), publisher(stand), story_list(stand, "Latest stories", shown)),
    )
    body: HomeBody = {
        "lead": card(stand, lead) if lead else None,
        "latest": cards(stand, latest),
        "due": [watch_view(stand, entry, elsewhere=True) for entry in _waiting(stand)],
        "moves": _moves(stand),
        "counts": counts(stand),
    }
    yield html_page(stand, addresses.HOME, "home.html", head, body)


def counts(stand: Newsstand) -> dict[str, int]:
    """The hub in numbers; retracted stories are in none of them but the corrections."""
    total = stand.trends.beat.total
    return {
        "stories": total.n,
        "verified": total.verified,
        "single_source": total.single_source,
        "disputed": total.disputed,
        "unchecked": total.unchecked,
        "corrections": len(stand.trends.corrections.entries),
    }


def _lead(stand: Newsstand, stories: list[Story]) -> Story | None:
    """Of the newest the one with the highest impact times confidence; of equal ones the newer.

    What we are little sure of leads only where the others are no better: it would be read as settled. For the same
    reason a story of which an essential fact could not be checked never leads, and is passed over.
    """
    newest = [story for story in stories if stand.verdict(story).level is not Level.UNCHECKED][:NEWEST]
    sure = [story for story in newest if stand.verdict(story).confidence.band is not Band.LOW]
    return max(sure or newest, key=lambda story: _weight(stand.verdict(story)), default=None)


def _weight(verdict: Verdict) -> float:
    return verdict.impact.score * verdict.confidence.value


def _waiting(stand: Newsstand) -> list[Forecast]:
    """What comes due next; an overdue forecast stands at the end, since its day is past."""
    waiting = [
        entry for entry in stand.trends.ledger if not entry.decided and stand.day - entry.item.due.last < OVERDUE_FOR
    ]
    return sorted(waiting, key=lambda entry: entry.state is ForecastState.OVERDUE)[:DUE]


def _moves(stand: Newsstand) -> list[dict[str, Any]]:
    return [
        {
            "topic": topic_link(stand, topic),
            "total": len(stories),
            "spark": spark(stand, stand.trends.topics[topic]),
            "latest": card(stand, stories[0]),
        }
        for topic, stories in ((held.id, stand.by_topic[held.id]) for held in stand.library.hub.topics)
        if stories
    ]
