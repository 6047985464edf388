"""Open data: everything that the site says of all stories, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line
from twosource.pages.data_files import csv_page, origin
from twosource.pages.machine import story_entry
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.story_schema import story_schema
from twosource.trends.brief import Brief

STORY_HEADER = (
    "slug",
    "title",
    "url",
    "date",
    "written",
    "updated",
    "topic",
    "status",
    "level",
    "badge",
    "n",
    "publications",
    "facts",
    "facts_confirmed",
    "impact",
    "confidence",
    "band",
    "outlook",
    "outlook_for",
)
FACT_HEADER = (
    "story",
    "n",
    "text",
    "kind",
    "speaker",
    "essential",
    "as_of",
    "count",
    "against",
    "status",
    "story_level",
)


def data_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The files about all stories; each has one of its own from `story_files`."""
    yield Sheet(addresses.data("stories"), "json", _stories)
    yield Sheet(addresses.STORY_SCHEMA, "json", _schema)
    yield Sheet(addresses.data("stories", "csv"), "csv", _stories_csv)
    yield Sheet(addresses.data("facts", "csv"), "csv", _facts_csv)


def _stories(stand: Newsstand) -> Page:
    entries = [story_entry(stand, brief) for brief in map(stand.brief, stand.stories)]
    return Page(addresses.data("stories"), "json", {**origin(stand), "stories": entries})


def _schema(stand: Newsstand) -> Page:
    return Page(addresses.STORY_SCHEMA, "json", story_schema(stand.url(addresses.STORY_SCHEMA)))


def _stories_csv(stand: Newsstand) -> Page:
    return csv_page("stories", STORY_HEADER, (_story_row(stand, brief) for brief in map(stand.brief, stand.stories)))


def _facts_csv(stand: Newsstand) -> Page:
    return csv_page("facts", FACT_HEADER, (row for slug in stand.stories for row in _fact_rows(stand.brief(slug))))


def _story_row(stand: Newsstand, story: Brief) -> list[Any]:
    mark = badge(story)
    return [
        story.slug,
        story.title,
        stand.url(addresses.story(story.slug)),
        dates.machine(story.date),
        dates.machine(story.written) if story.written else None,
        dates.machine(story.updated) if story.updated else None,
        story.category,
        story.status.value,
        mark["level"],
        badge_line(mark),
        story.n,
        story.publications,
        len(story.facts),
        story.confirmed,
        story.impact,
        story.confidence,
        story.band.value,
        story.outlook.value if story.outlook else None,
        story.outlook_for or None,
    ]


def _fact_rows(story: Brief) -> Iterator[list[Any]]:
    level = badge(story)["level"]
    for fact in story.facts:
        yield [
            story.slug,
            fact.n,
            fact.text,
            fact.kind.value,
            fact.speaker,
            fact.essential,
            fact.as_of.text if fact.as_of else None,
            fact.count,
            fact.against,
            fact.status.value,
            level,
        ]
