"""What every section of an explanation is told from, and how its lines are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from twosource.desk.paint import Paint
from twosource.newsroom.library import Library
from twosource.newsroom.story import Story
from twosource.verification.verdict import JudgedFact, Verdict

WIDTH = 100
"""Columns."""


@dataclass(frozen=True, slots=True)
class Told:
    """What every section is told from."""

    story: Story
    """The story."""
    verdict: Verdict
    """What was reckoned."""
    library: Library
    """Names of publishers and entities."""
    paint: Paint
    """Colours, or none."""

    def name(self, source: str) -> str:
        """A source's id with its publisher: `ap (Associated Press)`."""
        publisher = next((one.publisher for one in self.story.sources if one.id == source), "")
        known = self.library.publishers.get(publisher)
        return f"{source} ({known.name})" if known else source

    def essential(self) -> tuple[JudgedFact, ...]:
        """Essential key facts."""
        return tuple(fact for fact in self.verdict.facts if fact.essential)

    def weakest(self) -> tuple[JudgedFact, ...]:
        """Essential key facts with the lowest count."""
        return tuple(fact for fact in self.essential() if fact.count == self.verdict.n)


def set_lines(text: str, indent: int = 2, mark: str = "") -> Iterator[str]:
    """A paragraph set to the width, indented; the mark stands before its first line."""
    first = " " * indent + mark
    yield from wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False)
