"""Open data: everything that the site says, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from twosource.pages import addresses
from twosource.pages.cards import badge, badge_line
from twosource.pages.corrections_page import correction_rate
from twosource.pages.machine import Record, forecast_record, story_entry
from twosource.pages.names import entity_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.rubric_words import plain
from twosource.pages.story_schema import story_schema

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


def data_pages(stand: Newsstand) -> Iterator[Page]:
    """The files about all stories; each has one of its own from `story_files`."""
    entries = [story_entry(stand, story) for story in stand.stories]
    yield Page(addresses.data("stories"), "json", {**_origin(stand), "stories": entries})
    yield Page(addresses.STORY_SCHEMA, "json", story_schema(stand.url(addresses.STORY_SCHEMA)))
    yield csv_page("stories", STORY_HEADER, _story_rows(stand, entries))
    yield csv_page("facts", FACT_HEADER, _fact_rows(stand, entries))


def ledger_data(stand: Newsstand) -> Iterator[Page]:
    """The watch list and the corrections log."""
    found = stand.trends
    forecasts = [
        {"story": entry.slug, "badge": _badge(stand, entry.slug), **forecast_record(stand, entry)}
        for entry in found.ledger
    ]
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
        for held in found.records
    ]
    yield Page(addresses.data("watch"), "json", {**_origin(stand), "forecasts": forecasts, "record": records})
    yield csv_page("watch", WATCH_HEADER, ([row[name] for name in WATCH_HEADER] for row in forecasts))
    entries = [
        {
            "story": entry.slug,
            "title": stand.by_slug[entry.slug].title,
            "n": entry.n,
            "date": entry.change.date.text,
            "kind": entry.change.kind.value,
            "text": entry.change.text,
            "facts": list(entry.change.facts),
        }
        for entry in found.corrections.entries
    ]
    log = {"stories": found.corrections.stories, "faulty": found.corrections.faulty, "rate": correction_rate(stand)}
    yield Page(addresses.data("corrections"), "json", {**_origin(stand), **log, "corrections": entries})


def reference_data(stand: Newsstand) -> Iterator[Page]:
    """Entities, glossary, publishers and the rubric."""
    for name, rows in (("entities", _entities(stand)), ("glossary", _terms(stand)), ("publishers", _publishers(stand))):
        yield Page(addresses.data(name), "json", {**_origin(stand), name: list(rows)})
    yield Page(addresses.data("rubric"), "json", {**_origin(stand), "rubric": plain(stand.library.rubric)})


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


def _story_rows(stand: Newsstand, entries: Sequence[Record]) -> Iterator[list[Any]]:
    for story, entry in zip(stand.stories, entries, strict=True):
        verdict = stand.verdict(story)
        outlook = verdict.outlook
        yield [
            story.slug,
            story.title,
            entry["url"],
            entry["date"],
            entry["written"],
            entry["updated"],
            story.category,
            story.status.value,
            entry["level"],
            entry["badge"],
            verdict.n,
            verdict.publications,
            len(verdict.facts),
            verdict.confirmed,
            verdict.impact.score,
            verdict.confidence.value,
            verdict.confidence.band.value,
            outlook.value.value if outlook else None,
            outlook.entity if outlook else None,
        ]


def _fact_rows(stand: Newsstand, entries: Sequence[Record]) -> Iterator[list[Any]]:
    for story, entry in zip(stand.stories, entries, strict=True):
        for fact, written in zip(stand.verdict(story).facts, story.facts, strict=True):
            yield [
                story.slug,
                fact.n,
                fact.text,
                fact.kind.value,
                fact.speaker,
                fact.essential,
                written.as_of.text if written.as_of else None,
                fact.count,
                fact.against,
                fact.status.value,
                entry["level"],
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
            "stories": [story.slug for story in stand.by_entity.get(held.id, ())],
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
            "stories": [story.slug for story in stand.by_term.get(term.id, ())],
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


def _badge(stand: Newsstand, slug: str) -> str:
    return badge_line(badge(stand.by_slug[slug], stand.verdicts[slug]))
