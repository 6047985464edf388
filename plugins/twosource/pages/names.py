"""Entities, speakers, topics and numbered facts as links."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.newsroom.reference import Entity
from twosource.pages import addresses
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import EntityChip, Link, NumberedFact
from twosource.trends.named import DESK


def entity_name(stand: Newsstand, name: str) -> str:
    """Full name of an entity, or of the desk."""
    if name == DESK:
        return "Our desk"
    found = stand.library.entities.get(name)
    return found.name if found else name


def entity_chip(stand: Newsstand, name: str) -> EntityChip:
    """An entity in passing."""
    found = stand.entities.get(name)
    return stand.once(f"chip:{name}", lambda: _chip(stand, name, found))


def entity_link(stand: Newsstand, name: str) -> Link:
    """Who speaks; the desk has no page of its own."""
    href = stand.href(addresses.entity(name)) if name in stand.entities else ""
    return stand.once(f"speaker:{name}", lambda: Link(text=entity_name(stand, name), href=href))


def topic_name(stand: Newsstand, topic: str) -> str:
    """Name of a topic."""
    found = stand.house.topics.get(topic)
    return found.name if found else topic


def topic_link(stand: Newsstand, topic: str) -> Link:
    """A topic."""
    href = addresses.topic(topic)
    return stand.once(f"topic:{topic}", lambda: Link(text=topic_name(stand, topic), href=stand.href(href)))


def publisher_name(stand: Newsstand, name: str) -> str:
    """Name of a publisher."""
    found = stand.library.publishers.get(name)
    return found.name if found else name


def in_running(stand: Newsstand, text: str) -> str:
    """A phrase as it stands after a colon: without its capital, unless the first word is a name or an acronym."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if first[1:] != first[1:].lower() or first.strip(".,;:") in stand.house.proper:
        return text
    return text[:1].lower() + text[1:]


def numbered(facts: Iterable[int], page: str = "") -> list[NumberedFact]:
    """Links to key facts, on this page or on the page given."""
    return [{"n": n, "href": f"{page}#fact-{n}"} for n in facts]


def _chip(stand: Newsstand, name: str, found: Entity | None) -> EntityChip:
    return {
        "id": name,
        "name": entity_name(stand, name),
        "href": stand.href(addresses.entity(name)) if found else "",
        "type": found.type.value if found else "",
    }
