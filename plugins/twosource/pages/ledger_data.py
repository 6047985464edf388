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
from twosource.pages.track_record import record_data

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

RECORD_HEADER = ("says", "decided", "came_true", "did_not", "unclear", "enough", "hit_rate", "with_likelihood", "brier")
CORRECTION_HEADER = ("story", "title", "n", "date", "kind", "text")


def ledger_data(stand: Newsstand) -> Iterator[Sheet]:
    """The watch list and the corrections log."""
    yield Sheet(addresses.data("watch"), "json", _watch)
    yield Sheet(addresses.data("watch", "csv"), "csv", _watch_csv)
    yield Sheet(addresses.data("track-record", "csv"), "csv", _record_csv)
    yield Sheet(addresses.data("corrections"), "json", _corrections)
    yield Sheet(addresses.data("corrections", "csv"), "csv", _corrections_csv)


def _watch(stand: Newsstand) -> Page:
    records = [{**record_data(held), "name": entity_name(stand, held.says)} for held in stand.records]
    view = {**origin(stand), "forecasts": list(_forecasts(stand)), "record": records}
    return Page(addresses.data("watch"), "json", view)


def _watch_csv(stand: Newsstand) -> Page:
    return csv_page("watch", WATCH_HEADER, ([row[name] for name in WATCH_HEADER] for row in _forecasts(stand)))


def _forecasts(stand: Newsstand) -> Iterator[Record]:
    for entry in stand.ledger:
        brief = stand.brief(entry.slug)
        yield {"story": entry.slug, "badge": badge_line(badge(brief)), **forecast_record(brief, entry)}


def _record_csv(stand: Newsstand) -> Page:
    rows = (record_data(held) for held in stand.records)
    return csv_page("track-record", RECORD_HEADER, ([row[name] for name in RECORD_HEADER] for row in rows))


def _corrections(stand: Newsstand) -> Page:
    found = stand.corrections
    entries = list(_entries(stand))
    log = {"stories": found.stories, "faulty": found.faulty, "rate": correction_rate(stand)}
    return Page(addresses.data("corrections"), "json", {**origin(stand), **log, "corrections": entries})


def _corrections_csv(stand: Newsstand) -> Page:
    rows = ([row[name] for name in CORRECTION_HEADER] for row in _entries(stand))
    return csv_page("corrections", CORRECTION_HEADER, rows)


def _entries(stand: Newsstand) -> Iterator[Record]:
    for entry in stand.corrections.entries:
        yield {
            "story": entry.slug,
            "title": stand.brief(entry.slug).title,
            "n": entry.n,
            "date": entry.change.date.text,
            "kind": entry.change.kind.value,
            "text": entry.change.text,
            "facts": list(entry.change.facts),
        }
