"""What comes after a story, and came of it: forecasts, timeline, changes."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.newsroom.story import Change
from twosource.newsroom.story_words import ChangeKind
from twosource.pages import addresses, dates
from twosource.pages.cards import badge
from twosource.pages.folio import Folio
from twosource.pages.names import entity_link, in_running, numbered
from twosource.pages.newsstand import Newsstand
from twosource.pages.story_facts import looked_up, quote_view, story_href
from twosource.pages.views import ChangeView, Link, TimelineView, WatchView
from twosource.pages.wording import percent
from twosource.trends.brief import Brief
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


def watch(stand: Newsstand, folio: Folio) -> list[WatchView]:
    """The forecasts of one story."""
    return [_watch_view(stand, folio.brief, entry, "") for entry in forecasts_of(folio.brief, stand.day)]


def watch_elsewhere(stand: Newsstand, entry: Forecast) -> WatchView:
    """One forecast on another page than that of its story."""
    return _watch_view(stand, stand.brief(entry.slug), entry, story_href(stand, entry.slug))


def _watch_view(stand: Newsstand, brief: Brief, entry: Forecast, page: str) -> WatchView:
    """What was decided later than the site's day is not told."""
    item = entry.item
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
        "evidence": [quote_view(stand, quote, page) for quote in looked_up(brief, entry)],
        "story": {"text": brief.title, "href": story_href(stand, brief.slug)},
        "ledger": _ledger(stand, entry),
        "badge": badge(brief),
    }


def _ledger(stand: Newsstand, entry: Forecast) -> Link:
    """Where the forecast stands among all others. Its own place there moves as others come due: the sections stay."""
    counts = entry.decided and not entry.hindsight
    words, part = ("Track record", "#record") if counts else ("All forecasts", "")
    return {"text": words, "href": f"{stand.href(addresses.WATCH)}{part}"}


def timeline(stand: Newsstand, folio: Folio) -> list[TimelineView]:
    """Dated events in order; what has not ended by the site's day is not past."""
    ordered = sorted(folio.story.timeline, key=lambda item: (item.date.first, item.date.last))
    return [
        {
            "date": dates.partial(item.date),
            "title": item.title,
            "facts": numbered(item.facts),
            "past": item.date.last <= stand.day,
        }
        for item in ordered
    ]


def changes(stand: Newsstand, folio: Folio) -> list[ChangeView]:
    """The change log up to the site's day, newest first."""
    made = reversed(changes_until(folio.brief, stand.day))
    return [change_view(n, change) for n, change in sorted(made, key=lambda held: held[1].date.first, reverse=True)]


def notice(stand: Newsstand, folio: Folio) -> ChangeView | None:
    """The latest retraction, or else the latest correction."""
    made = [(n, change) for n, change in changes_until(folio.brief, stand.day) if change.kind in NOTICED]
    latest = max(made, key=lambda held: (held[1].kind is ChangeKind.RETRACTION, held[1].date.first), default=None)
    return change_view(*latest) if latest else None


def change_view(n: int, change: Change) -> ChangeView:
    """One entry of a change log, with its number."""
    return {
        "n": n,
        "date": dates.partial(change.date),
        "kind": change.kind.value,
        "text": change.text,
        "facts": numbered(change.facts),
    }
