"""The watch page: every forecast with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.pages import addresses
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.story_after import watch_view
from twosource.pages.track_record import track_record
from twosource.pages.views import WatchBody
from twosource.trends.ledger import Forecast, ForecastState

GROUPS: tuple[tuple[str, str, Callable[[Forecast], bool]], ...] = (
    ("due", "Due within 30 days", lambda entry: entry.state is ForecastState.DUE),
    ("open", "Open", lambda entry: entry.state is ForecastState.OPEN),
    (
        "overdue",
        "Overdue: the day has passed and nothing is decided",
        lambda entry: entry.state is ForecastState.OVERDUE,
    ),
    ("decided", "Decided", lambda entry: entry.decided and not entry.hindsight),
    (
        "hindsight",
        "Entered after the outcome: counted in no track record",
        lambda entry: entry.decided and entry.hindsight,
    ),
)
"""Sections of the page."""

NEWEST_FIRST = ("decided", "hindsight")
"""Sections that look back."""


def watch_pages(stand: Newsstand) -> Iterator[Page]:
    """The watch page; decided forecasts stand newest first, the others by due day."""
    head = Head(
        title="What to watch",
        crumbs=(("Watch", addresses.WATCH),),
        description="Dated forecasts that can be decided, who made them, and how the decided ones came out.",
    )
    body: WatchBody = {
        "groups": [
            {
                "id": name,
                "title": title,
                "items": [
                    watch_view(stand, entry, elsewhere=True)
                    for entry in (reversed(stand.trends.ledger) if name in NEWEST_FIRST else stand.trends.ledger)
                    if belongs(entry)
                ],
            }
            for name, title, belongs in GROUPS
        ],
        "record": track_record(stand),
        "minimum_n": stand.trends.minimum_n,
        "calendar": link(stand, "Subscribe to the calendar", addresses.CALENDAR),
    }
    yield html_page(stand, addresses.WATCH, "watch.html", head, body)
