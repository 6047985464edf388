"""Names that must be unique, types that must be true, texts that must not repeat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.reference import EntityType
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story

BOILERPLATE_WORDS = 20
"""A paragraph shorter than this may recur by chance."""


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


def duplicate_names(library: Library) -> Iterator[Problem]:
    """A name or alias that two entities, or two terms, share."""
    named = [
        (entity.path, (entity.name, *entity.aliases), entity.where.place("name"))
        for entity in library.entities.values()
    ]
    yield from _shared(named)
    yield from _shared(
        [(term.path, (term.term, *term.aliases), term.where.place("term")) for term in library.terms.values()]
    )


def _shared(named: Iterable[tuple[str, tuple[str, ...], Place]]) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for path, names, place in named:
        for name in dict.fromkeys(name.casefold() for name in names if name):
            other = owner.setdefault(name, path)
            if other != path:
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


def country_types(library: Library) -> Iterator[Problem]:
    """A country must be labelled as one; ISO 3166 lists territories too, which may be regions."""
    for entity in library.entities.values():
        name = entity.name.casefold()
        if entity.type not in (EntityType.COUNTRY, EntityType.REGION) and name not in AMBIGUOUS and name in _countries():
            yield found(
                entity.where.place("type"),
                "entity-type",
                f"{entity.name} is a country, but labelled `{entity.type}`.",
                "Write `type: country`.",
            )


def boilerplate(library: Library) -> Iterator[Problem]:
    """A paragraph that a second story repeats word for word."""
    first: dict[str, str] = defaultdict(str)
    for story in library.stories:
        line = story.body.line
        for paragraph in story.body.text.split("\n\n"):
            words = " ".join(paragraph.split())
            start = line + len(paragraph) - len(paragraph.lstrip("\n"))
            line += paragraph.count("\n") + 2
            if len(words.split()) < BOILERPLATE_WORDS:
                continue
            other = first[words] = first[words] or story.path
            if other != story.path:
                yield found(
                    Place(story.path, start, 1),
                    "boilerplate",
                    f"This paragraph stands in {other} too.",
                    "Write it for this story, or put it in the methodology.",
                )
