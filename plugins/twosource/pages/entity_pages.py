"""The entities: who and what the stories name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from twosource.newsroom.reference import Entity, Role
from twosource.newsroom.story_words import FactKind
from twosource.pages import addresses, dates
from twosource.pages.cards import card, date_of
from twosource.pages.chrome import Head, html_page
from twosource.pages.directory import directory_pages
from twosource.pages.fact_lines import known_of
from twosource.pages.json_ld_things import entity_thing
from twosource.pages.levels import in_order
from twosource.pages.lists import list_page, numbers, page_note, story_list
from twosource.pages.names import entity_chip, entity_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_body
from twosource.pages.sheet import Sheet
from twosource.pages.story_after import STATES
from twosource.pages.story_facts import ARROWS, status_text, story_href
from twosource.pages.subject_charts import effects_over_time
from twosource.pages.views import EntityBody, Link
from twosource.pages.wording import counted, web_address
from twosource.trends.brief import Brief
from twosource.trends.ledger import forecasts_of

COMPANIONS, KNOWN = 12, 6
"""Entities shown as named together with one, and key facts about it."""

NEWEST = 20
"""Effects and sayings shown, at most."""


def entity_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The overview, then every page of every entity."""
    yield from directory_pages(stand)
    for entity in stand.entities:
        for number in numbers(len(stand.naming(entity))):
            make = partial(_entity, name=entity, number=number)
            yield Sheet(addresses.entity(entity, number), "entity.html", make, indexed=True)


def _entity(stand: Newsstand, name: str, number: int) -> Page:
    entity, slugs, address = stand.entities[name], stand.naming(name), addresses.entity(name)
    page, said = list_page(stand, address, slugs, number), _said(stand, entity)
    head = Head(
        title=f"{entity.name}{page_note(number)}",
        description=f"{entity.name} in {counted(len(slugs), 'story', 'stories')} of {stand.library.hub.name}.",
        crumbs=(("Entities", addresses.ENTITIES), (entity.name, address)),
        json_ld=(entity_thing(stand, entity), story_list(stand, f"Stories that name {entity.name}", page.stories)),
    )
    body: EntityBody = {
        "name": entity.name,
        "type": entity.type.value,
        "aliases": list(entity.aliases),
        "links": _links(entity),
        "roles": [_role(stand, role) for role in entity.roles],
        "html": stand.once(f"about:{name}", lambda: _about(stand, entity)),
        "count": len(slugs),
        "levels": in_order(stand.badges(name)),
        "first": date_of(stand, slugs[-1:]),
        "last": date_of(stand, slugs[:1]),
        "known": known_of(stand, entity, page.stories, KNOWN) if number == 1 else [],
        "effects": _effects(stand, name) if number == 1 else [],
        "effects_over_time": effects_over_time(stand, name) if number == 1 else None,
        "cards": [card(stand, brief) for brief in page.stories],
        "paging": page.paging,
        "said_title": _said_title(said),
        "said": said if number == 1 else [],
        "together": _together(stand, name),
    }
    return html_page(stand, addresses.entity(name, number), "entity.html", head, body)


def _about(stand: Newsstand, entity: Entity) -> str:
    return set_body(entity.body, Setting("about", 2, stand.house.glossary, stand.house.base)).html


def _links(entity: Entity) -> list[Link]:
    own = [Link(text="Own site", href=web_address(entity.links.url))] if entity.links.url else []
    item = entity.links.wikidata
    return own + ([Link(text="Wikidata", href=f"https://www.wikidata.org/wiki/{item}")] if item else [])


def _role(stand: Newsstand, role: Role) -> dict[str, Any]:
    return {
        "title": role.title,
        "at": entity_link(stand, role.at) if role.at else None,
        "since": dates.partial(role.since) if role.since else None,
        "until": dates.partial(role.until) if role.until else None,
    }


def _effects(stand: Newsstand, name: str) -> list[dict[str, Any]]:
    found = (
        {
            "date": dates.moment_day(brief.date),
            "effect": party.effect.value,
            "arrow": ARROWS[party.effect.value],
            "because": party.because,
            "story": card(stand, brief),
        }
        for brief in map(stand.brief, stand.affecting(name))
        for party in brief.affected
        if party.entity == name
    )
    return list(islice(found, NEWEST))


def _said(stand: Newsstand, entity: Entity) -> list[dict[str, Any]]:
    """What it said and what it expects, newest story first; a claim stays one, however many report it."""
    briefs = map(stand.brief, stand.said_by(entity.id))
    return list(islice((one for brief in briefs for one in _said_in(stand, entity.id, brief)), NEWEST))


def _said_in(stand: Newsstand, name: str, brief: Brief) -> Iterator[dict[str, Any]]:
    title, page = brief.title, story_href(stand, brief.slug)
    for fact in brief.facts:
        if fact.speaker == name and fact.kind is not FactKind.FACT:
            link = {"text": title, "href": f"{page}#fact-{fact.n}"}
            yield {"text": fact.text, "kind": fact.kind.value, "status_text": status_text(fact), "story": link}
    for entry in forecasts_of(brief, stand.day):
        if entry.item.says == name:
            link = {"text": title, "href": f"{page}#watch-{entry.n}"}
            state = STATES[entry.state][:1].lower() + STATES[entry.state][1:]
            yield {"text": entry.item.statement, "kind": "forecast", "status_text": state, "story": link}


def _said_title(said: list[dict[str, Any]]) -> str:
    kinds = [one["kind"] == FactKind.FORECAST for one in said]
    return "Forecasts" if all(kinds) else "Statements and forecasts" if any(kinds) else "Statements"


def _together(stand: Newsstand, name: str) -> list[dict[str, Any]]:
    return [{"entity": entity_chip(stand, other), "count": n} for other, n in stand.beside(name)[:COMPANIONS]]
