"""What names lead to: the things of a hub with what an editor shows of them, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from twosource.desk.lsp.shelf import Shelf, Sight
from twosource.newsroom.files import read_text
from twosource.newsroom.layout import HUB, PUBLISHERS
from twosource.newsroom.problems import Place
from twosource.newsroom.source_map import SourceMap
from twosource.pages.story_facts import status_text
from twosource.verification.verdict import State, Verdict


class Thing(NamedTuple):
    """Something that has a name."""

    name: str
    """As it is typed."""
    label: str
    """What it is called, in a few words."""
    about: str
    """What is known of it, in Markdown."""
    place: Callable[[], Place]
    """Where it stands; looked up when somebody goes there."""


Things = Iterator[Thing]


def _entities(shelf: Shelf, sight: Sight) -> Things:
    for held in shelf.library.entities.values():
        aliases = f"\n\nAlso: {', '.join(held.aliases)}" if held.aliases else ""
        roles = "".join(f"\n- {role.title}{f', {role.at}' if role.at else ''}" for role in held.roles)
        about = f"**{held.name}**, {held.type.value}{aliases}{f'{chr(10)}{roles}' if roles else ''}"
        yield Thing(held.id, f"{held.name}, {held.type.value}", about, partial(Place, held.path, 1, 1))


def _terms(shelf: Shelf, sight: Sight) -> Things:
    for held in shelf.library.terms.values():
        about = f"**{held.term}**\n\n{held.definition}"
        for name in dict.fromkeys((held.term, held.id, *held.aliases)):
            yield Thing(name, held.definition, about, partial(Place, held.path, 1, 1))


def _term_ids(shelf: Shelf, sight: Sight) -> Things:
    for held in shelf.library.terms.values():
        about = f"**{held.term}**\n\n{held.definition}"
        yield Thing(held.id, held.term, about, partial(Place, held.path, 1, 1))


def _publishers(shelf: Shelf, sight: Sight) -> Things:
    for held in shelf.library.publishers.values():
        about = f"**{held.name}**, {held.kind.value}, grade {held.grade.value}\n\n{held.reason}\n\nOwner: {held.owner}"
        yield Thing(held.id, f"{held.name}, grade {held.grade.value}", about, partial(_in, shelf, PUBLISHERS, held.id))


def _topics(shelf: Shelf, sight: Sight) -> Things:
    for n, held in enumerate(shelf.library.hub.topics):
        about = f"**{held.name}**\n\n{held.description}"
        yield Thing(held.id, held.name, about, partial(_in, shelf, HUB, "topics", n))


def _stories(shelf: Shelf, sight: Sight) -> Things:
    for held in shelf.library.stories:
        verdict = shelf.kept[held.path].judged.verdict
        about = f"**{held.title}**\n\n{badge_of(verdict) if verdict else 'It cannot be judged yet.'}"
        yield Thing(held.slug, held.title, about, partial(Place, held.path, 1, 1))


def _sources(shelf: Shelf, sight: Sight) -> Things:
    story = sight.story
    for n, held in enumerate(story.sources if story else ()):
        publisher = shelf.library.publishers.get(held.publisher)
        who = f"{publisher.name}, grade {publisher.grade.value}" if publisher else held.publisher
        counted = _cluster(sight.verdict, held.id)
        about = f"**{held.title}**\n\n{who}, {held.kind.value}, {held.published.text}\n\n{counted}".rstrip()
        yield Thing(held.id, f"{who}: {held.title}", about, partial(_here, story, "sources", n))


def _facts(shelf: Shelf, sight: Sight) -> Things:
    story = sight.story
    for n, held in enumerate(story.facts if story else (), 1):
        judged = sight.verdict.facts[n - 1] if sight.verdict else None
        state = f"\n\n{status_text(judged)}, {_found(judged.evidence)}" if judged else ""
        about = f"**Key fact {n}**: {held.text}{state}"
        yield Thing(str(n), held.text, about, partial(_here, story, "facts", n - 1))


KINDS: Mapping[str, Callable[[Shelf, Sight], Things]] = {
    "entity": _entities,
    "term": _terms,
    "term-id": _term_ids,
    "publisher": _publishers,
    "topic": _topics,
    "story": _stories,
    "source": _sources,
    "fact": _facts,
}
"""Everything that has a name, by its kind."""


def thing(kind: str, name: str, shelf: Shelf, sight: Sight) -> Thing | None:
    """The thing of a kind that has this name; a term is known by all its names, in either case."""
    if kind == "term":
        name = shelf.library.term_names.get(name.strip().casefold(), name)
        kind = "term-id"
    return next((one for one in KINDS[kind](shelf, sight) if one.name == name), None)


def badge_of(verdict: Verdict) -> str:
    """Badge and gate of a story in two sentences."""
    gate = "It may be published" if verdict.gate.passed else "It may not be published"
    return f"{verdict.badge} · {verdict.detail}\n\n{gate}: {verdict.gate.because}"


def _found(evidence: tuple[object, ...]) -> str:
    found = sum(getattr(quote, "state", None) is State.FOUND for quote in evidence)
    return f"{found} of {len(evidence)} quotes found"


def _cluster(verdict: Verdict | None, name: str) -> str:
    """Whom a source counts with."""
    for cluster in verdict.clusters if verdict else ():
        if name in cluster.sources:
            others = [other for other in cluster.sources if other != name]
            if not cluster.counts:
                return f"It does not count: {cluster.because}"
            return f"It counts as one with {', '.join(others)}." if others else "It counts on its own."
    return ""


def _in(shelf: Shelf, path: str, *steps: str | int) -> Place:
    return SourceMap(path, read_text(shelf.root, path).text).key(*steps)


def _here(story: object, *steps: str | int) -> Place:
    where = getattr(story, "where", None)
    return where.place(*steps) if isinstance(where, SourceMap) else Place("", 1, 1)
