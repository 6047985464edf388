"""What comes after a story, and came of it: forecasts, timeline, changes."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.newsroom.story import Change, Story
from twosource.newsroom.story_words import ChangeKind
from twosource.pages import dates
from twosource.pages.cards import badge
from twosource.pages.names import entity_link, in_running, numbered
from twosource.pages.newsstand import Newsstand
from twosource.pages.story_facts import looked_up, quote_view, story_href
from twosource.pages.views import ChangeView, TimelineView, WatchView
from twosource.pages.wording import percent
from twosource.trends.corrections import changes_until
from twosource.trends.ledger import Forecast, ForecastState, forecasts_of

STATES: Mapping[ForecastState, str] = {
    ForecastState.OPEN: "Open",
    ForecastState.DUE: "Due within 30 days",
    ForecastState.OVERDUE: "Overdue",
    ForecastState.CAME_TRUE: "Came true",
    ForecastState.DID_NOT: "Did not come true",
    ForecastState.UNCLEAR: "Could not be told",
}
"""Where a forecast stands, in words."""

NOTICED = (ChangeKind.CORRECTION, ChangeKind.RETRACTION)
"""Changes that stand at the head of a story."""


def watch(stand: Newsstand, story: Story) -> list[WatchView]:
    """The forecasts of one story."""
    return [watch_view(stand, entry) for entry in forecasts_of(story, stand.day)]


def watch_view(stand: Newsstand, entry: Forecast, *, elsewhere: bool = False) -> WatchView:
    """One forecast, on its story's page or elsewhere. What was decided later than the site's day is not told."""
    story, item = stand.by_slug[entry.slug], entry.item
    page = story_href(stand, story) if elsewhere else ""
    quotes = looked_up(stand, entry)
    return {
        "n": entry.n,
        "id": entry.id,
        "statement": item.statement,
        "says": entity_link(stand, item.says),
        "due": dates.partial(item.due),
        "decided_by": in_running(stand, item.decided_by),
        "status": entry.state.value,
        "status_text": STATES[entry.state],
        "hindsight": entry.decided and entry.hindsight,
        "likelihood": percent(item.likelihood) if item.likelihood is not None else "",
        "decided_on": dates.partial(item.decided_on) if entry.decided and item.decided_on else None,
        "outcome": item.outcome if entry.decided else "",
        "evidence": [quote_view(stand, story, quote, page) for quote in quotes],
        "story": {"text": story.title, "href": story_href(stand, story)},
        "badge": badge(story, stand.verdict(story)),
    }


def timeline(stand: Newsstand, story: Story) -> list[TimelineView]:
    """Dated events in order; what has not ended by the site's day is not past."""
    ordered = sorted(story.timeline, key=lambda item: (item.date.first, item.date.last))
    return [
        {
            "date": dates.partial(item.date),
            "title": item.title,
            "facts": numbered(item.facts),
            "past": item.date.last <= stand.day,
        }
        for item in ordered
    ]


def changes(stand: Newsstand, story: Story) -> list[ChangeView]:
    """The change log up to the site's day, newest first."""
    made = reversed(changes_until(story, stand.day))
    return [change_view(change) for _, change in sorted(made, key=lambda held: held[1].date.first, reverse=True)]


def notice(stand: Newsstand, story: Story) -> ChangeView | None:
    """The latest retraction, or else the latest correction."""
    made = [change for _, change in changes_until(story, stand.day) if change.kind in NOTICED]
    latest = max(made, key=lambda change: (change.kind is ChangeKind.RETRACTION, change.date.first), default=None)
    return change_view(latest) if latest else None


def change_view(change: Change) -> ChangeView:
    """One entry of a change log."""
    return {
        "date": dates.partial(change.date),
        "kind": change.kind.value,
        "text": change.text,
        "facts": numbered(change.facts),
    }
