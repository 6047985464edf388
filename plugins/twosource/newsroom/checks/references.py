"""References: every id that is named must exist, and a slip of the pen gets a “did you mean”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from twosource.newsroom.body import Body, inline_tokens, parse
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.reference import Entity, Note, Term
from twosource.newsroom.rules import found
from twosource.newsroom.story import OriginKind, Story, quotes_of
from twosource.newsroom.suggest import did_you_mean
from twosource.newsroom.terms import term_ids

DESK = "desk"
"""Who says a forecast of our own."""

Steps = tuple[str | int, ...]


def _dangling(place: Place, rule: str, what: str, name: str, known: Collection[str], where: str) -> Problem:
    return found(place, rule, f"There is no {what} `{name}`.", did_you_mean(name, known) or where)


def registry_references(story: Story, library: Library) -> Iterator[Problem]:
    """Topic and publishers."""
    topics = library.topics
    if story.category and story.category not in topics:
        known = [*(topic.name for topic in topics.values()), *topics]
        yield _dangling(
            story.where.place("category"),
            "unknown-topic",
            "topic",
            story.category,
            known,
            "Topics: " + ", ".join(topic.name for topic in topics.values()) + ".",
        )
    for n, source in enumerate(story.sources):
        if source.publisher and source.publisher not in library.publishers:
            yield _dangling(
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
            yield _dangling(
                story.where.place(*steps),
                "unknown-entity",
                "entity",
                name,
                library.entities,
                f"Add content/entities/{name}.md.",
            )


def _sources_named(story: Story) -> Iterator[tuple[Steps, str]]:
    yield from (((*steps, "source"), quote.source) for steps, quote in quotes_of(story))
    for n, source in enumerate(story.sources):
        if source.origin.kind is OriginKind.SOURCE:
            yield ("sources", n, "origin", "source"), source.origin.name


def source_references(story: Story, library: Library) -> Iterator[Problem]:
    """Sources that quotes and origins name."""
    known = [source.id for source in story.sources]
    for steps, name in _sources_named(story):
        if name and name not in known:
            yield _dangling(
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
    """Numbers of key facts."""
    for steps, numbers in _fact_numbers(story):
        for m, number in enumerate(numbers):
            if number > len(story.facts):
                yield _no_fact(story.where.place(*steps, m), number, len(story.facts))


def _no_fact(place: Place, number: int, facts: int) -> Problem:
    return found(place, "unknown-fact", f"There is no key fact {number}.", f"The story has {facts}, counted from 1.")


def related_references(story: Story, library: Library) -> Iterator[Problem]:
    """Stories chosen as related."""
    known = [other.slug for other in library.stories if other.slug != story.slug]
    for n, slug in enumerate(story.related):
        if slug and slug not in known:
            yield _dangling(
                story.where.place("related", n),
                "unknown-story",
                "other story",
                slug,
                known,
                "Give the last part of a story's address.",
            )


def body_marks(body: Body, path: str) -> Iterator[tuple[str, str, Place]]:
    """Our marks in a text: type, what they point to, and where they stand."""
    lines = body.text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    cursor = 0
    for block, token in inline_tokens(parse(body.text)):
        if token.type not in ("term_ref", "cite", "fact_ref"):
            continue
        floor = starts[block.map[0]] if block.map else 0
        at = body.text.find(token.content, max(cursor, floor))
        at = at if at >= 0 else body.text.find(token.content)
        cursor = at + len(token.content)
        row = body.text.count("\n", 0, at)
        yield token.type, token.meta["target"], Place(path, body.line + row, at - starts[row] + 1)


def body_references(story: Story, library: Library) -> Iterator[Problem]:
    """Terms, sources and facts that the analysis refers to."""
    if not re.search(r"\[\[|\[@|\{fact", story.body.text):
        return
    known = [source.id for source in story.sources]
    terms = term_ids(library.terms.values())
    for kind, target, place in body_marks(story.body, story.path):
        if kind == "cite" and target not in known:
            yield _dangling(
                place, "unknown-source", "source", target, known, f"Sources of this story: {', '.join(known)}."
            )
        elif kind == "fact_ref" and not 1 <= int(target) <= len(story.facts):
            yield _no_fact(place, int(target), len(story.facts))
        elif kind == "term_ref" and target.casefold() not in terms:
            yield _dangling(place, "unknown-term", "glossary term", target, terms, "Add its file to glossary/.")


def term_references(library: Library) -> Iterator[Problem]:
    """Related terms, offices of entities, and terms that glossary texts link."""
    terms = term_ids(library.terms.values())
    for term in library.terms.values():
        for n, name in enumerate(term.related):
            if name and name not in library.terms:
                yield _dangling(
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
                yield _dangling(
                    entity.where.place("roles", n, "at"),
                    "unknown-entity",
                    "entity",
                    role.at,
                    library.entities,
                    f"Add content/entities/{role.at}.md.",
                )
    owners: tuple[Term | Entity | Note, ...] = (
        *library.terms.values(),
        *library.entities.values(),
        *library.notes,
        library.about,
    )
    for owner in owners:
        for kind, target, place in body_marks(owner.body, owner.path) if "[[" in owner.body.text else ():
            if kind == "term_ref" and target.casefold() not in terms:
                yield _dangling(place, "unknown-term", "glossary term", target, terms, "Add its file to glossary/.")
