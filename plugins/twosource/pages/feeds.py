"""Feeds: all stories, each topic, the corrections; Atom, and JSON Feed 1.1. The badge stands first in every entry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line, marked
from twosource.pages.names import topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.shelves import NEWEST
from twosource.pages.story_facts import status_text
from twosource.pages.views import FeedBody
from twosource.trends.brief import Brief
from twosource.trends.corrections import Correction, changes_until

JSON_FEED_VERSION = "https://jsonfeed.org/version/1.1"


def feed_pages(stand: Newsstand) -> Iterator[Sheet]:
    """Every feed."""
    yield Sheet(addresses.ALL_FEED, "atom.xml", _all)
    for topic in stand.topics:
        yield Sheet(addresses.topic_feed(topic), "atom.xml", partial(_topic, topic=topic))
    yield Sheet(addresses.CORRECTIONS_FEED, "atom.xml", _corrections)
    yield Sheet(addresses.JSON_FEED, "json", _json_feed)


def _all(stand: Newsstand) -> Page:
    hub = stand.library.hub
    return _atom(stand, addresses.ALL_FEED, hub.name, hub.description, _entries(stand, ""))


def _topic(stand: Newsstand, topic: str) -> Page:
    held = stand.topics[topic]
    title = f"{stand.library.hub.name}: {held.name}"
    return _atom(stand, addresses.topic_feed(topic), title, held.description, _entries(stand, topic))


def _corrections(stand: Newsstand) -> Page:
    log = [_correction(stand, entry) for entry in stand.corrections.entries[:NEWEST]]
    title, subtitle = f"{stand.library.hub.name}: corrections", "Corrections, clarifications and retractions."
    return _atom(stand, addresses.CORRECTIONS_FEED, title, subtitle, log)


def _atom(stand: Newsstand, address: str, title: str, subtitle: str, entries: list[dict[str, Any]]) -> Page:
    hub = stand.library.hub
    body: FeedBody = {
        "id": stand.url(address),
        "title": title,
        "subtitle": subtitle,
        "self_url": stand.url(address),
        "home": stand.url(addresses.HOME),
        "updated": max((entry["updated"] for entry in entries), default=dates.midnight(stand.day)),
        "author": hub.publisher,
        "rights": hub.licence.name,
        "language": hub.language,
        "entries": entries,
    }
    return Page(address, "atom.xml", body)


def _entries(stand: Newsstand, topic: str) -> list[dict[str, Any]]:
    return [_entry(stand, stand.brief(slug)) for slug in stand.newest(topic)]


def _entry(stand: Newsstand, story: Brief) -> dict[str, Any]:
    mark = badge(story)
    line, url = badge_line(mark), stand.url(addresses.story(story.slug))
    return {
        "id": url,
        "title": marked(story.title, mark),
        "url": url,
        "published": dates.rfc3339(story.issued.instant),
        "development": dates.machine(story.date),
        "updated": _updated(stand, story),
        "authors": list(story.authors),
        "summary": f"{line}. {story.summary}",
        "html": _html(stand, story, line),
        "categories": [
            {"term": story.category, "label": topic_name(stand, story.category)},
            {"term": f"verification:{mark['level']}", "label": mark["short"]},
        ],
    }


def _updated(stand: Newsstand, story: Brief) -> str:
    """The last time that anything was changed."""
    made = [dates.midnight(change.date.first) for _, change in changes_until(story, stand.day)]
    return max([dates.rfc3339((story.updated or story.issued).instant), dates.rfc3339(story.issued.instant), *made])


def _html(stand: Newsstand, story: Brief, line: str) -> str:
    """The story in short: its badge, its summary and its key facts with theirs."""
    facts = "".join(f"<li>{escape(fact.text)} ({escape(status_text(fact))})</li>" for fact in story.facts)
    url = escape(stand.url(addresses.story(story.slug)))
    when = f"Development of {dates.moment_day(story.date)['shown']}"
    when += f", written {dates.moment_day(story.written)['shown']}." if story.written else "."
    return (
        f"<p><strong>{escape(line)}</strong></p><p>{when}</p><p>{escape(story.summary)}</p><ol>{facts}</ol>"
        f'<p><a href="{url}">Read the story with its sources</a></p>'
    )


def _correction(stand: Newsstand, entry: Correction) -> dict[str, Any]:
    story, change = stand.brief(entry.slug), entry.change
    mark = badge(story)
    url, when = stand.url(addresses.story(story.slug)), dates.midnight(change.date.first)
    kind = change.kind.value.capitalize()
    return {
        "id": f"{url}#change-{entry.n}",
        "title": f"{kind}: {marked(story.title, mark)}",
        "url": url,
        "published": when,
        "updated": when,
        "authors": list(story.authors),
        "summary": change.text,
        "html": f"<p>{escape(change.text)}</p><p>{escape(story.title)}: {escape(badge_line(mark))}</p>",
        "categories": [{"term": change.kind.value, "label": kind}],
    }


def _json_feed(stand: Newsstand) -> Page:
    hub = stand.library.hub
    items = [
        {
            "id": entry["id"],
            "url": entry["url"],
            "title": entry["title"],
            "content_html": entry["html"],
            "summary": entry["summary"],
            "date_published": entry["published"],
            "date_modified": entry["updated"],
            "authors": [{"name": name} for name in entry["authors"]],
            "tags": [category["label"] for category in entry["categories"]],
            "_twosource": {"development": entry["development"]},
        }
        for entry in _entries(stand, "")
    ]
    view = {
        "version": JSON_FEED_VERSION,
        "title": hub.name,
        "description": hub.description,
        "home_page_url": stand.url(addresses.HOME),
        "feed_url": stand.url(addresses.JSON_FEED),
        "language": hub.language,
        "authors": [{"name": hub.publisher, "url": stand.url(addresses.ABOUT)}],
        "items": items,
    }
    return Page(addresses.JSON_FEED, "json", view)
