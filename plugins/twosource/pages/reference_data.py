"""Open data: entities, glossary, publishers and the rubric."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from twosource.pages import addresses
from twosource.pages.data_files import origin
from twosource.pages.machine import Record
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.rubric_words import plain
from twosource.pages.sheet import Sheet


def reference_data(stand: Newsstand) -> Iterator[Sheet]:
    """Entities, glossary, publishers and the rubric."""
    for name in REFERENCE:
        yield Sheet(addresses.data(name), "json", partial(_reference, name=name))
    yield Sheet(addresses.data("rubric"), "json", _rubric)


def _reference(stand: Newsstand, name: str) -> Page:
    return Page(addresses.data(name), "json", {**origin(stand), name: list(REFERENCE[name](stand))})


def _rubric(stand: Newsstand) -> Page:
    return Page(addresses.data("rubric"), "json", {**origin(stand), "rubric": plain(stand.library.rubric)})


def _entities(stand: Newsstand) -> Iterator[Record]:
    for held in stand.entities.values():
        yield {
            "id": held.id,
            "name": held.name,
            "type": held.type.value,
            "aliases": list(held.aliases),
            "url": stand.url(addresses.entity(held.id)),
            "site": held.links.url,
            "wikidata": held.links.wikidata,
            "roles": [
                {
                    "title": role.title,
                    "at": role.at,
                    "from": role.since.text if role.since else None,
                    "until": role.until.text if role.until else None,
                }
                for role in held.roles
            ],
            "stories": list(stand.naming(held.id)),
        }


def _terms(stand: Newsstand) -> Iterator[Record]:
    for term in stand.library.terms.values():
        yield {
            "id": term.id,
            "term": term.term,
            "definition": term.definition,
            "aliases": list(term.aliases),
            "plurals": list(term.plurals),
            "related": list(term.related),
            "url": stand.url(addresses.term(term.id)),
            "sources": [
                {
                    "title": held.title,
                    "url": held.url,
                    "publisher": held.publisher,
                    "published": held.published.text if held.published else None,
                }
                for held in term.sources
            ],
            "stories": list(stand.using(term.id)),
        }


def _publishers(stand: Newsstand) -> Iterator[Record]:
    for held in stand.library.publishers.values():
        yield {
            "id": held.id,
            "name": held.name,
            "domain": held.domain,
            "domains": list(held.domains),
            "aliases": list(held.aliases),
            "owner": held.owner,
            "past_owners": [{"name": past.name, "until": past.until.isoformat()} for past in held.past_owners],
            "kind": held.kind.value,
            "country": held.country,
            "grade": held.grade.value,
            "reason": held.reason,
            "date": held.date.isoformat(),
        }


REFERENCE: Mapping[str, Callable[[Newsstand], Iterator[Record]]] = {
    "entities": _entities,
    "glossary": _terms,
    "publishers": _publishers,
}
"""Files of reference data, each with its rows."""
