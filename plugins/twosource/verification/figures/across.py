"""One fact given two ways in two stories: same thing, same day, figures that exclude each other.

An index from words to facts finds the pairs that are worth comparing; words that many facts share are left out, so
that the work grows with the number of facts and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.newsroom.moments import PartialDate
from twosource.verification.figures.disagreement import speaks_against
from twosource.verification.figures.figure import Measure
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.sentence import Sentence
from twosource.verification.fingerprint import fold

COMMON = 40
"""Facts from which a word of one measure says too little to look behind it."""

SHARED = 2
"""Words that two facts must share to be compared."""

ALIKE = 0.6
"""Share of the words of both that two facts of one thing have in common."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of a story."""

    story: str
    """Slug."""
    n: int
    """Number of the fact, from 1."""
    text: str
    """The fact."""
    day: PartialDate
    """The time for which it holds."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two facts of two stories that give one thing two figures."""

    later: Told
    """The one that comes later in the order given."""
    earlier: Told
    """The other."""
    says: str
    """The later one's figure."""
    said: str
    """The earlier one's figure."""


@dataclass(frozen=True)
class _Entry:
    told: Told
    mention: Mention
    words: frozenset[str]


def told_otherwise(facts: Sequence[Told]) -> Iterator[Disagreement]:
    """Every pair of facts in two stories that give one thing two figures."""
    entries = [entry for told in facts for entry in _entries(told)]
    index = _index(entries)
    for n, entry in enumerate(entries):
        shared = Counter(other for word in entry.words for other in index.get(_key(entry, word), ()) if other < n)
        for other, many in sorted(shared.items()):
            if many >= SHARED and _disagree(entry, entries[other]):
                yield Disagreement(
                    entry.told, entries[other].told, entry.mention.figure.text, entries[other].mention.figure.text
                )


def _entries(told: Told) -> Iterator[_Entry]:
    sentence = Sentence(fold(told.text).text, None)
    for figure in sentence.numbers:
        if figure.measure not in (Measure.TIMES, Measure.VAGUE):
            yield _Entry(told, mention := Mention(sentence, figure), mention.own)


def _key(entry: _Entry, word: str) -> tuple[str, str, str]:
    return entry.mention.figure.measure.value, entry.mention.figure.unit, word


def _index(entries: Sequence[_Entry]) -> Mapping[tuple[str, str, str], Sequence[int]]:
    index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for n, entry in enumerate(entries):
        for word in entry.words:
            index[_key(entry, word)].append(n)
    return {key: found for key, found in index.items() if 1 < len(found) <= COMMON}


def _disagree(one: _Entry, other: _Entry) -> bool:
    if one.told.story == other.told.story or not one.told.day.meets(other.told.day):
        return False
    ours, theirs = one.mention.sentence.senses, other.mention.sentence.senses
    alike = len(ours & theirs) >= ALIKE * len(ours | theirs)
    return alike and speaks_against(one.mention, other.mention) and speaks_against(other.mention, one.mention)
