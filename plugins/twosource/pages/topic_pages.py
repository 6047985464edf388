"""The topics: their overview, and each with its stories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.newsroom.reference import Topic
from twosource.pages import addresses
from twosource.pages.cards import card, cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.lists import page_note, sheets, story_list
from twosource.pages.names import entity_chip
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.views import TopicBody, TopicsBody
from twosource.trends.named import entities_of

CHIPS = 12
"""Entities named beside a topic."""


def topic_pages(stand: Newsstand) -> Iterator[Page]:
    """The overview, then every page of every topic."""
    yield _overview(stand)
    for topic in stand.library.hub.topics:
        yield from _topic(stand, topic)


def _overview(stand: Newsstand) -> Page:
    hub = stand.library.hub
    head = Head(
        title="Topics", description=f"What {hub.name} covers, topic by topic.", crumbs=(("Topics", addresses.TOPICS),)
    )
    body: TopicsBody = {"topics": [_row(stand, topic) for topic in hub.topics]}
    return html_page(stand, addresses.TOPICS, "topics.html", head, body)


def _row(stand: Newsstand, topic: Topic) -> dict[str, Any]:
    stories, total = stand.by_topic[topic.id], stand.trends.topics[topic.id].total
    return {
        "name": topic.name,
        "href": stand.href(addresses.topic(topic.id)),
        "description": topic.description,
        "count": total.n,
        "latest": card(stand, stories[0]) if stories else None,
        "levels": {
            "verified": total.verified,
            "single-source": total.single_source,
            "disputed": total.disputed,
            "unchecked": total.unchecked,
        },
    }


def _topic(stand: Newsstand, topic: Topic) -> Iterator[Page]:
    stories, address = stand.by_topic[topic.id], addresses.topic(topic.id)
    chips = [entity_chip(stand, name) for name in _most_named(stand, topic.id)]
    for sheet in sheets(stand, address, stories):
        here = addresses.topic(topic.id, sheet.number)
        head = Head(
            title=f"{topic.name}{page_note(sheet.number)}",
            description=topic.description,
            crumbs=(("Topics", addresses.TOPICS), (topic.name, address)),
            json_ld=(story_list(stand, f"Stories on {topic.name}", sheet.stories),),
            feeds=((f"Stories on {topic.name}", addresses.topic_feed(topic.id)),),
        )
        body: TopicBody = {
            "name": topic.name,
            "description": topic.description,
            "count": len(stories),
            "cards": cards(stand, sheet.stories),
            "paging": sheet.paging,
            "trends": link(stand, f"Trends: {topic.name}", addresses.trend(topic.id)),
            "feed": link(stand, "Feed of this topic", addresses.topic_feed(topic.id)),
            "entities": chips,
        }
        yield html_page(stand, here, "topic.html", head, body)


def _most_named(stand: Newsstand, topic: str) -> list[str]:
    found: dict[str, int] = {}
    for story in stand.by_topic[topic]:
        for name in entities_of(story):
            found[name] = found.get(name, 0) + 1
    return sorted(found, key=lambda name: (-found[name], name))[:CHIPS]
