"""What other stories may trip over in one story: names that must be unique, and names of others, each with its place.

Checks across stories see nothing else, so that a hub's stories need not all be in memory for them. Every value is a
plain one, which the cache keeps as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from twosource.newsroom.body import Body
from twosource.newsroom.lock import Lock
from twosource.newsroom.problems import Place
from twosource.newsroom.story import Story

PARAGRAPH_WORDS = 20
"""A paragraph shorter than this may recur by chance."""

NOT_OWN = (">", "|", "```", "~~~")
"""What quotations, tables and code begin with."""

Spot = tuple[int, int]
"""Line and column, from 1."""


class Ties(NamedTuple):
    """One story as others meet it."""

    path: str
    """Its file."""
    slug: str
    """Last part of its address."""
    slug_at: Spot
    """Where the slug is written; the top of the file when the file's name gives it."""
    title_at: Spot
    """Where its title stands."""
    aliases: tuple[tuple[str, Spot], ...]
    """Former addresses."""
    aliases_at: Spot
    """Where they stand; the top of the file when there are none."""
    related: tuple[tuple[str, Spot], ...]
    """Slugs of the stories that the writer chose."""
    paragraphs: tuple[tuple[bytes, int], ...]
    """Digest of each long paragraph of its own words, with its first line."""
    published: tuple[str, ...]
    """Addresses under which it was locked as published."""
    locked: bool
    """True when a lock was read."""
    urls: tuple[str, ...]
    """Addresses of its sources."""

    @property
    def name(self) -> str:
        """File name without its ending."""
        return self.path.removesuffix(".md")

    def place(self, spot: Spot) -> Place:
        """A place in its file."""
        return Place(self.path, *spot)


def ties_of(story: Story, lock: Lock | None) -> Ties:
    """Reduce one story to its ties."""

    def spot(*steps: str | int) -> Spot:
        place = story.where.place(*steps)
        return place.line, place.column

    root = story.where.root
    return Ties(
        path=story.path,
        slug=story.slug,
        slug_at=spot("slug") if root and root.get("slug") else (1, 1),
        title_at=spot("title"),
        aliases=tuple((alias, spot("aliases", n)) for n, alias in enumerate(story.aliases)),
        aliases_at=spot("aliases") if story.aliases else (1, 1),
        related=tuple((slug, spot("related", n)) for n, slug in enumerate(story.related)),
        paragraphs=tuple(_paragraphs(story.body)),
        published=lock.addresses if lock else (),
        locked=lock is not None,
        urls=tuple(source.url for source in story.sources),
    )


def ties_in_order(ties: Sequence[Ties]) -> list[Ties]:
    """By slug, then path: the order in which the first of two stories is the one that may keep a name."""
    return sorted(ties, key=lambda one: (one.slug, one.path))


def _paragraphs(body: Body) -> Iterator[tuple[bytes, int]]:
    """Long paragraphs of a text's own words with their first lines: quotations, tables and code may recur."""
    for blank, group in groupby(enumerate(body.text.split("\n"), body.line), lambda row: not row[1].strip()):
        rows = list(group)
        words = " ".join(" ".join(text for _, text in rows).split())
        if not blank and not words.startswith(NOT_OWN) and words.count(" ") >= PARAGRAPH_WORDS - 1:
            yield blake2b(words.encode(), digest_size=8).digest(), rows[0][0]
