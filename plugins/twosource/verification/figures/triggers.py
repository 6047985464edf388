"""What a sentence must hold for a family of patterns to match in it: a word, a mark or a digit.

One cheap pass over the words of a sentence tells which readers are worth calling; most sentences need none or one.
A trigger may be found where its reader then finds nothing, never the other way round: tests look for exceptions.
"""

from __future__ import annotations

from twosource.newsroom.late import late
from twosource.newsroom.written_dates import MONTHS
from twosource.verification.figures.number_words import ORDINALS, SCALES, VAGUE, WORDS

LETTERS = late(r"[a-z]+")
DIGIT = late(r"\d")

LOOKALIKES = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})
"""Letters that a pattern that ignores case takes for one of the alphabet, and that `lower` leaves or splits."""


def plain_letters(text: str) -> str:
    """The text with letters of the alphabet for all that a pattern takes for them; no table of words knows others."""
    return text if text.isascii() else text.translate(LOOKALIKES)


def lowered(text: str) -> str:
    """The text in small letters, character by character, as a pattern that ignores case sees the alphabet."""
    return plain_letters(text).lower()


def letters_in(low: str) -> frozenset[str]:
    """Every run of letters in a lowered text; digits and marks part them."""
    return frozenset(LETTERS.findall(low))


_PERIODS = "second minute hour day week month year"
PERIODS = frozenset(_PERIODS.split())
"""With a number behind them, these make an article count: an hour and 20 minutes."""

NUMBER_WORDS = frozenset((*WORDS, "half", "quarter", "quarters"))
ARTICLES = frozenset(("a", "an"))
COUNTED_ONCE = frozenset((*(word for word in SCALES if len(word) > 2), "decade", "century", "fortnight"))
"""Behind an article these make it count: a million, a decade."""

COUNTED = NUMBER_WORDS | COUNTED_ONCE
"""A number that has no digit has one of these."""


def in_words(letters: frozenset[str]) -> bool:
    """True where a number may begin with a word; elsewhere digits are all that numbers begin with."""
    if not letters.isdisjoint(NUMBER_WORDS):
        return True
    return not (letters.isdisjoint(ARTICLES) or (letters.isdisjoint(COUNTED_ONCE) and letters.isdisjoint(PERIODS)))


TIMES_OF_DAY = frozenset(("noon", "midnight", "gmt"))
CLOCK = late(r"\d\s?[ap]\.?m|\d:[0-5]")

_PARTS = "half third quarter fifth tenth thirds quarters fifths tenths"
FRACTIONS = frozenset((*_PARTS.split(), *WORDS))
SO_MANY_IN = late(r"\d\s(?:in|out)\s")

_FOLDS = """
double doubles doubled doubling triple triples tripled tripling quadruple quadruples quadrupled quadrupling halve halves
halved halving twofold threefold fourfold fivefold tenfold twice times fold
"""
FOLDS = frozenset(_FOLDS.split())
RANKS = frozenset((*ORDINALS, "first", "st", "nd", "rd", "th", "q"))
AGAINST = late(r"\d(?:\s?-\s?|\s(?:votes?\s)?to\s|:)\d")
SIZES = frozenset(VAGUE)
MONTH_WORDS = frozenset(MONTHS)
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
RELATIVE = frozenset(("today", "yesterday", "tomorrow", "tonight", "year", "month"))

DAYS = MONTH_WORDS | WEEKDAYS | RELATIVE

ANY = COUNTED | TIMES_OF_DAY | FRACTIONS | FOLDS | RANKS | SIZES | DAYS
"""A sentence without any of these, and without a digit, has no figure."""

DATE = late(rf"\b(?:\d{{4}}-|\d{{1,2}}(?:st|nd|rd|th)?[\s–—-]|(?:{'|'.join(sorted(MONTHS, key=len))}))")
"""Where, in a lowered text, the first written date may begin."""

FOUR_DIGITS = late(r"(?:1[5-9]|20)\d\d")
"""What every year has, and every decade."""

TWO_UNITS = late(r"(?:-|to|and)\s?[$€£¥]?\d")
"""Before the second number of a pair."""

_NAME_WORDS = """
section sec article chapter title rule resolution phase order annex no group level part war boeing airbus cessna p ftse
fortune stoxx nikkei nasdaq csi route interstate flight channel apollo category stage tier class russell max
"""
NAME_WORDS = frozenset(_NAME_WORDS.split())
NAME_MARKS = late(r"\d(?:[/g]|(?<=[a-z].)|(?<=[a-z]-.))")
"""One of these is in every name that has a number in it."""


def may_name(words: frozenset[str], low: str) -> bool:
    """True where a lowered text may hold a name with a number in it; `words` are its runs of letters."""
    return not NAME_WORDS.isdisjoint(words) or NAME_MARKS.search(low) is not None
