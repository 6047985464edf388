"""The longitudinal view as data: the whole of it, and one file for each topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.pages import addresses
from twosource.pages.data_pages import csv_page
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.trend_tables import HEADER, csv_rows, machine
from twosource.trends.movement import Movement


def trend_data(stand: Newsstand) -> Iterator[Page]:
    """/data/trends.json and .csv, then the same for each topic."""
    found = stand.trends
    view: dict[str, Any] = {
        **_origin(stand),
        "beat": machine(found.beat),
        "topics": {name: machine(series) for name, series in found.topics.items()},
        "entities": {name: machine(series) for name, series in found.entities.items()},
        "terms": {name: machine(series) for name, series in found.terms.items()},
        "together": [{"a": pair.a, "b": pair.b, "count": pair.count} for pair in found.pairs],
        "movements": {
            "topics": [_movement(held) for held in found.movements],
            "entities": [_movement(held) for held in found.entity_movements],
        },
    }
    yield Page(addresses.data("trends"), "json", view)
    rows = csv_rows(found.beat, "beat")
    for name, series in found.topics.items():
        rows += csv_rows(series, name)
    yield csv_page("trends", HEADER, rows)
    for name, series in found.topics.items():
        yield Page(
            addresses.data(f"trends-{name}"), "json", {**_origin(stand), "topic": name, "series": machine(series)}
        )
        yield csv_page(f"trends-{name}", HEADER, csv_rows(series, name))


def _origin(stand: Newsstand) -> dict[str, Any]:
    return {
        "as_of": stand.day.isoformat(),
        "counted_by": stand.trends.grain.value,
        "minimum_n": stand.trends.minimum_n,
        "rubric_version": stand.library.rubric.version,
    }


def _movement(held: Movement) -> dict[str, Any]:
    return {"id": held.id, "before": held.before, "after": held.after, "chance": float(f"{held.chance:.6g}")}
