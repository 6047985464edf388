"""References: every id that is named must exist, and a slip of the pen gets a “did you mean”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from twosource.newsroom.layout import slug_of
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story, quotes_of
from twosource.newsroom.story_words import OriginKind
from twosource.newsroom.suggest import did_you_mean
from twosource.newsroom.ties import Ties, Where

DESK = "desk"
"""Who says a forecast of our own."""

Steps = tuple[str | int, ...]


def dangling(place: Place, rule: str, what: str, name: str, known: Collection[str], where: str) -> Problem:
    """The problem of a name that leads nowhere; the hint is the nearest known name, else `where` to look."""
    return found(place, rule, f"There is no {what} `{name}`.", did_you_mean(name, known) or where)


def registry_references(story: Story, library: Library) -> Iterator[Problem]:
    """Topic and publishers, unless the hub's description or the registry could not be read."""
    topics = library.topics
    if story.category and topics and story.category not in topics:
        known = [*(topic.name for topic in topics.values()), *topics]
        yield dangling(
            story.where.place("category"),
            "unknown-topic",
            "topic",
            story.category,
            known,
            "Topics: " + ", ".join(topic.name for topic in topics.values()) + ".",
        )
    for n, source in enumerate(story.sources if library.publishers else ()):
        if source.publisher and source.publisher not in library.publishers:
            yield dangling(
                story.where.place("sources", n, "publisher"),
                "unknown-publisher",
                "publisher",
                source.publisher,
                library.publishers,
                "Add it to methodology/publishers.yml.",
            )


def _entities_named(story: Story) -> Iterator[tuple[Steps, str]]:
    yield from ((("mentioned", n), name) for n, name in enumerate(story.mentioned))
    yield from ((("affected", n, "entity"), party.entity) for n, party in enumerate(story.affected))
    yield from ((("facts", n, "speaker"), fact.speaker) for n, fact in enumerate(story.facts))
    yield from ((("watch", n, "says"), item.says) for n, item in enumerate(story.watch) if item.says != DESK)
    if story.outlook:
        yield ("outlook", "for"), story.outlook.entity


def entity_references(story: Story, library: Library) -> Iterator[Problem]:
    """Entities that a story names."""
    for steps, name in _entities_named(story):
        if name and name not in library.entities:
            yield dangling(
                story.where.place(*steps),
                "unknown-entity",
                "entity",
                name,
                (*library.entities, DESK) if "says" in steps else library.entities,
                f"Add content/entities/{name}.md.",
            )


def _sources_named(story: Story) -> Iterator[tuple[Steps, str]]:
    yield from (((*steps, "source"), quote.source) for steps, quote in quotes_of(story))
    for n, source in enumerate(story.sources):
        if source.origin.kind is OriginKind.SOURCE:
            yield ("sources", n, "origin", "source"), source.origin.name


def known_sources(story: Story) -> tuple[str, ...]:
    """Ids to hold references against; none where an id stands twice, for the other one's is then missing."""
    ids = tuple(source.id for source in story.sources)
    return ids if len(set(ids)) == len(ids) else ()


def source_references(story: Story, library: Library) -> Iterator[Problem]:
    """Sources that quotes and origins name; a story without any, or with two of one id, has been told so."""
    known = known_sources(story)
    for steps, name in _sources_named(story) if known else ():
        if name and name not in known:
            yield dangling(
                story.where.place(*steps),
                "unknown-source",
                "source",
                name,
                known,
                f"Sources of this story: {', '.join(known)}.",
            )


def _fact_numbers(story: Story) -> Iterator[tuple[Steps, tuple[int, ...]]]:
    for key in ("takeaways", "affected", "timeline", "changes"):
        yield from (((key, n, "facts"), row.facts) for n, row in enumerate(getattr(story, key)))
    if story.outlook:
        yield ("outlook", "facts"), story.outlook.facts
    for name in ("regulatory", "financial", "operational"):
        yield ("impact", name, "facts"), getattr(story.impact, name).facts


def fact_references(story: Story, library: Library) -> Iterator[Problem]:
    """Numbers of key facts; a story without any has been told so."""
    for steps, numbers in _fact_numbers(story) if story.facts else ():
        for m, number in enumerate(numbers):
            if number > len(story.facts):
                yield no_fact(story.where.place(*steps, m), number, len(story.facts))
            elif number in numbers[:m] and _said_twice(story, steps, m):
                message = f"Key fact {number} is named twice in this list."
                yield found(story.where.place(*steps, m), "duplicate-fact", message, "Take one out, or correct it.")


def _said_twice(story: Story, steps: Steps, m: int) -> bool:
    """True when the number was written so before in its list; where it could not be read, a blank stands for it."""
    *before, text = (story.where.text(*steps, k) or "" for k in range(m + 1))
    return text.isdecimal() and text in before


def no_fact(place: Place, number: int, facts: int) -> Problem:
    """The problem of a number beyond the last key fact."""
    return found(place, "unknown-fact", f"There is no key fact {number}.", f"The story has {facts}, counted from 1.")


def related_references(ties: Sequence[Ties], where: Where) -> Iterator[Problem]:
    """Stories chosen as related; a story whose slug is contested still counts under its file's name."""
    slugs = Counter(story.slug for story in ties)
    known = slugs.keys() | {slug_of(story.path) for story in ties if slugs[story.slug] > 1}
    hint = "Give the last part of a story's address."
    moved = {slug_at(alias): story.slug for story in ties for alias in story.aliases}
    for story in ties:
        for n, slug in enumerate(story.related):
            if slug and (slug not in known or (slug == story.slug and slugs[slug] == 1)):
                place = where(story.path).place("related", n)
                now = moved.get(slug, story.slug)
                if now != story.slug:
                    renamed = f"The story `{slug}` is called `{now}` now."
                    yield found(place, "unknown-story", renamed, f"Write `{now}`.")
                else:
                    yield dangling(place, "unknown-story", "other story", slug, known - {story.slug}, hint)


def slug_at(alias: str) -> str:
    """The slug that a former address ends in."""
    return alias.rstrip("/").rpartition("/")[2]


def term_references(library: Library) -> Iterator[Problem]:
    """Related terms, and offices of entities."""
    for term in library.terms.values():
        for n, name in enumerate(term.related):
            if name and name not in library.terms:
                yield dangling(
                    term.where.place("related", n),
                    "unknown-term",
                    "glossary term",
                    name,
                    library.terms,
                    "Give the name of a file in glossary/ without its ending.",
                )
    for entity in library.entities.values():
        for n, role in enumerate(entity.roles):
            if role.at and role.at not in library.entities:
                yield dangling(
                    entity.where.place("roles", n, "at"),
                    "unknown-entity",
                    "entity",
                    role.at,
                    library.entities,
                    f"Add content/entities/{role.at}.md.",
                )
