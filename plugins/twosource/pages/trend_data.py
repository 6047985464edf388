"""The longitudinal view as data: the series of the beat, of topics, entities and terms, and what was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from twosource.pages import addresses
from twosource.pages.data_files import csv_page, origin
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.trend_findings import name_of
from twosource.pages.trend_rows import HEADER, csv_rows, machine
from twosource.pages.trend_rows import origin as counting
from twosource.pages.trend_schema import trend_schema
from twosource.trends.series import Kind

SCHEMA = addresses.data("trends.schema")
"""Where the form of the files is told."""

ALL = (("entity-trends", Kind.ENTITY), ("term-trends", Kind.TERM))
"""Files that hold every series of a kind: one of its own for each would be thousands."""

EFFECTS = ("entity", "story", "day", "effect", "level", "impact")
"""Head of the effects on parties."""


def trend_data(stand: Newsstand) -> Iterator[Sheet]:
    """The beat with its topics, each topic, all entities, all terms; then the form of these files, and effects."""
    yield from _both("trends", _beat_json, _beat_csv)
    for topic in stand.topics:
        name = f"trends-{topic}"
        yield from _both(name, partial(_topic_json, topic=topic), partial(_topic_csv, topic=topic))
    for name, kind in ALL:
        yield from _both(name, partial(_all_json, name=name, kind=kind), partial(_all_csv, name=name, kind=kind))
    yield Sheet(SCHEMA, "json", _schema)
    yield from _both("effects", _effects_json, _effects_csv)


def _both(name: str, json: Any, csv: Any) -> Iterator[Sheet]:
    yield Sheet(addresses.data(name), "json", json)
    yield Sheet(addresses.data(name, "csv"), "csv", csv)


def _beat_json(stand: Newsstand) -> Page:
    series = [machine(stand.trends, Kind.BEAT, "", stand.library.hub.name), *_named(stand, Kind.TOPIC, stand.topics)]
    return _file(stand, "trends", series)


def _beat_csv(stand: Newsstand) -> Page:
    rows = chain(csv_rows(stand.trends, Kind.BEAT, ("",)), csv_rows(stand.trends, Kind.TOPIC, stand.topics))
    return csv_page("trends", HEADER, rows)


def _topic_json(stand: Newsstand, topic: str) -> Page:
    return _file(stand, f"trends-{topic}", _named(stand, Kind.TOPIC, (topic,)))


def _topic_csv(stand: Newsstand, topic: str) -> Page:
    return csv_page(f"trends-{topic}", HEADER, csv_rows(stand.trends, Kind.TOPIC, (topic,)))


def _all_json(stand: Newsstand, name: str, kind: Kind) -> Page:
    return _file(stand, name, _named(stand, kind, stand.trends.days[kind]))


def _all_csv(stand: Newsstand, name: str, kind: Kind) -> Page:
    return csv_page(name, HEADER, csv_rows(stand.trends, kind, stand.trends.days[kind]))


def _named(stand: Newsstand, kind: Kind, keys: Iterable[str]) -> list[dict[str, Any]]:
    return [machine(stand.trends, kind, key, name_of(stand, kind, key)) for key in keys]


def _file(stand: Newsstand, name: str, series: list[dict[str, Any]]) -> Page:
    view = {"$schema": stand.url(SCHEMA), **origin(stand), **counting(stand.trends), "series": series}
    return Page(addresses.data(name), "json", view)


def _schema(stand: Newsstand) -> Page:
    return Page(SCHEMA, "json", trend_schema(stand.url(SCHEMA)))


def _effects_json(stand: Newsstand) -> Page:
    rows = [dict(zip(EFFECTS, row, strict=True)) for row in _effects(stand)]
    return Page(addresses.data("effects"), "json", {**origin(stand), "effects": rows})


def _effects_csv(stand: Newsstand) -> Page:
    return csv_page("effects", EFFECTS, _effects(stand))


def _effects(stand: Newsstand) -> Iterator[list[Any]]:
    return (
        [entity, held.slug, held.day.isoformat(), held.effect.value, held.level.value, held.impact]
        for entity in stand.entities
        for held in stand.effects_on(entity)
    )
