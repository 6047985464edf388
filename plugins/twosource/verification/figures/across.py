"""One fact given two ways in two stories: same thing, same day, figures that exclude each other.

An index from words to facts finds the pairs that are worth comparing; words that many facts share are left out, so
that the work grows with the number of facts and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from twosource.newsroom.moments import PartialDate
from twosource.verification.figures.disagreement import speaks_against
from twosource.verification.figures.figure import Measure
from twosource.verification.figures.mention import Mention, mentions_in
from twosource.verification.figures.sentence import QUIET, sentence
from twosource.verification.fingerprint import folded

COMMON = 40
"""Facts from which a word of one measure says too little to look behind it."""

SHARED = 2
"""Words that two facts must share to be compared."""

ALIKE = 0.6
"""Share of the words of both that two facts of one thing have in common."""


class Told(NamedTuple):
    """A fact of a story, with what is needed to find others on the same thing: plain values, which a cache can keep."""

    story: str
    """Slug."""
    n: int
    """Number of the fact, from 1."""
    text: str
    """The fact."""
    first: int
    """Ordinal of the first day for which it holds."""
    last: int
    """Ordinal of the last."""
    figures: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Of each of its numbers the measure, the unit, and the words that are about it."""


class Disagreement(NamedTuple):
    """Two facts of two stories that give one thing two figures."""

    later: Told
    """The one that comes later in the order given."""
    earlier: Told
    """The other."""
    says: str
    """The later one's figure."""
    said: str
    """The earlier one's figure."""


def told_of(story: str, n: int, text: str, day: PartialDate) -> Told:
    """A fact and what it is about; `day` is the time for which it holds."""
    figures = tuple((one.figure.measure.value, one.figure.unit, tuple(sorted(one.own))) for one in _mentions(text))
    return Told(story, n, text, day.first.toordinal(), day.last.toordinal(), figures)


def told_otherwise(facts: Sequence[Told]) -> Iterator[Disagreement]:
    """Every pair of facts in two stories that give one thing two figures."""
    entries = [(fact, place) for fact in facts for place in range(len(fact.figures))]
    index = _index(entries)
    for n, (fact, place) in enumerate(entries):
        measure, unit, words = fact.figures[place]
        near = Counter(other for word in words for other in index.get((measure, unit, word), ()) if other < n)
        for other, many in sorted(near.items()):
            if many >= SHARED and _one_time(fact, entries[other][0]):
                one, earlier = _mentions(fact.text)[place], _mentions(entries[other][0].text)[entries[other][1]]
                if _disagree(one, earlier):
                    yield Disagreement(fact, entries[other][0], one.figure.text, earlier.figure.text)


def _mentions(text: str) -> tuple[Mention, ...]:
    """The numbers of a fact."""
    return tuple(one for one in mentions_in(sentence(folded(text))) if one.figure.measure not in SET_APART)


SET_APART = (*QUIET, Measure.TIMES, Measure.VAGUE)
"""Measures in which two facts that differ mostly speak of two things."""

Key = tuple[str, str, str]


def _index(entries: Sequence[tuple[Told, int]]) -> Mapping[Key, Sequence[int]]:
    index: dict[Key, list[int]] = defaultdict(list)
    for n, (fact, place) in enumerate(entries):
        measure, unit, words = fact.figures[place]
        for word in words:
            index[measure, unit, word].append(n)
    return {key: found for key, found in index.items() if 1 < len(found) <= COMMON}


def _one_time(one: Told, other: Told) -> bool:
    return one.story != other.story and one.first <= other.last and other.first <= one.last


def _disagree(one: Mention, other: Mention) -> bool:
    ours, theirs = one.sentence.senses, other.sentence.senses
    alike = len(ours & theirs) >= ALIKE * len(ours | theirs)
    return alike and speaks_against(one, other) and speaks_against(other, one)
