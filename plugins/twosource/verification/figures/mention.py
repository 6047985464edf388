"""A figure in its sentence, with the words that are about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from twosource.newsroom.late import late
from twosource.verification.figures.figure import Figure, Measure
from twosource.verification.figures.same_value import comparable, excludes
from twosource.verification.figures.sentence import REMEMBERED, Sentence

RECKONED_BY_YEAR = late(r"\d|\byear$")
"""Dates that part two figures: written ones and “last year”; a day of the week and a month alone are too loose."""


@dataclass(frozen=True)
class Mention:
    """A figure in its sentence."""

    sentence: Sentence
    """The sentence."""
    figure: Figure
    """The figure."""

    @cached_property
    def own(self) -> frozenset[str]:
        """Meanings that belong to the figure."""
        return self.sentence.own(self.figure).union(self.things)

    @cached_property
    def things(self) -> tuple[str, ...]:
        """Meanings of the noun that it counts, the head last; names are left out."""
        return tuple(word.sense for word in self.sentence.counted(self.figure) if word.sense[0] != "@")

    @cached_property
    def names(self) -> frozenset[str]:
        """Meanings of the names in its stretch."""
        return frozenset(word.sense for word in self.sentence.words if word.name and word.sense in self.own)

    @cached_property
    def owners(self) -> Mapping[str, frozenset[str]]:
        """Countries of the nouns about it: American goods."""
        return self.sentence.owners(self.figure) if self.sentence.places else {}

    @cached_property
    def dates(self) -> tuple[Figure, ...]:
        """Written dates that it is a figure of: those of its stretch, else those before the first number."""
        known = [one for one in self.sentence.figures if one.measure is Measure.DATE and len(one.days) == 1]
        known = [one for one in known if RECKONED_BY_YEAR.search(one.text)]
        if not known:
            return ()
        start, end = self.sentence.segment(self.figure)
        inside = tuple(one for one in known if start <= one.start < end)
        first = self.sentence.peers(self.figure)[0].start
        return inside or tuple(one for one in known if one.start < first)

    @cached_property
    def governor(self) -> str:
        """The last word with a meaning before it in its own stretch, behind any other figure; empty where none is."""
        earlier = [one.end for one in self.sentence.figures if one.end <= self.figure.start]
        start = max(self.sentence.segment(self.figure)[0], *earlier, 0)
        before = [word.sense for word in self.sentence.words if start <= word.start < self.figure.start]
        return before[-1] if before else ""

    @cached_property
    def sides(self) -> tuple[str, str]:
        """The nearest countries of its stretch before and behind it; empty where there is none."""
        if not self.sentence.places:
            return "", ""
        start, end = self.sentence.segment(self.figure)
        places = [word for word in self.sentence.places if start <= word.start < end]
        before = [word.sense for word in places if word.start < self.figure.start]
        behind = [word.sense for word in places if word.start > self.figure.start]
        return before[-1] if before else "", behind[0] if behind else ""

    @cached_property
    def rivals(self) -> tuple[Mention, ...]:
        """Figures of the same measure in the same sentence that say something else."""
        if len(self.sentence.figures) < 2:
            return ()
        return tuple(
            Mention(self.sentence, one)
            for one in self.sentence.peers(self.figure)
            if one is not self.figure and comparable(one, self.figure) and excludes(one, self.figure)
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Weight of each word of a stated figure: what it counts, and names, weigh double."""
        heavy = {*self.things, *(word.sense for word in self.sentence.words if word.name and word.start > 0)}
        heavy |= {word.sense for word in self.sentence.words if word.sense[0] == "@"}
        own = {sense: 2.0 if sense in heavy else 1.0 for sense in self.own}
        return own | dict.fromkeys(self.sentence.senses - self.own, 0.3)

    @cached_property
    def companions(self) -> tuple[Figure, ...]:
        """Other figures of the same stretch."""
        start, end = self.sentence.segment(self.figure)
        return tuple(
            one
            for one in self.sentence.figures
            if one is not self.figure and (start <= one.start < end or one.measure is Measure.DATE)
        )


@lru_cache(maxsize=REMEMBERED)
def mentions_in(sentence: Sentence) -> tuple[Mention, ...]:
    """Every figure of a sentence in it; kept for a while, for a fact is asked for its figures more than once."""
    return tuple(Mention(sentence, figure) for figure in sentence.figures)
