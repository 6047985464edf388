"""The watch page: every forecast with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from twosource.pages import addresses
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.lists import numbers, page_note, paging
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.story_after import watch_elsewhere
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

LENGTH = 200
"""Forecasts on one page."""

FILES = (
    ("Forecasts as CSV", "watch", "csv"),
    ("Forecasts as JSON", "watch", "json"),
    ("Track record as CSV", "track-record", "csv"),
)
"""What can be taken away."""


def watch_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The watch page, and further ones where there are many forecasts."""
    for number in numbers(stand.totals.forecasts, LENGTH):
        make = partial(_watch, number=number)
        yield Sheet(addresses.paged(addresses.WATCH, number), "watch.html", make, indexed=True)


def _watch(stand: Newsstand, number: int) -> Page:
    head = Head(
        title=f"What to watch{page_note(number)}",
        crumbs=(("Watch", addresses.WATCH),),
        description="Dated forecasts that can be decided, who made them, and how the decided ones came out.",
    )
    body: WatchBody = {
        "groups": list(_groups(stand, number)),
        "record": track_record(stand) if number == 1 else [],
        "minimum_n": stand.minimum_n,
        "calendar": link(stand, "Subscribe to the calendar", addresses.CALENDAR),
        "files": [link(stand, words, addresses.data(name, ending)) for words, name, ending in FILES],
        "paging": paging(stand, addresses.WATCH, len(stand.ledger), number, LENGTH),
    }
    return html_page(stand, addresses.paged(addresses.WATCH, number), "watch.html", head, body)


def _groups(stand: Newsstand, number: int) -> Iterator[dict[str, Any]]:
    """Sections with what of them stands on a page; decided forecasts stand newest first, the others by due day."""
    first, ledger = (number - 1) * LENGTH, stand.ledger
    for name, title, belongs in GROUPS:
        found = [entry for entry in (reversed(ledger) if name in NEWEST_FIRST else ledger) if belongs(entry)]
        here = found[max(first, 0) : max(first + LENGTH, 0)]
        items = [watch_elsewhere(stand, entry) for entry in here]
        yield {"id": name, "title": title, "count": len(found), "items": items}
        first -= len(found)
