"""Open data: the watch list and the corrections log."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.pages import addresses
from twosource.pages.cards import badge, badge_line
from twosource.pages.corrections_page import correction_rate
from twosource.pages.data_files import csv_page, origin
from twosource.pages.machine import Record, forecast_record
from twosource.pages.names import entity_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet

WATCH_HEADER = (
    "id",
    "story",
    "statement",
    "says",
    "due",
    "status",
    "hindsight",
    "likelihood",
    "decided_on",
    "outcome",
    "badge",
)


def ledger_data(stand: Newsstand) -> Iterator[Sheet]:
    """The watch list and the corrections log."""
    yield Sheet(addresses.data("watch"), "json", _watch)
    yield Sheet(addresses.data("watch", "csv"), "csv", _watch_csv)
    yield Sheet(addresses.data("corrections"), "json", _corrections)


def _watch(stand: Newsstand) -> Page:
    records = [
        {
            "says": held.says,
            "name": entity_name(stand, held.says),
            "decided": held.decided,
            "came_true": held.came_true,
            "did_not": held.did_not,
            "unclear": held.unclear,
            "enough": held.enough,
        }
        for held in stand.records
    ]
    view = {**origin(stand), "forecasts": list(_forecasts(stand)), "record": records}
    return Page(addresses.data("watch"), "json", view)


def _watch_csv(stand: Newsstand) -> Page:
    return csv_page("watch", WATCH_HEADER, ([row[name] for name in WATCH_HEADER] for row in _forecasts(stand)))


def _forecasts(stand: Newsstand) -> Iterator[Record]:
    for entry in stand.ledger:
        brief = stand.brief(entry.slug)
        yield {"story": entry.slug, "badge": badge_line(badge(brief)), **forecast_record(brief, entry)}


def _corrections(stand: Newsstand) -> Page:
    found = stand.corrections
    entries = [
        {
            "story": entry.slug,
            "title": stand.brief(entry.slug).title,
            "n": entry.n,
            "date": entry.change.date.text,
            "kind": entry.change.kind.value,
            "text": entry.change.text,
            "facts": list(entry.change.facts),
        }
        for entry in found.entries
    ]
    log = {"stories": found.stories, "faulty": found.faulty, "rate": correction_rate(stand)}
    return Page(addresses.data("corrections"), "json", {**origin(stand), **log, "corrections": entries})
