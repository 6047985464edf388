"""The directory of entities: who and what the stories name, by kind and name; a long one goes on over pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from twosource.newsroom.reference import Entity, EntityType
from twosource.pages import addresses
from twosource.pages.cards import date_of
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.lists import numbers, page_note, paging
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.views import EntitiesBody, Link

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

EACH, MOST = 240, 12
"""Entities on one page, and those at its head that most stories name."""


def directory_pages(stand: Newsstand) -> Iterator[Sheet]:
    """Every page of the directory."""
    for number in numbers(len(stand.entities), EACH):
        address = addresses.paged(addresses.ENTITIES, number)
        yield Sheet(address, "entities.html", partial(_directory, number=number), indexed=True)


def _directory(stand: Newsstand, number: int) -> Page:
    ordered = _ordered(stand)
    shown = ordered[(number - 1) * EACH : number * EACH]
    head = Head(
        title=f"Entities{page_note(number)}",
        crumbs=(("Entities", addresses.ENTITIES),),
        description="People, companies, agencies and places that the stories name.",
    )
    body: EntitiesBody = {
        "count": len(ordered),
        "most": [_row(stand, held) for held in _most(stand, ordered)] if number == 1 else [],
        "groups": [
            {"type": kind.value, "label": LABELS[kind], "entities": [_row(stand, held) for held in group]}
            for kind, group in groupby(shown, key=lambda held: held.type)
        ],
        "kinds": _kinds(stand, ordered),
        "paging": paging(stand, addresses.ENTITIES, len(ordered), number, EACH),
    }
    return html_page(stand, addresses.paged(addresses.ENTITIES, number), "entities.html", head, body)


def _ordered(stand: Newsstand) -> list[Entity]:
    """By kind, in the order of the headings, then by name."""
    places = {kind: place for place, kind in enumerate(LABELS)}
    return sorted(stand.entities.values(), key=lambda held: (places[held.type], held.name.lower(), held.id))


def _most(stand: Newsstand, ordered: list[Entity]) -> list[Entity]:
    """Those that more than one story names, the most often named first."""
    named = [held for held in ordered if len(stand.naming(held.id)) > 1]
    return sorted(named, key=lambda held: -len(stand.naming(held.id)))[:MOST]


def _kinds(stand: Newsstand, ordered: list[Entity]) -> list[Link]:
    """Each kind with the page on which it begins."""
    starts = {held.type: place // EACH + 1 for place, held in reversed(list(enumerate(ordered)))}
    return [
        link(stand, LABELS[kind], f"{addresses.paged(addresses.ENTITIES, starts[kind])}#{kind.value}")
        for kind in LABELS
        if kind in starts
    ]


def _row(stand: Newsstand, entity: Entity) -> dict[str, Any]:
    stories = stand.naming(entity.id)
    return {
        "id": entity.id,
        "name": entity.name,
        "href": stand.href(addresses.entity(entity.id)),
        "type": entity.type.value,
        "count": len(stories),
        "first": date_of(stand, stories[-1:]),
        "last": date_of(stand, stories[:1]),
    }
