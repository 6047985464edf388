"""Judges a fact by its quotes. They are short, so that silence is no objection: only what contradicts counts.

A figure must stand in a quote with its measure, value and bound. Words that the quote leaves out are not held against
it; words that show another thing, another date or another side of a change are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.newsroom.late import late
from twosource.verification.figures.ages import ages_in, same_age, same_subject
from twosource.verification.figures.disagreement import speaks_against
from twosource.verification.figures.figure import Bound, Figure, Measure
from twosource.verification.figures.finding import Cited, Conflict, Finding, Missing, finding
from twosource.verification.figures.mention import Mention, mentions_in
from twosource.verification.figures.names import Names, names_in
from twosource.verification.figures.numbered_names import misnumbered, misranked
from twosource.verification.figures.reasons import NOWHERE, WORDS
from twosource.verification.figures.same_value import comparable, says
from twosource.verification.figures.sentence import Sentence, sentence
from twosource.verification.figures.vetoes import OF_QUOTES, excluded
from twosource.verification.fingerprint import folded

LONE_ONE = late(r"\bone\b", re.I)
"""No count where it is stated, and yet it carries one."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quote."""

    source: str
    """Name of its source."""
    text: str
    """The words."""
    published: date | None = None
    """Day on which the source was published, where known."""


def judge_quotes(fact: str, quotes: Sequence[Quoted]) -> Finding:
    """Judge a fact by the quotes that are to support it."""
    stated = sentence(folded(fact))
    read = [(quote, sentence(folded(quote.text), quote.published)) for quote in quotes]
    lost: list[Missing] = []
    conflicts: list[Conflict] = []
    cited: list[Cited] = []
    for one in mentions_in(stated):
        figure = one.figure
        carrying = [quote for quote, said in read if _carries(one, said)]
        cited += [Cited(quote.source, quote.text) for quote in carrying]
        if carrying:
            conflicts += _against(one, [(quote, said) for quote, said in read if quote not in carrying])
        else:
            lost.append(Missing(figure.text, figure.measure.value, _reason(one, [said for _, said in read])))
    lost += _misnamed(stated, [said.text for _, said in read])
    return finding(tuple(lost), tuple(dict.fromkeys(conflicts)), tuple(dict.fromkeys(cited)))


def missing_figures(fact: str, quotes: tuple[str, ...]) -> tuple[Figure, ...]:
    """Figures of a fact that none of its quotes carries, in the fact's order."""
    stated = sentence(folded(fact))
    read = [sentence(folded(text)) for text in quotes]
    return tuple(one.figure for one in mentions_in(stated) if not any(_carries(one, said) for said in read))


def _carries(stated: Mention, said: Sentence) -> bool:
    if said is stated.sentence:
        return True  # A fact quoted in its own words: whatever the vetoes make of them, they say the same twice.
    for one in mentions_in(said):
        if says(one.figure, stated.figure) and not excluded(stated, one, OF_QUOTES):
            return True
    if stated.figure.measure is Measure.NUMBER and stated.figure.exact and stated.figure.low == 1:
        return LONE_ONE.search(said.text) is not None
    return any(
        age.figure == stated.figure and same_subject(age, other) and same_age(age, other)
        for age in ages_in(stated.sentence)
        for other in ages_in(said)
    )


def _against(stated: Mention, others: Sequence[tuple[Quoted, Sentence]]) -> Iterator[Conflict]:
    for quote, said in others:
        found = next((one for one in mentions_in(said) if speaks_against(stated, one, OF_QUOTES)), None)
        told = found.figure.text if found else _other_age(stated, said, quote.published)
        if told:
            yield Conflict(quote.source, told, stated.figure.text, quote.text)


def _other_age(stated: Mention, said: Sentence, published: date | None) -> str:
    for age in ages_in(sentence(stated.sentence.text, published)):
        for other in ages_in(said) if age.figure == stated.figure else ():
            if same_subject(age, other) and not same_age(age, other):
                return other.told
    return ""


def _reason(stated: Mention, read: Sequence[Sentence]) -> str:
    because = NOWHERE
    for said in read:
        for one in mentions_in(said):
            if says(one.figure, stated.figure):
                because = WORDS.get(excluded(stated, one, OF_QUOTES), because)
            elif because == NOWHERE and _bounded_otherwise(one.figure, stated.figure):
                because = f"The quote says “{one.figure.bound.value} {one.figure.text}”."
    return because


def _bounded_otherwise(quoted: Figure, stated: Figure) -> bool:
    return quoted.bound is not Bound.EXACT and comparable(quoted, stated) and quoted.low == stated.low != 0


def _misnamed(stated: Sentence, quotes: Sequence[str]) -> Iterator[Missing]:
    """Names that the quotes write almost, and not quite, so; a name that they leave out is no fault."""
    stating = tuple(names_in(stated))
    names = Names(tuple(quotes)) if stating else None
    for text, words in stating:
        if names and not names.have(words) and names.nearly_have(words):
            yield Missing(text, "name", "The quotes spell it otherwise.")
    for text in misnumbered(stated.text, quotes):
        yield Missing(text, "name", "The quotes have it with another number.")
    for text in misranked(stated.text, quotes):
        yield Missing(text, Measure.ORDINAL.value, "The quotes give it another rank.")
