"""Names that must be unique, types that must be true, texts that must not repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.reference import Entity, EntityType, Term
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.ties import PARAGRAPH, Ties, Where


def duplicate_slugs(ties: Sequence[Ties], where: Where) -> Iterator[Problem]:
    """Two stories at one address: reported at every one but the first."""
    first: dict[str, Ties] = {}
    for story in ties:
        other = first.setdefault(story.slug, story)
        if other is not story:
            yield found(
                where(story.path).place("slug") if where(story.path).text("slug") else Place(story.path, 1, 1),
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


def duplicate_topics(library: Library) -> Iterator[Problem]:
    """Topic ids: two topics of one id would have one page and one feed."""
    topics = library.hub.topics
    for n in _repeated(topic.id for topic in topics):
        yield found(
            library.hub.where.place("topics", n, "id"),
            "duplicate-id",
            f"`{topics[n].id}` stands twice under `topics`.",
            "Give one of them another id, or take it out.",
        )


def _repeated(names: Iterable[str]) -> Iterator[int]:
    seen: set[str] = set()
    for n, name in enumerate(names):
        if name and name in seen:
            yield n
        seen.add(name)


Named = tuple[Entity | Term, str, tuple[str | int, ...]]
"""Who has a name, the name, and the way to it."""


def duplicate_names(library: Library) -> Iterator[Problem]:
    """A name or alias that two entities, or two terms, share."""
    yield from _shared(name for one in library.entities.values() for name in _names(one, "name", one.name))
    yield from _shared(
        name for term in library.terms.values() for name in _names(term, "term", term.term, term.plurals)
    )


def _names(owner: Entity | Term, key: str, name: str, plurals: tuple[str, ...] = ()) -> Iterator[Named]:
    yield owner, name, (key,)
    for several, more in (("aliases", owner.aliases), ("plurals", plurals)):
        yield from ((owner, other, (several, n)) for n, other in enumerate(more))


def _shared(named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for owner, name, steps in named:
        other = first.setdefault(name.casefold(), owner.path)
        if name and other != owner.path:
            yield found(
                owner.where.place(*steps),
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


def boilerplate(ties: Sequence[Ties], where: Where) -> Iterator[Problem]:
    """A paragraph that a second story repeats word for word."""
    first: dict[bytes, str] = {}
    for story in ties:
        for words, line in PARAGRAPH.iter_unpack(story.paragraphs):
            other = first.setdefault(words, story.path)
            if other != story.path:
                yield found(
                    Place(story.path, line, 1),
                    "boilerplate",
                    f"This paragraph stands in {other} too.",
                    "Write it for this story, or put it in the methodology.",
                )


PLACEHOLDER = "mailto:your-address@example.org"
"""What `desk init` writes where nobody gives it an address."""


def own_contact(library: Library) -> Iterator[Problem]:
    """Readers can report errors to somebody."""
    if library.hub.contact == PLACEHOLDER:
        message = "Reports of errors would go to nobody: this address is the one that a new hub begins with."
        yield found(library.hub.where.place("contact"), "placeholder-contact", message, "Write your own.")
