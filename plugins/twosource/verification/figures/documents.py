"""A whole text as sentences that can be searched, each with its place in the text as given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from twosource.verification.figures.fitting import Around
from twosource.verification.figures.sentence import Sentence
from twosource.verification.figures.sentences import sentences
from twosource.verification.fingerprint import folded


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence in a text."""

    start: int
    """First character in the text as given."""
    end: int
    """One past the last character."""
    sentence: Sentence
    """The folded sentence."""


@dataclass(frozen=True)
class Document:
    """One source's text."""

    name: str
    """What it is called in passages and conflicts."""
    text: str
    """The text as given."""
    published: date | None
    """Day of publication; it gives days of the week and “last year” their dates."""

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Its sentences in order."""
        return tuple(
            Spot(start, end, Sentence(folded(self.text[start:end]), self.published))
            for start, end in sentences(self.text)
        )

    @cached_property
    def senses(self) -> frozenset[str]:
        """Every meaning in it."""
        return frozenset().union(*(spot.sentence.senses for spot in self.spots))

    def around(self, n: int) -> Around:
        """What stands about the sentence with this number."""
        before = [self.spots[at].sentence.senses for at in (n - 2, n - 1) if at >= 0]
        after = self.spots[n + 1].sentence.senses if n + 1 < len(self.spots) else frozenset()
        return Around(frozenset().union(*before), after, self.senses)
