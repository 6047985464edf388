"""Whose a figure is: the vetoes that look at names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from twosource.newsroom.late import late
from twosource.verification.figures.mention import Mention, mentions_in
from twosource.verification.figures.sentence import QUIET, REMEMBERED, Sentence
from twosource.verification.figures.words import Word, words_of

_NAME = r"(?P<name>[A-Z][\w&'-]*(?:\s(?:of\s)?[A-Z][\w&.'-]*)*)"
AGED = late(rf"-old\s{_NAME}")
"""The 78-year-old Sanders."""

SET_IN = late(rf"{_NAME}(?:,\s|\s\()(?:at\s)?$")
"""“Pelosi, 76,” and “Romney (17 percent)”: a name right before a figure that stands between marks."""

CLOSED = late(r"\s?[,);]")
RELATIVE = late(rf"{_NAME},\s(?:who|which|whose)\s(?P<clause>[^,;.]*)$")
"""Bloomberg, who is worth $48 billion."""

RELATIVES = frozenset(("who", "which", "whose"))

PARTED = late(r"[,;:()]")


def subject(stated: Mention, quoted: Mention) -> str:
    """The first name before the fact's figure, in its own stretch if that has words of its own."""
    return next(_names_before(stated, quoted), "")


def _names_before(stated: Mention, quoted: Mention) -> Iterator[str]:
    """Names before the fact's figure; its first word is taken for one where the other sentence has it as one."""
    known = quoted.sentence.capitalised
    start, _ = stated.sentence.segment(stated.figure)
    words = [word for word in stated.sentence.words if word.start < stated.figure.start]
    for word in [word for word in words if word.start >= start] or words:
        if word.name and (word.start > 0 or word.sense[0] == "@" or word.sense in known):
            yield word.sense


def told_of_another(stated: Mention, quoted: Mention) -> bool:
    """Who the fact speaks of stands in another stretch of the sentence, and somebody else in this one."""
    others = [
        one
        for one in mentions_in(quoted.sentence)
        if one.figure is not quoted.figure and one.figure.measure not in QUIET
    ]
    names = tuple(_names_before(stated, quoted)) if others else ()
    if not names or any(name in quoted.own for name in names) or not any(names[0] in other.own for other in others):
        return False
    return bool(quoted.names - stated.sentence.senses)


def borne_by_another(stated: Mention, quoted: Mention) -> bool:
    """The sentence ties the number to a name by its grammar, and the fact to another one."""
    bearer, clause = _bearer(quoted)
    ours = subject(stated, quoted) if bearer else ""
    return bool(ours) and ours not in bearer | clause and not bearer & stated.own


def _bearer(quoted: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """Meanings of the name that a figure is tied to, and of the clause that ties them."""
    text, figure = quoted.sentence.text, quoted.figure
    if aged := AGED.match(text, figure.end):
        return _senses(aged["name"]), frozenset()
    before = text[: figure.start]
    if CLOSED.match(text, figure.end) and (set_in := SET_IN.search(before)):
        return _senses(set_in["name"]), frozenset()
    if not RELATIVES.isdisjoint(quoted.sentence.letters) and (relative := RELATIVE.search(before)):
        rest = PARTED.split(text[figure.end :])[0]
        return _senses(relative["name"]), _senses(f"{relative['clause']} {rest}")
    return frozenset(), frozenset()


def _senses(text: str) -> frozenset[str]:
    return frozenset(word.sense for word in words_of(text) if word.sense)


def led_by_another(stated: Mention, quoted: Mention) -> bool:
    """France buys what Germany buys: one word of both has one name right before it here, and another there."""
    ours, theirs = _leaders(stated.sentence), _leaders(quoted.sentence)
    return any(
        _unnamed(ours[sense], quoted.sentence) and _unnamed(theirs[sense], stated.sentence)
        for sense in ours.keys() & theirs.keys() & stated.own & quoted.own
    )


def _unnamed(sense: str, sentence: Sentence) -> bool:
    return sense not in sentence.senses and sense not in sentence.acronyms


@lru_cache(maxsize=REMEMBERED)
def _leaders(sentence: Sentence) -> Mapping[str, str]:
    """For words that a name leads, the name: Germany for `buy`."""
    pairs = zip(sentence.words, sentence.words[1:], strict=False)
    return {
        word.sense: name.sense
        for name, word in pairs
        if _is_name(name, sentence)
        and (not word.name or word.text.isupper())
        and not PARTED.search(sentence.text[name.end : word.start])
    }


def _is_name(word: Word, sentence: Sentence) -> bool:
    """A capital in mid-sentence; at its beginning a country, an owner, or a word that is no plural."""
    if not word.name:
        return False
    owning = sentence.text[word.end - 2 : word.end] in ("'s", "s'")
    return word.start > 0 or word.sense[0] == "@" or owning
