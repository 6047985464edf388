"""The entities: who and what the stories name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from twosource.newsroom.reference import Entity, EntityType, Role
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import FactKind
from twosource.pages import addresses, dates
from twosource.pages.cards import card, cards
from twosource.pages.chrome import Head, html_page
from twosource.pages.json_ld import entity_thing
from twosource.pages.lists import page_note, sheets, story_list
from twosource.pages.names import entity_chip, entity_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_body
from twosource.pages.story_after import STATES
from twosource.pages.story_facts import ARROWS, status_text, story_href
from twosource.pages.views import EntitiesBody, EntityBody, Link
from twosource.pages.wording import counted, web_address
from twosource.trends.ledger import forecasts_of

LABELS: Mapping[EntityType, str] = {
    EntityType.PERSON: "People",
    EntityType.COMPANY: "Companies",
    EntityType.AGENCY: "Agencies",
    EntityType.COUNTRY: "Countries",
    EntityType.REGION: "Regions",
    EntityType.ORGANISATION: "Organisations",
    EntityType.GROUP: "Groups",
    EntityType.SITE: "Sites",
    EntityType.MATERIAL: "Materials",
    EntityType.LAW: "Laws and treaties",
}
"""Headings of the overview, in its order."""

COMPANIONS = 12
"""Entities shown as named together with one."""

NEWEST = 20
"""Effects and sayings shown, at most."""


def entity_pages(stand: Newsstand) -> Iterator[Page]:
    """The overview, then every page of every entity."""
    yield _overview(stand)
    for entity in stand.entities.values():
        yield from _entity(stand, entity)


def _overview(stand: Newsstand) -> Page:
    head = Head(
        title="Entities",
        crumbs=(("Entities", addresses.ENTITIES),),
        description="People, companies, agencies and places that the stories name.",
    )
    groups = ((kind, [held for held in stand.entities.values() if held.type is kind]) for kind in LABELS)
    body: EntitiesBody = {
        "groups": [
            {
                "type": kind.value,
                "label": LABELS[kind],
                "entities": [
                    _row(stand, held) for held in sorted(found, key=lambda held: (held.name.lower(), held.id))
                ],
            }
            for kind, found in groups
            if found
        ]
    }
    return html_page(stand, addresses.ENTITIES, "entities.html", head, body)


def _row(stand: Newsstand, entity: Entity) -> dict[str, Any]:
    stories = stand.by_entity.get(entity.id, ())
    return {
        "id": entity.id,
        "name": entity.name,
        "href": stand.href(addresses.entity(entity.id)),
        "count": len(stories),
        "last": dates.moment_day(stories[0].date) if stories else None,
    }


def _entity(stand: Newsstand, entity: Entity) -> Iterator[Page]:
    stories, address = stand.by_entity.get(entity.id, ()), addresses.entity(entity.id)
    said = _said(stand, entity)
    for sheet in sheets(stand, address, stories):
        head = Head(
            title=f"{entity.name}{page_note(sheet.number)}",
            description=f"{entity.name} in {counted(len(stories), 'story', 'stories')} of {stand.library.hub.name}.",
            crumbs=(("Entities", addresses.ENTITIES), (entity.name, address)),
            json_ld=(entity_thing(stand, entity), story_list(stand, f"Stories that name {entity.name}", sheet.stories)),
        )
        body: EntityBody = {
            "name": entity.name,
            "type": entity.type.value,
            "aliases": list(entity.aliases),
            "links": _links(entity),
            "roles": [_role(stand, role) for role in entity.roles],
            "html": set_body(entity.body, Setting("about", 2, stand.glossary, stand.base)).html,
            "first": dates.moment_day(stories[-1].date) if stories else None,
            "last": dates.moment_day(stories[0].date) if stories else None,
            "effects": _effects(stand, entity) if sheet.number == 1 else [],
            "cards": cards(stand, sheet.stories),
            "paging": sheet.paging,
            "said_title": _said_title(said),
            "said": said if sheet.number == 1 else [],
            "together": _together(stand, entity),
        }
        yield html_page(stand, addresses.entity(entity.id, sheet.number), "entity.html", head, body)


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


def _effects(stand: Newsstand, entity: Entity) -> list[dict[str, Any]]:
    found = (
        {
            "date": dates.moment_day(story.date),
            "effect": party.effect.value,
            "arrow": ARROWS[party.effect.value],
            "because": party.because,
            "story": card(stand, story),
        }
        for story in stand.by_entity.get(entity.id, ())
        for party in story.affected
        if party.entity == entity.id
    )
    return list(islice(found, NEWEST))


def _said(stand: Newsstand, entity: Entity) -> list[dict[str, Any]]:
    """What it said and what it expects, newest story first; a claim stays one, however many report it."""
    stories = stand.by_entity.get(entity.id, ())
    return list(islice((one for story in stories for one in _said_in(stand, entity, story)), NEWEST))


def _said_in(stand: Newsstand, entity: Entity, story: Story) -> Iterator[dict[str, Any]]:
    title, page = story.title, story_href(stand, story)
    for fact in stand.verdict(story).facts:
        if fact.speaker == entity.id and fact.kind is not FactKind.FACT:
            link = {"text": title, "href": f"{page}#fact-{fact.n}"}
            yield {"text": fact.text, "kind": fact.kind.value, "status_text": status_text(fact), "story": link}
    for entry in forecasts_of(story, stand.day):
        if entry.item.says == entity.id:
            link = {"text": title, "href": f"{page}#watch-{entry.n}"}
            state = STATES[entry.state][:1].lower() + STATES[entry.state][1:]
            yield {"text": entry.item.statement, "kind": "forecast", "status_text": state, "story": link}


def _said_title(said: list[dict[str, Any]]) -> str:
    kinds = [one["kind"] == FactKind.FORECAST for one in said]
    return "Forecasts" if all(kinds) else "Statements and forecasts" if any(kinds) else "Statements"


def _together(stand: Newsstand, entity: Entity) -> list[dict[str, Any]]:
    return [
        {"entity": entity_chip(stand, name), "count": n} for name, n in stand.beside.get(entity.id, ())[:COMPANIONS]
    ]
