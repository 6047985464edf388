"""Two states of one story, and when a value of the one says what the other says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from twosource.desk.spelling import differs_in_spelling
from twosource.newsroom.story import Story
from twosource.verification.figures.figure import Figure
from twosource.verification.figures.reading import figures_in


@dataclass(frozen=True, slots=True)
class Sight:
    """Two states of one story, and what spelling is judged by."""

    old: Story
    """As it was published."""
    new: Story
    """As it is."""
    known: Collection[str]
    """Words that are used more than once in the hub as it was."""

    def same(self, before: Any, after: Any) -> bool:
        """True when two values say the same, spelling apart."""
        if isinstance(before, str) and isinstance(after, str):
            return before == after or (
                figures_of(before) == figures_of(after) and differs_in_spelling(before, after, self.known)
            )
        if isinstance(before, tuple) and isinstance(after, tuple):
            return len(before) == len(after) and all(map(self.same, before, after))
        if is_dataclass(before) and type(before) is type(after):
            return all(self.same(getattr(before, each.name), getattr(after, each.name)) for each in fields(before))
        return bool(before == after)


def figures_of(text: str) -> Counter[tuple[Any, ...]]:
    """Figures of a text by what they say, each with its first written form."""
    return Counter(_worth(figure) for line in text.split("\n") for figure in figures_in(line))


def _worth(figure: Figure) -> tuple[Any, ...]:
    worth = (figure.measure, figure.low, figure.high, figure.unit, figure.per, figure.bound, figure.days)
    return (*worth, figure.text.lower())
