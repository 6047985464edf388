"""The front page: the lead, the latest, what comes due, and what moves on the beat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from twosource.pages import addresses
from twosource.pages.cards import card
from twosource.pages.chrome import Head, html_page
from twosource.pages.fact_lines import fact_line, resting_on
from twosource.pages.json_ld import publisher, website
from twosource.pages.levels import levels
from twosource.pages.lists import story_list
from twosource.pages.names import topic_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.story_after import watch_elsewhere
from twosource.pages.trend_charts import spark
from twosource.pages.views import HomeBody
from twosource.trends.brief import Brief
from twosource.trends.ledger import Forecast, ForecastState
from twosource.verification.verdict import Band, Level

LATEST, DUE, RESTS = 8, 4, 5
"""How many stories, forecasts and key facts of the lead the front page shows."""

NEWEST = 5
"""The lead is chosen among so many of the newest stories that are not unchecked."""

OVERDUE_FOR = timedelta(days=365)
"""A forecast that is overdue for longer comes due no more: it stands on the watch page."""


def home_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The front page."""
    yield Sheet(addresses.HOME, "home.html", _home, indexed=True)


def _home(stand: Newsstand) -> Page:
    hub = stand.library.hub
    current = stand.current
    lead = _lead(stand, current)
    others = [slug for slug, _ in current[: LATEST + 1] if lead is None or slug != lead.slug]
    latest = [stand.brief(slug) for slug in others[:LATEST]]
    shown = ([lead] if lead else []) + latest
    head = Head(
        title=hub.name,
        description=hub.description,
        json_ld=(website(stand), publisher(stand), story_list(stand, "Latest stories", shown)),
    )
    body: HomeBody = {
        "lead": card(stand, lead) if lead else None,
        "latest": [card(stand, brief) for brief in latest],
        "due": [watch_elsewhere(stand, entry) for entry in _waiting(stand)],
        "moves": _moves(stand),
        "counts": counts(stand),
        "levels": levels(stand.trends.beat().total),
        "facts": [fact_line(stand, lead, fact) for fact in resting_on(lead)[:RESTS]] if lead else [],
    }
    return html_page(stand, addresses.HOME, "home.html", head, body)


def counts(stand: Newsstand) -> dict[str, int]:
    """The hub in numbers; retracted stories are in none of them but the corrections."""
    total = stand.trends.beat().total
    return {
        "stories": total.n,
        "verified": total.verified,
        "single_source": total.single_source,
        "disputed": total.disputed,
        "unchecked": total.unchecked,
        "corrections": stand.logged,
    }


def _lead(stand: Newsstand, current: Iterable[tuple[str, Level]]) -> Brief | None:
    """Of the newest the one with the highest impact times confidence; of equal ones the newer.

    What we are little sure of leads only where the others are no better: it would be read as settled. For the same
    reason a story of which an essential fact could not be checked never leads, and is passed over.
    """
    checked = (slug for slug, level in current if level is not Level.UNCHECKED)
    newest = [stand.brief(slug) for slug in islice(checked, NEWEST)]
    sure = [brief for brief in newest if brief.band is not Band.LOW]
    return max(sure or newest, key=lambda brief: brief.impact * brief.confidence, default=None)


def _waiting(stand: Newsstand) -> list[Forecast]:
    """What comes due next; an overdue forecast stands at the end, since its day is past."""
    waiting = [entry for entry in stand.ledger if not entry.decided and stand.day - entry.item.due.last < OVERDUE_FOR]
    return sorted(waiting, key=lambda entry: entry.state is ForecastState.OVERDUE)[:DUE]


def _moves(stand: Newsstand) -> list[dict[str, Any]]:
    """Topics with stories, those that moved last first."""
    topics = ((topic, stand.on_topic(topic)) for topic in stand.topics)
    held = [(topic, slugs, stand.brief(slugs[0])) for topic, slugs in topics if slugs]
    return [
        {
            "topic": topic_link(stand, topic),
            "total": len(slugs),
            "spark": spark(stand, stand.trends.topics[topic]),
            "latest": card(stand, brief),
        }
        for topic, slugs, brief in sorted(held, key=lambda row: row[2].date.instant, reverse=True)
    ]
