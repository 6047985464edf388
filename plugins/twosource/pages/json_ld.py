"""Structured data for search engines, in the words of schema.org and with no claim that the badge does not make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from twosource.newsroom.reference import Entity, EntityType, Term
from twosource.pages import addresses
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import web_address
from twosource.trends.brief import Brief

Thing = dict[str, Any]
CONTEXT = "https://schema.org"

KINDS: Mapping[EntityType, str] = {
    EntityType.PERSON: "Person",
    EntityType.COMPANY: "Corporation",
    EntityType.AGENCY: "GovernmentOrganization",
    EntityType.COUNTRY: "Country",
    EntityType.REGION: "AdministrativeArea",
    EntityType.ORGANISATION: "Organization",
    EntityType.GROUP: "Organization",
    EntityType.SITE: "Place",
    EntityType.MATERIAL: "Thing",
    EntityType.LAW: "Legislation",
}
"""What each type of entity is called."""


def breadcrumbs(stand: Newsstand, way: Iterable[tuple[str, str]]) -> Thing:
    """The way to a page."""
    steps = [
        {"@type": "ListItem", "position": n, "name": words, "item": stand.url(address)}
        for n, (words, address) in enumerate(way, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}


def organisation(stand: Newsstand) -> Thing:
    """Who publishes the hub."""
    return stand.once("organisation", lambda: _organisation(stand))


def _organisation(stand: Newsstand) -> Thing:
    hub = stand.library.hub
    return {
        "@type": "NewsMediaOrganization",
        "name": hub.publisher,
        "url": stand.url(addresses.HOME),
        "publishingPrinciples": stand.url(addresses.METHODOLOGY),
        "verificationFactCheckingPolicy": stand.url(addresses.METHODOLOGY),
        "correctionsPolicy": stand.url(addresses.CORRECTIONS),
    }


def publisher(stand: Newsstand) -> Thing:
    """The publisher as a block of its own."""
    return {"@context": CONTEXT, **organisation(stand)}


def website(stand: Newsstand) -> Thing:
    """The hub."""
    hub = stand.library.hub
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": hub.name,
        "alternateName": hub.tagline,
        "description": hub.description,
        "url": stand.url(addresses.HOME),
        "inLanguage": hub.language,
        "publisher": organisation(stand),
        "license": web_address(hub.licence.url),
    }


def item_list(stand: Newsstand, name: str, stories: Sequence[tuple[str, Brief]]) -> Thing:
    """Stories in a list, each named with its badge."""
    items = [
        {
            "@type": "ListItem",
            "position": n,
            "url": stand.url(addresses.story(story.slug)),
            "name": f"{story.title} ({mark})",
        }
        for n, (mark, story) in enumerate(stories, 1)
    ]
    return {
        "@context": CONTEXT,
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def entity_thing(stand: Newsstand, entity: Entity) -> Thing:
    """An entity."""
    same = [web_address(entity.links.url)] if entity.links.url else []
    same += [f"https://www.wikidata.org/wiki/{entity.links.wikidata}"] if entity.links.wikidata else []
    thing: Thing = {
        "@context": CONTEXT,
        "@type": KINDS[entity.type],
        "name": entity.name,
        "url": stand.url(addresses.entity(entity.id)),
        "alternateName": list(entity.aliases),
        "sameAs": same,
    }
    return {key: value for key, value in thing.items() if value}


def defined_term(stand: Newsstand, term: Term) -> Thing:
    """One glossary entry."""
    thing: Thing = {
        "@context": CONTEXT,
        "@type": "DefinedTerm",
        "@id": stand.url(addresses.term(term.id)),
        "name": term.term,
        "description": term.definition,
        "url": stand.url(addresses.term(term.id)),
        "termCode": term.id,
        "alternateName": [*term.aliases, *term.plurals],
        "inDefinedTermSet": stand.url(addresses.GLOSSARY),
    }
    return {key: value for key, value in thing.items() if value}


def term_set(stand: Newsstand) -> Thing:
    """The glossary."""
    return {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "@id": stand.url(addresses.GLOSSARY),
        "name": f"Glossary of {stand.library.hub.name}",
        "url": stand.url(addresses.GLOSSARY),
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": term.term,
                "description": term.definition,
                "url": stand.url(addresses.term(term.id)),
            }
            for term in stand.library.terms.values()
        ],
    }


def dataset(stand: Newsstand, name: str, about: str, page: str, files: Iterable[str]) -> Thing:
    """A set of data files of the site."""
    kinds = {"json": "application/json", "csv": "text/csv"}
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": name,
        "description": about,
        "url": stand.url(page),
        "license": web_address(stand.library.hub.licence.url),
        "creator": organisation(stand),
        "isAccessibleForFree": True,
        "dateModified": stand.day.isoformat(),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": stand.url(file), "encodingFormat": kinds[file.rpartition(".")[2]]}
            for file in files
        ],
    }
