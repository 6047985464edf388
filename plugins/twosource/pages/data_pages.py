"""Open data: everything that the site says, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line
from twosource.pages.corrections_page import correction_rate
from twosource.pages.machine import Record, forecast_record, story_entry
from twosource.pages.names import entity_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.rubric_words import plain
from twosource.pages.sheet import Sheet
from twosource.pages.story_schema import story_schema
from twosource.trends.brief import Brief

STORY_HEADER = (
    "slug",
    "title",
    "url",
    "date",
    "written",
    "updated",
    "topic",
    "status",
    "level",
    "badge",
    "n",
    "publications",
    "facts",
    "facts_confirmed",
    "impact",
    "confidence",
    "band",
    "outlook",
    "outlook_for",
)
FACT_HEADER = (
    "story",
    "n",
    "text",
    "kind",
    "speaker",
    "essential",
    "as_of",
    "count",
    "against",
    "status",
    "story_level",
)
WATCH_HEADER = (
    "id",
    "story",
    "statement",
    "says",
    "due",
    "status",
    "hindsight",
    "likelihood",
    "decided_on",
    "outcome",
    "badge",
)


def data_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The files about all stories; each has one of its own from `story_files`."""
    yield Sheet(addresses.data("stories"), "json", _stories)
    yield Sheet(addresses.STORY_SCHEMA, "json", _schema)
    yield Sheet(addresses.data("stories", "csv"), "csv", _stories_csv)
    yield Sheet(addresses.data("facts", "csv"), "csv", _facts_csv)


def ledger_data(stand: Newsstand) -> Iterator[Sheet]:
    """The watch list and the corrections log."""
    yield Sheet(addresses.data("watch"), "json", _watch)
    yield Sheet(addresses.data("watch", "csv"), "csv", _watch_csv)
    yield Sheet(addresses.data("corrections"), "json", _corrections)


def reference_data(stand: Newsstand) -> Iterator[Sheet]:
    """Entities, glossary, publishers and the rubric."""
    for name in REFERENCE:
        yield Sheet(addresses.data(name), "json", partial(_reference, name=name))
    yield Sheet(addresses.data("rubric"), "json", _rubric)


def _stories(stand: Newsstand) -> Page:
    entries = [story_entry(stand, brief) for brief in map(stand.brief, stand.stories)]
    return Page(addresses.data("stories"), "json", {**_origin(stand), "stories": entries})


def _schema(stand: Newsstand) -> Page:
    return Page(addresses.STORY_SCHEMA, "json", story_schema(stand.url(addresses.STORY_SCHEMA)))


def _stories_csv(stand: Newsstand) -> Page:
    return csv_page("stories", STORY_HEADER, (_story_row(stand, brief) for brief in map(stand.brief, stand.stories)))


def _facts_csv(stand: Newsstand) -> Page:
    return csv_page("facts", FACT_HEADER, (row for slug in stand.stories for row in _fact_rows(stand.brief(slug))))


def _watch(stand: Newsstand) -> Page:
    records = [
        {
            "says": held.says,
            "name": entity_name(stand, held.says),
            "decided": held.decided,
            "came_true": held.came_true,
            "did_not": held.did_not,
            "unclear": held.unclear,
            "enough": held.enough,
        }
        for held in stand.records
    ]
    view = {**_origin(stand), "forecasts": list(_forecasts(stand)), "record": records}
    return Page(addresses.data("watch"), "json", view)


def _watch_csv(stand: Newsstand) -> Page:
    return csv_page("watch", WATCH_HEADER, ([row[name] for name in WATCH_HEADER] for row in _forecasts(stand)))


def _forecasts(stand: Newsstand) -> Iterator[Record]:
    for entry in stand.ledger:
        brief = stand.brief(entry.slug)
        yield {"story": entry.slug, "badge": badge_line(badge(brief)), **forecast_record(brief, entry)}


def _corrections(stand: Newsstand) -> Page:
    found = stand.corrections
    entries = [
        {
            "story": entry.slug,
            "title": stand.brief(entry.slug).title,
            "n": entry.n,
            "date": entry.change.date.text,
            "kind": entry.change.kind.value,
            "text": entry.change.text,
            "facts": list(entry.change.facts),
        }
        for entry in found.entries
    ]
    log = {"stories": found.stories, "faulty": found.faulty, "rate": correction_rate(stand)}
    return Page(addresses.data("corrections"), "json", {**_origin(stand), **log, "corrections": entries})


def _reference(stand: Newsstand, name: str) -> Page:
    return Page(addresses.data(name), "json", {**_origin(stand), name: list(REFERENCE[name](stand))})


def _rubric(stand: Newsstand) -> Page:
    return Page(addresses.data("rubric"), "json", {**_origin(stand), "rubric": plain(stand.library.rubric)})


def csv_page(name: str, header: Iterable[str], rows: Iterable[list[Any]]) -> Page:
    """A table as CSV."""
    return Page(addresses.data(name, "csv"), "csv", {"header": list(header), "rows": list(rows)})


def _origin(stand: Newsstand) -> dict[str, Any]:
    """What every data file says of itself."""
    hub = stand.library.hub
    return {
        "site": hub.name,
        "url": stand.url(addresses.HOME),
        "as_of": stand.day.isoformat(),
        "rubric_version": stand.library.rubric.version,
        "licence": {"name": hub.licence.name, "url": hub.licence.url},
    }


def _story_row(stand: Newsstand, story: Brief) -> list[Any]:
    mark = badge(story)
    return [
        story.slug,
        story.title,
        stand.url(addresses.story(story.slug)),
        dates.machine(story.date),
        dates.machine(story.written) if story.written else None,
        dates.machine(story.updated) if story.updated else None,
        story.category,
        story.status.value,
        mark["level"],
        badge_line(mark),
        story.n,
        story.publications,
        len(story.facts),
        story.confirmed,
        story.impact,
        story.confidence,
        story.band.value,
        story.outlook.value if story.outlook else None,
        story.outlook_for or None,
    ]


def _fact_rows(story: Brief) -> Iterator[list[Any]]:
    level = badge(story)["level"]
    for fact in story.facts:
        yield [
            story.slug,
            fact.n,
            fact.text,
            fact.kind.value,
            fact.speaker,
            fact.essential,
            fact.as_of.text if fact.as_of else None,
            fact.count,
            fact.against,
            fact.status.value,
            level,
        ]


def _entities(stand: Newsstand) -> Iterator[dict[str, Any]]:
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


def _terms(stand: Newsstand) -> Iterator[dict[str, Any]]:
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


def _publishers(stand: Newsstand) -> Iterator[dict[str, Any]]:
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
