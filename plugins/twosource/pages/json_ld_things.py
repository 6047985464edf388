"""What the hub is about and what it offers, as structured data: entities, glossary terms, sets of data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.newsroom.reference import Entity, EntityType, Term
from twosource.pages import addresses
from twosource.pages.json_ld import CONTEXT, Thing, organisation
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import web_address

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

ENCODINGS = {"json": "application/json", "csv": "text/csv"}
"""Types of the files of data."""


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
        "inLanguage": stand.library.hub.language,
        "license": web_address(stand.library.hub.licence.url),
        "publisher": organisation(stand),
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": stand.url(addresses.term(term.id)),
                "name": term.term,
                "description": term.definition,
                "url": stand.url(addresses.term(term.id)),
            }
            for term in stand.library.terms.values()
        ],
    }


@dataclass(frozen=True, slots=True)
class DataSet:
    """Data files of the site that belong together."""

    name: str
    """What they are called."""
    about: str
    """What they hold, in a sentence or two."""
    page: str
    """Address of the page that shows them."""
    files: tuple[str, ...]
    """Addresses of the files."""
    measures: tuple[str, ...] = ()
    """What is measured in them, in words."""
    covers: str = ""
    """The time that they cover, in ISO 8601: `2018-03/2020-06`; empty where none was counted."""


def dataset(stand: Newsstand, held: DataSet) -> Thing:
    """A set of data files, and how its numbers are made."""
    hub = stand.library.hub
    thing: Thing = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{stand.url(held.page)}#data",
        "name": held.name,
        "description": held.about,
        "url": stand.url(held.page),
        "license": web_address(hub.licence.url),
        "creator": organisation(stand),
        "inLanguage": hub.language,
        "isAccessibleForFree": True,
        "dateModified": stand.day.isoformat(),
        "temporalCoverage": held.covers,
        "variableMeasured": list(held.measures),
        "measurementTechnique": stand.url(addresses.METHODOLOGY),
        "includedInDataCatalog": {"@type": "DataCatalog", "name": hub.name, "url": stand.url(addresses.HOME)},
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": stand.url(file),
                "encodingFormat": ENCODINGS[file.rpartition(".")[2]],
            }
            for file in held.files
        ],
    }
    return {key: value for key, value in thing.items() if value}
