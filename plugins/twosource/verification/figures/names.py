"""Names in a fact: written as the sources write them, or not in them at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from twosource.newsroom.late import late
from twosource.verification.figures.sentence import Sentence
from twosource.verification.figures.words import OWNER, PLACES, Word, initials_in, sense_of, words_of

_TITLES = """
president vice secretary minister prime chancellor senator sen representative rep governor gov mr mrs ms dr
chairman chairwoman chair director chief judge justice general gen attorney speaker king queen prince pope
commissioner ambassador spokesman spokeswoman professor prof sir lord the inc corp co ltd llc plc group company
corporation deputy acting former leader treasury commerce elect
"""
TITLES = frozenset(_TITLES.split())
"""Words beside a name that may be left out or added."""

NOT_NAMES = late(r"(?:s|ion|ing|ment|ance|ence|ity|ship|ness|age|ment|put|ly|ism|al|er|one|ed)$")
PLAIN = late(r"[\W_]+")


def names_in(fact: Sentence) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name as written, with its words; the fact's first word alone is one only where nothing else explains it."""
    run: list[Word] = []
    spans = [(one.start, one.end) for one in fact.figures]
    for word in words_of(fact.text):
        named = word.name and not (spans and _touches(word, spans))
        joined = run and fact.text[run[-1].end : word.start] in (" ", "-", " & ")
        if run and not (named and joined):
            yield from _name(run, fact.text)
            run = []
        if named and not (run and word.is_place):
            run.append(word)
    yield from _name(run, fact.text)


def _touches(word: Word, spans: list[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)


def _name(run: list[Word], text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    words = [_bare(word.text) for word in run]
    while words and words[0].lower() in TITLES:
        words, run = words[1:], run[1:]
    alone = len(words) == 1 and run[0].start == 0
    if not words or (alone and (not sense_of(words[0]) or NOT_NAMES.search(words[0]) or run[0].is_place)):
        return
    cut = next((n for n, word in enumerate(words) if word.lower() in TITLES and n), len(words))
    if cut < len(words):
        yield from _name(run[cut:], text)
    yield _bare(text[run[0].start : run[cut - 1].end]), tuple(words[:cut])


def _bare(word: str) -> str:
    return OWNER.sub("", word) if "'" in word or "’" in word else word


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Small letters and digits, with one space for all that stands between them."""
    return PLAIN.sub(" ", text.replace(".", "")).lower().strip()


class Names:
    """The names and words of all texts at hand, each made ready when it is first looked for."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = tuple(dict.fromkeys(texts))
        self.plain = f" {' '.join(filter(None, map(_plain, texts)))} "

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, in small letters."""
        return frozenset(self.plain.split())

    @cached_property
    def senses(self) -> frozenset[str]:
        """Every meaning."""
        return frozenset([word.sense for text in self._texts for word in words_of(text)])

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that begin with a capital letter."""
        return frozenset([_bare(word.text) for text in self._texts for word in words_of(text) if word.name])

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of runs of such words."""
        return frozenset([short for text in self._texts for short in initials_in(text)])

    def have(self, words: tuple[str, ...]) -> bool:
        """True when a name is written in the texts: whole, in its short form, or with something between."""
        place = PLACES.get(" ".join(words))
        if place:
            return place in self.senses
        plain = [_plain(word) for word in words]
        if f" {' '.join(plain)} " in self.plain or self._short(words):
            return True
        if len(words) == 1:
            return sense_of(words[0]) in self.senses and sense_of(words[0]) != ""
        within = r" (?:[^ |]+ ){0,2}".join(re.escape(word) + "s?" for word in plain)
        return re.search(f" {within} ", self.plain) is not None or self._in_parts(words)

    def _short(self, words: tuple[str, ...]) -> bool:
        """TPP for Trans-Pacific Partnership, either way."""
        if len(words) == 1:
            return words[0].isupper() and words[0] in self.initials
        short = "".join(part[0] for word in words for part in word.split("-"))
        return len(short) > 2 and short in self.capitals

    def _in_parts(self, words: tuple[str, ...]) -> bool:
        """A country beside a name: “US Commerce Department” where the text says “the Commerce Department”."""
        for cut in range(1, len(words)):
            one, other = words[:cut], words[cut:]
            if (" ".join(one) in PLACES and self.have(other)) or (" ".join(other) in PLACES and self.have(one)):
                return True
        return False

    def nearly_have(self, words: tuple[str, ...]) -> bool:
        """True when a word of the name stands there in another spelling, and not in this one."""
        strange = [word for word in words if len(word) > 2 and word.lower() not in self.words]
        return any(
            SequenceMatcher(None, word.lower(), other.lower()).ratio() >= (0.6 if len(word) < 5 else 0.78)
            for word in strange
            for other in self.capitals
            if abs(len(word) - len(other)) <= 2 and word[0] == other[0] and sense_of(word) != sense_of(other)
        )
