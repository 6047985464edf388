"""What other stories may trip over in one story: names that must be unique, and names of others, each with its place.

Checks across stories see nothing else, so that a hub's stories need not all be in memory for them. Every value is a
plain one, which the cache keeps as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from struct import Struct
from typing import NamedTuple

from twosource.newsroom.body import Body
from twosource.newsroom.lock import Lock
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story import Story
from twosource.newsroom.text_file import one_line

PARAGRAPH_WORDS = 20
"""A paragraph shorter than this may recur by chance."""

PARAGRAPH = Struct("8sI")
"""One paragraph in the bytes of ties: a hundred thousand of them are many, and seldom needed."""

NOT_OWN = (">", "|", "```", "~~~")
"""What quotations, tables and code begin with."""

Where = Callable[[str], SourceMap]
"""Places in a story's front matter, by the story's path: asked only where something is wrong."""


class Ties(NamedTuple):
    """One story as others meet it."""

    path: str
    """Its file."""
    slug: str
    """Last part of its address."""
    aliases: tuple[str, ...]
    """Former addresses."""
    related: tuple[str, ...]
    """Slugs of the stories that the writer chose."""
    paragraphs: bytes
    """Each long paragraph of its own words as in `PARAGRAPH`: its digest and its first line."""
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


def ties_of(story: Story, lock: Lock | None) -> Ties:
    """Reduce one story to its ties."""
    return Ties(
        path=story.path,
        slug=story.slug,
        aliases=story.aliases,
        related=story.related,
        paragraphs=b"".join(PARAGRAPH.pack(words, line) for words, line in _paragraphs(story.body)),
        published=lock.addresses if lock else (),
        locked=lock is not None,
        urls=tuple(source.url for source in story.sources),
    )


def ties_in_order(ties: Sequence[Ties]) -> list[Ties]:
    """By slug, then path: the order in which the first of two stories is the one that may keep a name."""
    return sorted(ties, key=lambda one: (one.slug, one.path))


def _paragraphs(body: Body) -> Iterator[tuple[bytes, int]]:
    """Long paragraphs of a text's own words with their first lines: quotations, tables and code may recur."""
    rows: list[str] = []
    for line, text in enumerate((*body.text.split("\n"), ""), body.line):
        if text and not text.isspace():
            rows.append(text)
        elif rows:
            words = one_line(" ".join(rows).strip())
            if words.count(" ") >= PARAGRAPH_WORDS - 1 and not words.startswith(NOT_OWN):
                yield blake2b(words.encode(), digest_size=8).digest(), line - len(rows)
            rows = []
