"""Shelves: the slugs of stories that have something in common, laid out from their rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from heapq import nlargest
from itertools import chain

from twosource.trends.row import Row

Shelf = Mapping[str, tuple[str, ...]]
"""Slugs by a key, newest first."""

NEWEST = 30
"""Stories in a feed, at most."""

CHIPS = 12
"""Entities named beside a topic."""


def shelf(keyed: Iterable[tuple[str, Iterable[str]]], first: Iterable[str] = ()) -> Shelf:
    """Slugs by each of their keys, sorted; the keys in `first` have a place even where they have no story."""
    groups: defaultdict[str, list[str]] = defaultdict(list, {key: [] for key in first})
    for slug, keys in keyed:
        for key in keys:
            groups[key].append(slug)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def by_month(rows: Iterable[Row]) -> Shelf:
    """By month of the development (`2024-05`), the last month first; within one by day."""
    ordered = sorted(rows, key=lambda row: -row.day)
    names = {day: date.fromordinal(day).isoformat()[:7] for day in {row.day for row in ordered}}
    found: dict[str, list[str]] = {}
    for row in ordered:
        found.setdefault(names[row.day], []).append(row.slug)
    return {month: tuple(held) for month, held in found.items()}


def newest_by_topic(rows: Iterable[Row], topics: Iterable[str]) -> Shelf:
    """The newest of each topic by the moment on which readers could first see them, and of all under no name."""
    held = list(rows)
    groups: dict[str, list[Row]] = {"": held, **{topic: [] for topic in topics}}
    for row in held:
        groups.setdefault(row.topic, []).append(row)
    return {
        topic: tuple(row.slug for row in nlargest(NEWEST, found, key=lambda row: row.issued))
        for topic, found in groups.items()
    }


def most_named(rows: Iterable[Row], topics: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Entities that the stories of a topic name most often, by topic."""
    named: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list, {topic: [] for topic in topics})
    for row in rows:
        named[row.topic].append(row.entities)
    counts = {topic: Counter(chain.from_iterable(held)) for topic, held in named.items()}
    return {
        topic: tuple(sorted(found, key=lambda name: (-found[name], name))[:CHIPS]) for topic, found in counts.items()
    }


def keys_of(row: Row) -> list[str]:
    """What a story can share with another: its entities, its terms, its topic."""
    return [*map("entity:".__add__, row.entities), *map("term:".__add__, row.terms), f"topic:{row.topic}"]
