"""A sentence with its words, its figures, and what belongs to which figure.

Between two figures stand borders, commas and the like: what lies before the first of them belongs to the one figure,
what lies behind the last to the other, and what is between to neither. Without a border the two share their words, as
in “25% on $50 billion of goods”. Words before the first figure belong to all that bring no words of their own before
them: “tariffs of 25% on steel and 10% on aluminium”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from twosource.newsroom.late import late
from twosource.verification.figures.figure import Figure, Measure
from twosource.verification.figures.grammar import (
    BORDER,
    JOINT,
    NEXT,
    OF,
    OF_LATER,
    RESPECTIVELY,
    noun_end,
    until_participle,
)
from twosource.verification.figures.reading import figures_in
from twosource.verification.figures.triggers import RELATIVE, WEEKDAYS, letters_in, lowered
from twosource.verification.figures.words import Word, initials_in, sense_of, words_of

QUIET = (Measure.DATE, Measure.TIME, Measure.ORDINAL)
"""Figures that share the words around them with the numbers beside them."""


@dataclass(frozen=True)
class Sentence:
    """One sentence, folded, with what can be read from it."""

    text: str
    """The folded text."""
    published: date | None
    """Day of publication, where it is known."""

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures in the order written."""
        return figures_in(self.text, self.published)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words with a meaning that are no part of a figure."""
        words = [word for word in words_of(self.text) if word.sense]
        for one in self.figures:
            words = [word for word in words if word.end <= one.start or word.start >= one.end]
        return tuple(words)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every run of letters, in small ones: what they lack, no pattern made of it need look for."""
        return letters_in(lowered(self.text))

    @cached_property
    def places(self) -> tuple[Word, ...]:
        """Its words for countries."""
        return tuple(word for word in self.words if word.sense[0] == "@")

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Meanings of its words with a capital letter, the first one included."""
        return frozenset([word.sense for word in self.words if word.name])

    @cached_property
    def senses(self) -> frozenset[str]:
        """Every meaning in it."""
        return frozenset([word.sense for word in self.words])

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Initials of its names, in lower case: `tpp` where it says Trans-Pacific Partnership."""
        return frozenset(short.lower() for short in initials_in(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """Meanings of its names; the first word is one only where it is a country's."""
        return frozenset(word.sense for word in self.words if word.name and (word.start > 0 or word.sense[0] == "@"))

    @cached_property
    def numbers(self) -> tuple[Figure, ...]:
        """Figures that are no dates, times or ranks."""
        return tuple(one for one in self.figures if one.measure not in QUIET)

    def peers(self, figure: Figure) -> tuple[Figure, ...]:
        """Figures that words are shared out among: dates among dates, all others among the numbers."""
        if figure.measure in QUIET:
            return tuple(one for one in self.figures if one.measure is figure.measure)
        return self.numbers

    def segment(self, figure: Figure) -> tuple[int, int]:
        """Start and end of the stretch that belongs to a figure of this sentence."""
        return self._stretches[figure.start]

    @cached_property
    def _stretches(self) -> Mapping[int, tuple[int, int]]:
        """Asked for dozens of times in judging one fact."""
        return {one.start: self._stretch(one) for one in self.figures}

    def _stretch(self, figure: Figure) -> tuple[int, int]:
        rivals = [one for one in self.peers(figure) if one is not figure]
        before = [one for one in rivals if one.end <= figure.start]
        after = [one for one in rivals if one.start >= figure.end]
        start = next((found[-1] for one in reversed(before) if (found := self._borders(one, figure))), 0)
        end = next((found[0] for one in after if (found := self._borders(figure, one))), len(self.text))
        return max(start, self.text.rfind(";", 0, figure.start)), end

    def _borders(self, one: Figure, other: Figure) -> list[int]:
        return [found.start() for found in BORDER.finditer(self.text, one.end, other.start + 1)]

    def own(self, figure: Figure) -> frozenset[str]:
        """Meanings in the stretch of a figure, with those that it shares."""
        if turn := self._turns.get(figure.start):
            return turn
        start, end = self.segment(figure)
        own = frozenset([word.sense for word in self.words if start <= word.start < end])
        return own | self._shared(figure, start)

    @cached_property
    def _turns(self) -> Mapping[int, frozenset[str]]:
        """“25 and 10 percent, respectively, on steel and aluminium”: the own words of each, by its start."""
        found = RESPECTIVELY.search(self.text) if "respectively" in self.letters else None
        if not found:
            return {}
        row = [one for one in self.numbers if one.end <= found.start()]
        row = [one for one in row if one.measure is row[-1].measure][-4:]
        if len(row) < 2:
            return {}
        lists = [found["after"] or "", self.text[: row[0].start]]
        for listed in lists:
            parts = [words for part in JOINT.split(listed) if (words := frozenset(map(sense_of, part.split())) - {""})]
            if len(parts) >= len(row):
                turns = parts[: len(row)] if listed == found["after"] else parts[-len(row) :]
                shared = self.senses - frozenset().union(*turns)
                return {one.start: turn | shared for one, turn in zip(row, turns, strict=True)}
        return {one.start: self.senses for one in row}

    def _shared(self, figure: Figure, start: int) -> frozenset[str]:
        """Words before an earlier figure, for one that brings none of its own: the nearest that has some gives them."""
        peers = self.peers(figure)
        for one in reversed(peers[: peers.index(figure) + 1]):
            begin = start if one is figure else self.segment(one)[0]
            lead = frozenset([word.sense for word in self.words if begin <= word.start < one.start])
            if lead:
                return lead
        return frozenset()

    def owners(self, figure: Figure) -> Mapping[str, frozenset[str]]:
        """Countries that stand right before a noun in the stretch of a figure: Chinese goods, the US tariff list."""
        start, end = self.segment(figure)
        places = [word for word in self.places if start <= word.start < end]
        found: dict[str, frozenset[str]] = {}
        for place in sorted(places, key=lambda word: (word.start < figure.start, word.start)):
            at = place.end
            for word in self.words:
                if word.start > at and NEXT.fullmatch(self.text[at : word.start]) and word.sense[0] != "@":
                    found.setdefault(word.sense, frozenset({place.sense}))
                    at = word.end
        return found

    def counted(self, figure: Figure) -> tuple[Word, ...]:
        """Words of the noun that a figure counts or measures; of one left out, the noun of the figure before."""
        found = self._noun(figure)
        if found or figure.measure is not Measure.NUMBER:
            return found
        earlier = [one for one in self.numbers if one.end <= figure.start and one.measure is Measure.NUMBER]
        return self._noun(earlier[-1]) if earlier else ()

    def leaves_out(self, figure: Figure) -> bool:
        """True for a figure whose noun stands only with an earlier one: “162,060 claims were filed, 13,168 granted”."""
        return figure.measure is Measure.NUMBER and not self._noun(figure) and bool(self.counted(figure))

    def _noun(self, figure: Figure) -> tuple[Word, ...]:
        at = figure.end
        if linked := OF.match(self.text, at):
            at = linked.end()
        stop = noun_end(self.text, at)
        inner = next((one for one in self.numbers if at <= one.start < at + 14), None)
        if linked and inner and inner.start < stop:
            return self._noun(inner)
        nested = OF_LATER.search(self.text, at, stop)
        end = nested.start() if nested else stop
        return until_participle([word for word in self.words if at <= word.start < end][:6])


_BEGUN = """
imposed established founded created introduced launched enacted adopted set instituted opened built formed began begun
started dates dating took put place force inaugurated born signed
"""
HANGING = WEEKDAYS | RELATIVE | frozenset(_BEGUN.split())
"""Without any of these a sentence says the same on whatever day it is published: see `ages.BEGUN` for the last."""

REMEMBERED = 512
"""Sentences that are kept read: those of some forty stories, in 10 MB. Nobody asks for one again once its story is done
with."""


@lru_cache(maxsize=REMEMBERED)
def sentence(text: str, published: date | None = None) -> Sentence:
    """A folded sentence, read when needed and remembered for a while.

    Facts are mostly quoted in their own words, by several sources, on several days: what makes no difference to the
    reading is left out, so that they are one sentence and read once. That is a full stop behind a whole word or year,
    and the day where nothing hangs on it.
    """
    plain = text[:-1] if FULL_STOP.fullmatch(text, max(0, len(text) - 7)) else text
    dated = published is not None and not HANGING.isdisjoint(letters_in(lowered(text)))
    return _sentence(plain, published if dated else None)


@lru_cache(maxsize=REMEMBERED)
def _sentence(text: str, published: date | None) -> Sentence:
    return Sentence(text, published)


FULL_STOP = late(r"(?:.[a-z]{5}|[a-z] (?:19|20)\d\d)\.", re.S)
"""The end of a sentence behind a year, or five small letters, which no abbreviation has that is read as one."""
