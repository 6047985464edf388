"""Words that make a number rough or a limit, and what a quoted one says of a stated one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.newsroom.late import late
from twosource.verification.figures.figure import Bound
from twosource.verification.figures.number_words import any_of

_BEFORE: Mapping[Bound, str] = {
    Bound.AT_MOST: "up to|as much as|as many as|as high as|at most|at the most|no more than|not more than|a maximum of"
    "|maximum of|not exceeding|no greater than|a ceiling of|capped at|until as much as",
    Bound.AT_LEAST: "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of"
    "|as little as|as few as",
    Bound.OVER: "more than|over|above|greater than|in excess of|exceeding|exceed|exceeds|exceeded|north of|upwards of"
    "|upward of|topped|topping|tops|surpassed|surpassing"
    "|surpasses|well over|just over|slightly more than|a little more than|slightly over|better than|larger than",
    Bound.UNDER: "less than|fewer than|under|below|lower than|short of|south of|smaller than",
    Bound.NEARLY: "nearly|almost|close to|just under|just shy of|not quite|approaching|just below|shy of",
    Bound.ABOUT: "about|around|roughly|approximately|some|an estimated|estimated|approx.|circa|in the region of"
    "|something like|~|more or less|nearer to|an approximate",
}
BEFORE: Mapping[str, Bound] = {word: bound for bound, words in _BEFORE.items() for word in words.split("|")}
"""Words before a number."""

AFTER: Mapping[str, Bound] = {
    "or more": Bound.AT_LEAST,
    "or so": Bound.ABOUT,
    "or thereabouts": Bound.ABOUT,
    "or less": Bound.AT_MOST,
    "or fewer": Bound.AT_MOST,
    "at least": Bound.AT_LEAST,
    "at most": Bound.AT_MOST,
    "plus": Bound.OVER,
    "+": Bound.OVER,
}
"""Words after a number."""

ENDINGS = tuple({word.rpartition(" ")[2] for word in BEFORE} | {"only", "just", "a", "an", "another", "its"})
"""What a text ends with, spaces apart, where a bound may end."""

LEADING = late(rf"(?:(?<![\w-])(?P<word>{any_of(BEFORE)})\s?(?:only |just |a |an |another |its )?)$", re.I)
"""A bound that ends where a number begins."""

TRAILING = late(rf"\s?-?(?P<word>{any_of(AFTER)})(?![\w-])", re.I)
"""A bound that begins where a number ends."""

SPATIAL = late(
    r"(?:\b(?:flights?|fl(?:y|ew|ies|own|ying)|circl(?:e|ed|ing)|orbit(?:s|ed|ing)?|sail(?:s|ed|ing)?|hover(?:ed|ing)?"
    r"|pass(?:es|ed)?|spread|disputes?|war|lead|wins?|victory|control|sovereignty|concerns?|talks|years?|months?"
    r"|weeks?|missions?|bridges?|lifted|rose|fell|changed|jurisdiction))\s*$",
    re.I,
)
"""After these, `over` may be a preposition of place or time and no bound."""

SAYS: Mapping[Bound, frozenset[Bound]] = {
    Bound.EXACT: frozenset({Bound.EXACT}),
    Bound.ABOUT: frozenset({Bound.EXACT, Bound.ABOUT, Bound.NEARLY}),
    Bound.NEARLY: frozenset({Bound.NEARLY}),
    Bound.OVER: frozenset({Bound.OVER}),
    Bound.UNDER: frozenset({Bound.UNDER, Bound.NEARLY}),
    Bound.AT_LEAST: frozenset({Bound.EXACT, Bound.AT_LEAST, Bound.OVER}),
    Bound.AT_MOST: frozenset({Bound.AT_MOST, Bound.UNDER, Bound.NEARLY}),
}
"""Which bounds of a quoted number entail each bound of the same number stated: a fact may say less, never more.

“Up to” is not read out of a plain number: it would put a ceiling into the source's mouth.
"""


ROUNDED = 0.05
"""Share of a number that its padding zeros may hide, at most."""

ROUGHLY = 0.025
"""Share of a number that “about” may be off, at least."""


def spread(low: float, high: float, bound: Bound, step: float) -> tuple[float, float]:
    """All values that a number may stand for; `step` is the worth of its last digit that is not a padding zero."""
    half = min(step / 2, high * ROUNDED)
    match bound:
        case Bound.EXACT:
            return low - half, high + half
        case Bound.ABOUT:
            return low - max(half, low * ROUGHLY), high + max(half, high * ROUGHLY)
        case Bound.NEARLY:
            return low * 0.9, high
        case Bound.OVER | Bound.AT_LEAST:
            return low, max(high * 1.25, high + half)
        case _:
            return 0.0, high + half
