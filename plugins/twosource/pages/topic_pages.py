"""The topics: their overview, and each with its stories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from twosource.newsroom.reference import Topic
from twosource.pages import addresses
from twosource.pages.cards import card
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.json_ld import link_list
from twosource.pages.lists import list_page, numbers, page_note, story_list
from twosource.pages.names import entity_chip
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.views import TopicBody, TopicsBody


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
    stories, total = stand.on_topic(topic.id), stand.trends.topics[topic.id].total
    return {
        "name": topic.name,
        "href": stand.href(addresses.topic(topic.id)),
        "description": topic.description,
        "count": total.n,
        "latest": card(stand, stand.brief(stories[0])) if stories else None,
        "levels": {
            "verified": total.verified,
            "single-source": total.single_source,
            "disputed": total.disputed,
            "unchecked": total.unchecked,
        },
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
        "cards": [card(stand, brief) for brief in page.stories],
        "paging": page.paging,
        "trends": link(stand, f"Trends: {held.name}", addresses.trend(topic)),
        "feed": link(stand, "Feed of this topic", addresses.topic_feed(topic)),
        "entities": [entity_chip(stand, name) for name in stand.most_named(topic)],
    }
    return html_page(stand, addresses.topic(topic, number), "topic.html", head, body)
