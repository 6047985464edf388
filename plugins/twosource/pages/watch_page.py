"""The watch page: every forecast with what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.pages import addresses
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.story_after import watch_view
from twosource.pages.track_record import track_record
from twosource.pages.views import WatchBody
from twosource.trends.ledger import DECIDED, ForecastState

GROUPS: tuple[tuple[str, str, tuple[ForecastState, ...]], ...] = (
    ("overdue", "Overdue: the day has passed and nothing is decided", (ForecastState.OVERDUE,)),
    ("due", "Due within 30 days", (ForecastState.DUE,)),
    ("open", "Open", (ForecastState.OPEN,)),
    ("decided", "Decided", DECIDED),
)
"""Sections of the page."""


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
                    for entry in (reversed(stand.trends.ledger) if name == "decided" else stand.trends.ledger)
                    if entry.state in states
                ],
            }
            for name, title, states in GROUPS
        ],
        "record": track_record(stand),
        "calendar": link(stand, "Subscribe to the calendar", addresses.CALENDAR),
    }
    yield html_page(stand, addresses.WATCH, "watch.html", head, body)
