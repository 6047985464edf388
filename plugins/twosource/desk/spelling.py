"""Whether two texts differ in spelling alone: in what no reader would call a change of what is said.

Case, punctuation, spaces and hyphens are spelling. So is a word that differs by one letter added, dropped, changed or
swapped with its neighbour (Damerau's four slips, which he found in four of five misspelt words: “A technique for
computer detection and correction of spelling errors”, 1964), if nobody else in the hub writes the old word, so that it
was no word before. The first letter is no slip: one before it often makes the opposite (typical, atypical). Vowel signs
and accents that stand as characters of their own belong to their words, and such words have no slips. Figures are never
spelling: a million is one letter away from a billion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import zip_longest
from unicodedata import category

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
SHORTEST = 3
"""Letters of the shortest word that can be misspelt: of two letters every slip is another word."""
SURE = 6
"""Letters from which a new word need not be known: shorter ones may be a different word that is new to the hub."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without apostrophes' two forms."""
    return tuple(text[slice(*word.span())].lower().replace("\u2019", "'") for word in WORD.finditer(_lettered(text)))


def _lettered(text: str) -> str:
    """The text with a letter for each combining mark, which `re` takes for no part of a word."""
    marks = [] if text.isascii() else [sign for sign in set(text) if category(sign).startswith("M")]
    return text.translate(dict.fromkeys(map(ord, marks), "a")) if marks else text


def vocabulary(texts: Iterable[str]) -> Counter[str]:
    """How often each word is used."""
    return Counter(word for text in texts for word in words_of(text))


def differs_in_spelling(old: str, new: str, known: Collection[str]) -> bool:
    """True when the two say the same in other spelling; `known` holds words that stand elsewhere in the hub."""
    before, after = words_of(old), words_of(new)
    if "".join(before) == "".join(after):
        return True
    pairs = zip_longest(before, after, fillvalue="")
    return len(before) == len(after) and all(one == other or _slip(one, other, known) for one, other in pairs)


def _slip(old: str, new: str, known: Collection[str]) -> bool:
    if min(len(old), len(new)) < SHORTEST or old[0] != new[0] or old in known:
        return False
    if not (old.isalpha() and new.isalpha()):
        return False
    return (new in known or len(new) >= SURE) and one_slip(old, new)


def one_slip(old: str, new: str) -> bool:
    """True when one letter was added, dropped, changed, or swapped with its neighbour."""
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    a, b = old[head:], new[head:]
    swapped = len(a) > 1 and len(b) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
