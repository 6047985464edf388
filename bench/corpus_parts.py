"""The parts that a story of the corpus is put together from, and the short words of its making."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.invention import Named


@dataclass(eq=False, slots=True)
class Saved:
    """A source and the words of its page."""

    id: str
    publisher: str
    url: str
    kind: str
    published: dt.date
    origin: str
    """`own`, or YAML that names a wire."""
    filler: list[str]
    """Sentences that nobody quotes."""
    says: list[str] = field(default_factory=list)
    """What is quoted of it; grows while the facts are made."""

    @property
    def text(self) -> str:
        """The page's text: what is quoted stands among the rest."""
        lines = [line for pair in zip(self.filler[1:], [f"{one}." for one in self.says], strict=False) for line in pair]
        return "\n\n".join([self.filler[0], *lines, *self.filler[len(self.says) + 1 :]])


class Fact(NamedTuple):
    """A key fact and who carries it."""

    quote: str
    """A sentence without its full stop, as it stands in every carrier."""
    speaker: str
    """Id of who says so; empty for what the desk reports as a fact."""
    carriers: tuple[Saved, ...]


class Parts(NamedTuple):
    """What front matter, body and lock share."""

    day: dt.date
    topic: str
    people: tuple[Named, ...]
    sources: tuple[Saved, ...]
    facts: tuple[Fact, ...]
