"""Words of a sentence by their meaning: lower case, without endings, one form for words that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from twosource.newsroom.late import late
from twosource.verification.figures import places, word_tables
from twosource.verification.figures.number_words import any_of


class Word(NamedTuple):
    """One word that carries meaning, or a stop."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last character."""
    text: str
    """As written."""
    sense: str
    """Its meaning, shared with words that say the same; empty for words and marks that carry none."""
    name: bool
    """True where it begins with a capital letter, or stands for a country."""

    @property
    def is_place(self) -> bool:
        """True for a country by any of its names."""
        return self.sense[:1] == "@"


VOWEL = late("[aeiouy]")
LAST_E = late(r"(?<=..[^aeiou])e$|(?<=[a-z]{2}e)e$")
OWNER = late(r"['’]s?$")


def _bare(word: str) -> str:
    """A word without its ending; the same for all forms of a regular word."""
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ied", "y"), ("ed", ""), ("s", "")):
        kept = word.removesuffix(ending)
        if kept == word or len(kept) < 3 or (ending == "s" and kept[-1] in "sui'"):
            continue
        if ending in ("ing", "ed") and not VOWEL.search(kept):
            continue
        if ending in ("ing", "ed") and kept[-1] == kept[-2] and kept[-1] not in "lsez":
            kept = kept[:-1]
        word = kept + rest
        break
    return LAST_E.sub("", word)


def _forms() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for group in word_tables.IRREGULAR.replace("\n", " ").split("|"):
        first, *rest = group.split()
        table |= {word: _bare(first) for word in (first, *rest)}
    return table


FORMS = _forms()


def _senses() -> Mapping[str, str]:
    senses: dict[str, str] = {}
    for line in word_tables.ALIKE.strip().splitlines():
        bare = [FORMS.get(word) or _bare(word) for word in line.split()]
        for word in bare:
            senses.setdefault(word, senses.get(bare[0], bare[0]))
    return senses


SENSES = _senses()


def _places() -> Mapping[str, str]:
    rows = (line.split(" : ") for line in places.PLACES.strip().splitlines())
    return {name.strip(): f"@{place}" for place, names in rows for name in names.split("|")}


PLACES = _places()
"""Sense of each name of a country: `@usa`."""

TOKEN = late(
    rf"(?P<place>(?=[A-Z])(?<!\w)(?:{any_of(PLACES)})(?!\w)(?!-based))(?:['’]s?)?"
    r"|(?P<word>[^\W\d_][\w&]*(?:(?:['’](?=\w)|\.(?=\w\.))[\w&]*)*)"
    r"|(?P<mark>[,;:()\"?!]|\s-\s|\.(?=\s|$)|\.\.\.)"
)


@lru_cache(maxsize=20_000)
def sense_of(word: str) -> str:
    """Meaning of a word; empty for one that carries none."""
    low = OWNER.sub("", word.lower())
    if low in word_tables.STOP or (len(low) < 2 and not word.isupper()):
        return ""
    form = FORMS.get(low) or _bare(low)
    return SENSES.get(form, form)


@lru_cache(maxsize=512)
def words_of(sentence: str) -> tuple[Word, ...]:
    """Words and marks of a folded sentence, in order; marks have no sense and no letter."""
    found = []
    for match in TOKEN.finditer(sentence):
        text, (start, end), kind = match[0], match.span(), match.lastgroup
        if kind == "word":
            found.append(Word(start, end, text, sense_of(text), text[0].isupper()))
        elif kind == "place":
            found.append(Word(start, end, text, PLACES[match["place"]], True))
        else:
            found.append(Word(start, end, text.strip(), "", False))
    return tuple(found)


CAPITALS = late(r"[A-Z][\w’']+(?:(?:[ -]| (?:of|for|and|the|on) | & )[A-Z][\w’']+)+")
APART = late(r"[ -]")


def initials_in(text: str) -> Iterator[str]:
    """First letters of each run of capitalised words."""
    for run in CAPITALS.finditer(text):
        letters = [part[0] for part in APART.split(run[0]) if part[:1].isupper()]
        for start in range(len(letters)):
            for end in range(start + 2, len(letters) + 1):
                yield "".join(letters[start:end])


def _contrasts() -> tuple[tuple[frozenset[str], ...], ...]:
    lines = (line.split("/") for line in re.sub(r"\n +", " ", word_tables.CONTRASTS).strip().splitlines())
    return tuple(tuple(frozenset(map(sense_of, side.split())) for side in line) for line in lines)


CONTRASTS = _contrasts()
"""Questions of which only one answer can hold, each answer with the senses that give it."""


def _answers() -> Mapping[str, frozenset[tuple[int, int]]]:
    rows = [(sense, (n, m)) for n, sides in enumerate(CONTRASTS) for m, side in enumerate(sides) for sense in side]
    return {sense: frozenset(answer for one, answer in rows if one == sense) for sense, _ in rows}


ANSWERS = _answers()
"""Of each sense that answers a question, the numbers of the question and of its answer."""

ANSWERING = frozenset(ANSWERS)


def _answered(senses: frozenset[str]) -> frozenset[tuple[int, int]]:
    return frozenset([answer for sense in senses & ANSWERING for answer in ANSWERS[sense]])


def contrast(stated: frozenset[str], quoted: frozenset[str]) -> bool:
    """True when two sets of senses answer one question differently."""
    if stated.isdisjoint(ANSWERING) or quoted.isdisjoint(ANSWERING):
        return False
    said, heard = _answered(stated), _answered(quoted)
    agreed = {question for question, _ in said & heard}
    both = {question for question, _ in said} & {question for question, _ in heard}
    return bool(both - agreed)


PEOPLE = frozenset(map(sense_of, word_tables.PEOPLE.split()))
ANYBODY = sense_of("people")

KIN = tuple(frozenset(map(sense_of, line.split())) for line in word_tables.KIN.strip().splitlines())


@lru_cache(maxsize=4096)
def kin_of(sense: str) -> frozenset[str]:
    """Meanings that may stand for this one."""
    return frozenset().union(*(group for group in KIN if sense in group)) - {sense}


def same_thing(a: str, b: str) -> bool:
    """True when two nouns may count the same thing."""
    return a == b or b in kin_of(a) or (ANYBODY in (a, b) and {a, b} <= PEOPLE)
