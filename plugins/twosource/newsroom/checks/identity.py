"""Names that must be unique, types that must be true, texts that must not repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from twosource.newsroom.body import Body
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.reference import Entity, EntityType, Term
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story

BOILERPLATE_WORDS = 20
"""A paragraph shorter than this may recur by chance."""


NOT_OWN = (">", "|", "```", "~~~")
"""What quotations, tables and code begin with."""


def duplicate_slugs(library: Library) -> Iterator[Problem]:
    """Two stories at one address: reported at every one but the first."""
    first: dict[str, Story] = {}
    for story in library.stories:
        other = first.setdefault(story.slug, story)
        if other is not story:
            place = (
                story.where.place("slug")
                if story.where.root and story.where.root.get("slug")
                else Place(story.path, 1, 1)
            )
            yield found(
                place,
                "duplicate-slug",
                f"The slug `{story.slug}` is also that of {other.path}.",
                "Rename one of the files, or give one another `slug:`.",
            )


def duplicate_ids(story: Story, library: Library) -> Iterator[Problem]:
    """Source ids, and entities mentioned twice."""
    lists: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
        ("sources", tuple(source.id for source in story.sources), ("id",)),
        ("mentioned", story.mentioned, ()),
        ("aliases", story.aliases, ()),
    )
    for key, names, tail in lists:
        for n in _repeated(names):
            yield found(
                story.where.place(key, n, *tail),
                "duplicate-id",
                f"`{names[n]}` stands twice under `{key}`.",
                "Keep one.",
            )


def _repeated(names: Iterable[str]) -> Iterator[int]:
    seen: set[str] = set()
    for n, name in enumerate(names):
        if name and name in seen:
            yield n
        seen.add(name)


Named = tuple[str, Iterator[tuple[str, Place]]]
"""A file, and the names that it gives with their places."""


def duplicate_names(library: Library) -> Iterator[Problem]:
    """A name or alias that two entities, or two terms, share."""
    yield from _shared((one.path, _names(one, one.name)) for one in library.entities.values())
    yield from _shared((term.path, _names(term, term.term, term.plurals)) for term in library.terms.values())


def _names(owner: Entity | Term, name: str, plurals: tuple[str, ...] = ()) -> Iterator[tuple[str, Place]]:
    yield name, owner.where.place("name" if isinstance(owner, Entity) else "term")
    for key, more in (("aliases", owner.aliases), ("plurals", plurals)):
        yield from ((other, owner.where.place(key, n)) for n, other in enumerate(more))


def _shared(named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for path, names in named:
        for name, place in names:
            other = first.setdefault(name.casefold(), path)
            if name and other != path:
                yield found(
                    place,
                    "duplicate-name",
                    f"The name “{name}” is also that of {other}.",
                    "Rename one, or remove the alias.",
                )


@cache
def _countries() -> frozenset[str]:
    import pycountry

    return frozenset(
        name.casefold()
        for country in pycountry.countries
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
        if name
    )


AMBIGUOUS = frozenset({"georgia", "jersey"})
"""Names that are also those of other places."""

OTHERWISE_CALLED = frozenset(
    {"russia", "turkey", "usa", "uk", "great britain", "ivory coast", "brunei", "cape verde", "vatican", "burma"}
)
"""Names of countries that ISO 3166 does not have."""


def country_types(library: Library) -> Iterator[Problem]:
    """A country must be labelled as one; ISO 3166 lists territories too, which may be regions."""
    for entity in library.entities.values():
        name = entity.name.casefold()
        other = entity.type not in (EntityType.COUNTRY, EntityType.REGION) and name not in AMBIGUOUS
        if other and (name in OTHERWISE_CALLED or name in _countries()):
            yield found(
                entity.where.place("type"),
                "entity-type",
                f"{entity.name} is a country, but labelled `{entity.type}`.",
                "Write `type: country`.",
            )


def boilerplate(library: Library) -> Iterator[Problem]:
    """A paragraph that a second story repeats word for word."""
    first: dict[str, str] = {}
    for story in library.stories:
        for line, words in _paragraphs(story.body):
            other = first.setdefault(words, story.path)
            if other != story.path:
                yield found(
                    Place(story.path, line, 1),
                    "boilerplate",
                    f"This paragraph stands in {other} too.",
                    "Write it for this story, or put it in the methodology.",
                )


def _paragraphs(body: Body) -> Iterator[tuple[int, str]]:
    """Long paragraphs of a text's own words with their first lines: quotations, tables and code may recur."""
    for blank, group in groupby(enumerate(body.text.split("\n"), body.line), lambda row: not row[1].strip()):
        rows = list(group)
        words = " ".join(" ".join(text for _, text in rows).split())
        if not blank and not words.startswith(NOT_OWN) and words.count(" ") >= BOILERPLATE_WORDS - 1:
            yield rows[0][0], words
