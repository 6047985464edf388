"""Feeds of all stories, of each topic and of the corrections: Atom, and JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from twosource import __version__
from twosource.pages import addresses, dates
from twosource.pages.chrome import site_view
from twosource.pages.feed_entries import Entry, correction_entries, story_entries
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.shelves import NEWEST
from twosource.pages.views import FeedBody
from twosource.pages.wording import web_address

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
    entries = story_entries(stand, "")
    return _atom(stand, addresses.ALL_FEED, addresses.HOME, hub.name, hub.description, entries)


def _topic(stand: Newsstand, topic: str) -> Page:
    held = stand.topics[topic]
    title, entries = f"{stand.library.hub.name}: {held.name}", story_entries(stand, topic)
    return _atom(stand, addresses.topic_feed(topic), addresses.topic(topic), title, held.description, entries)


def _corrections(stand: Newsstand) -> Page:
    log = correction_entries(stand, NEWEST)
    title, subtitle = f"{stand.library.hub.name}: corrections", "Corrections, clarifications and retractions."
    return _atom(stand, addresses.CORRECTIONS_FEED, addresses.CORRECTIONS, title, subtitle, log)


def _atom(stand: Newsstand, address: str, page: str, title: str, subtitle: str, entries: list[Entry]) -> Page:
    """A feed whose stories are also on a page of the site."""
    hub = stand.library.hub
    body: FeedBody = {
        "site": site_view(stand, addresses.HOME),
        "id": stand.url(address),
        "title": title,
        "subtitle": subtitle,
        "self_url": stand.url(address),
        "home": stand.url(page),
        "hub": stand.house.extras.websub,
        "updated": max((entry["updated"] for entry in entries), default=dates.midnight(stand.day)),
        "author": hub.publisher,
        "author_url": stand.url(addresses.ABOUT),
        "rights": hub.licence.name,
        "licence": web_address(hub.licence.url),
        "language": hub.language,
        "generator": __version__,
        "entries": entries,
    }
    return Page(address, "atom.xml", body)


def _json_feed(stand: Newsstand) -> Page:
    hub, websub = stand.library.hub, stand.house.extras.websub
    view = {
        "version": JSON_FEED_VERSION,
        "title": hub.name,
        "description": hub.description,
        "home_page_url": stand.url(addresses.HOME),
        "feed_url": stand.url(addresses.JSON_FEED),
        "language": hub.language,
        "authors": [{"name": hub.publisher, "url": stand.url(addresses.ABOUT)}],
        "hubs": [{"type": "WebSub", "url": websub}] if websub else None,
        "_twosource": {
            "about": stand.url(addresses.METHODOLOGY),
            "licence": {"name": hub.licence.name, "url": web_address(hub.licence.url)},
        },
        "items": [_item(entry) for entry in story_entries(stand, "")],
    }
    return Page(addresses.JSON_FEED, "json", {key: value for key, value in view.items() if value is not None})


def _item(entry: Entry) -> Entry:
    level = entry["categories"][1]["term"].partition(":")[2]
    item = {
        "id": entry["id"],
        "url": entry["url"],
        "title": entry["title"],
        "content_html": entry["html"],
        "summary": entry["summary"],
        "image": entry["image"],
        "date_published": entry["published"],
        "date_modified": entry["updated"],
        "authors": [{"name": name} for name in entry["authors"]],
        "tags": [category["label"] for category in entry["categories"]],
        "_twosource": {"development": entry["development"], "verification": level},
    }
    return {key: value for key, value in item.items() if value}
