"""The topics: their overview, and each with its stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from twosource.newsroom.reference import Topic
from twosource.pages import addresses
from twosource.pages.cards import card, cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.json_ld import link_list
from twosource.pages.levels import levels
from twosource.pages.lists import list_page, numbers, page_note, story_list
from twosource.pages.names import entity_chip
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.story_after import watch_elsewhere
from twosource.pages.trend_charts import spark
from twosource.pages.views import TopicBody, TopicsBody
from twosource.trends.ledger import Forecast

NEWEST, DUE = 3, 3
"""Stories of a topic in the overview, and forecasts beside its stories."""


def topic_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The overview, then every page of every topic."""
    yield Sheet(addresses.TOPICS, "topics.html", _overview, indexed=True)
    for topic in stand.topics:
        for number in numbers(len(stand.on_topic(topic))):
            make = partial(_topic, topic=topic, number=number)
            yield Sheet(addresses.topic(topic, number), "topic.html", make, indexed=True)


def _overview(stand: Newsstand) -> Page:
    hub = stand.library.hub
    head = Head(
        title="Topics",
        description=f"What {hub.name} covers, topic by topic.",
        crumbs=(("Topics", addresses.TOPICS),),
        json_ld=(link_list(stand, "Topics", ((topic.name, addresses.topic(topic.id)) for topic in hub.topics)),),
    )
    body: TopicsBody = {"topics": [_row(stand, topic) for topic in hub.topics]}
    return html_page(stand, addresses.TOPICS, "topics.html", head, body)


def _row(stand: Newsstand, topic: Topic) -> dict[str, Any]:
    stories, series = stand.on_topic(topic.id), stand.trends.topics[topic.id]
    return {
        "name": topic.name,
        "href": stand.href(addresses.topic(topic.id)),
        "description": topic.description,
        "count": series.total.n,
        "cards": cards(stand, stories[:NEWEST]),
        "spark": spark(stand, series),
        "levels": levels(series.total),
    }


def _topic(stand: Newsstand, topic: str, number: int) -> Page:
    held, slugs, address = stand.topics[topic], stand.on_topic(topic), addresses.topic(topic)
    page = list_page(stand, address, slugs, number)
    head = Head(
        title=f"{held.name}{page_note(number)}",
        description=held.description,
        crumbs=(("Topics", addresses.TOPICS), (held.name, address)),
        json_ld=(story_list(stand, f"Stories on {held.name}", page.stories),),
        feeds=((f"Stories on {held.name}", addresses.topic_feed(topic)),),
    )
    body: TopicBody = {
        "name": held.name,
        "description": held.description,
        "count": len(slugs),
        "levels": levels(stand.trends.topics[topic].total),
        "cards": [card(stand, brief) for brief in page.stories],
        "paging": page.paging,
        "due": [watch_elsewhere(stand, entry) for entry in _due(stand, slugs)] if number == 1 else [],
        "trends": link(stand, f"Trends: {held.name}", addresses.trend(topic)),
        "feed": link(stand, "Feed of this topic", addresses.topic_feed(topic)),
        "entities": [entity_chip(stand, name) for name in stand.most_named(topic)],
    }
    return html_page(stand, addresses.topic(topic, number), "topic.html", head, body)


def _due(stand: Newsstand, slugs: Sequence[str]) -> list[Forecast]:
    """Forecasts of its stories that are not decided; the ledger has them by day."""
    held = frozenset(slugs)
    waiting = [entry for entry in stand.ledger if entry.slug in held and entry.item.due.last >= stand.day]
    return [entry for entry in waiting if not entry.decided][:DUE]
