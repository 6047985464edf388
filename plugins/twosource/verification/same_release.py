"""Joins by a release: two reports that rest on one, and the release's own page with what was made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import OriginKind, SourceKind
from twosource.verification.agencies import name_key
from twosource.verification.case import Pool
from twosource.verification.joining import groups, pairs
from twosource.verification.verdict import Join, JoinKind

WORD = re.compile(r"\w+")


def same_release(pool: Pool) -> Iterator[Join]:
    """Two sources of which one at least declares a release, and the other declares or is it.

    A release is known by its title, alone or with its publisher before or after it; punctuation does not matter.
    """

    def names(source: Source) -> tuple[str, ...]:
        if source.origin.kind is OriginKind.RELEASE:
            return (_key(source.origin.name),)
        return _names_of_page(pool, source) if is_release(source) else ()

    def reason(a: Source, b: Source) -> str:
        declaring = [one for one in (a, b) if one.origin.kind is OriginKind.RELEASE]
        if not declaring:
            return ""
        name = declaring[0].origin.name
        if len(declaring) == 2:
            return f"Both rest on one release: {name}."
        page = a if declaring == [b] else b
        return f"{pool.publisher(declaring[0]).name} rests on the release of {pool.publisher(page).name}: {name}."

    for group in groups(pool, names).values():
        yield from pairs(JoinKind.RELEASE, group, reason)


def is_release(source: Source) -> bool:
    """True for the page of a press release that rests on nothing else."""
    return source.kind is SourceKind.PRESS_RELEASE and source.origin.kind is OriginKind.OWN


def _names_of_page(pool: Pool, source: Source) -> tuple[str, ...]:
    """How a release may be named: its title, with any name of its publisher before or after it."""
    publisher = pool.publisher(source)
    houses = (publisher.name, *publisher.aliases)
    both = (named for house in houses for named in (f"{house} {source.title}", f"{source.title} {house}"))
    return tuple(map(_key, (source.title, *both)))


def _key(name: str) -> str:
    return " ".join(WORD.findall(name_key(name)))
