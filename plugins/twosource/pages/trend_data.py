"""The longitudinal view as data: the whole of it, and one file for each topic."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from twosource.pages import addresses
from twosource.pages.data_files import csv_page
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.trend_tables import HEADER, csv_rows, machine
from twosource.trends.movement import Movement


def trend_data(stand: Newsstand) -> Iterator[Sheet]:
    """/data/trends.json and .csv, then the same for each topic."""
    yield Sheet(addresses.data("trends"), "json", _json)
    yield Sheet(addresses.data("trends", "csv"), "csv", _csv)
    for topic in stand.topics:
        yield Sheet(addresses.data(f"trends-{topic}"), "json", partial(_topic_json, topic=topic))
        yield Sheet(addresses.data(f"trends-{topic}", "csv"), "csv", partial(_topic_csv, topic=topic))


def _json(stand: Newsstand) -> Page:
    found = stand.trends
    view: dict[str, Any] = {
        **_origin(stand),
        "beat": machine(found.beat, found.minimum_n),
        "topics": {name: machine(series, found.minimum_n) for name, series in found.topics.items()},
        "entities": {name: machine(series, found.minimum_n) for name, series in found.entities.items()},
        "terms": {name: machine(series, found.minimum_n) for name, series in found.terms.items()},
        "together": [{"a": pair.a, "b": pair.b, "count": pair.count} for pair in found.pairs],
        "movements": {
            "topics": [_movement(held) for held in found.movements],
            "entities": [_movement(held) for held in found.entity_movements],
        },
    }
    return Page(addresses.data("trends"), "json", view)


def _csv(stand: Newsstand) -> Page:
    found = stand.trends
    rows = csv_rows(found.beat, "beat", found.minimum_n)
    for name, series in found.topics.items():
        rows += csv_rows(series, name, found.minimum_n)
    return csv_page("trends", HEADER, rows)


def _topic_json(stand: Newsstand, topic: str) -> Page:
    series = machine(stand.trends.topics[topic], stand.minimum_n)
    return Page(addresses.data(f"trends-{topic}"), "json", {**_origin(stand), "topic": topic, "series": series})


def _topic_csv(stand: Newsstand, topic: str) -> Page:
    return csv_page(f"trends-{topic}", HEADER, csv_rows(stand.trends.topics[topic], topic, stand.minimum_n))


def _origin(stand: Newsstand) -> dict[str, Any]:
    return {
        "as_of": stand.day.isoformat(),
        "counted_by": stand.trends.grain.value,
        "minimum_n": stand.minimum_n,
        "rubric_version": stand.library.rubric.version,
    }


def _movement(held: Movement) -> dict[str, Any]:
    return {"id": held.id, "before": held.before, "after": held.after, "chance": float(f"{held.chance:.6g}")}
