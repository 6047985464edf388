"""Names and ranks with a number in them: Section 201 is not Section 301, and the second-largest not the largest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.newsroom.late import late
from twosource.verification.figures.number_words import NAMES, ORDINALS, WORDS, any_of
from twosource.verification.figures.triggers import letters_in, lowered, may_name

PARTS = late(r"(?P<head>.*?)[\s.-]*(?P<number>\d+|[A-Za-z]+)(?P<tail>[A-Za-z]*)", re.S)
GROUP = late(r"\bG-?(?P<number>\d+)\b")
PRODUCTS = frozenset(("boeing", "airbus", "cessna"))
"""Makers whose models are also written without them."""


def misnumbered(fact: str, texts: Sequence[str]) -> Iterator[str]:
    """Each numbered name of a fact, as written, that the texts have with other numbers only."""
    stated = _numbered(fact)
    known: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts if stated else ():
        for head, number in _numbered(text):
            known[head].add(number)
    for (head, number), written in stated.items():
        bare = head in PRODUCTS and any(re.search(rf"\b{number}", text) for text in texts)
        if known[head] and number not in known[head] and not bare:
            yield written


_SUPERLATIVES = """
largest biggest smallest highest lowest richest poorest busiest longest oldest youngest deadliest worst best fastest
strongest tallest
"""
SUPERLATIVES = frozenset(_SUPERLATIVES.split())
RANKED = late(rf"\b(?P<rank>(?:{any_of(ORDINALS)}|\d+(?:st|nd|rd|th))[\s-])?(?P<word>{any_of(SUPERLATIVES)})\b", re.I)
"""A superlative, with a rank before it or without."""


def misranked(fact: str, quotes: Sequence[str]) -> Iterator[str]:
    """Superlatives of a fact that its quotes know only with a rank: the largest, where they say second-largest."""
    if SUPERLATIVES.isdisjoint(letters_in(lowered(fact))):
        return
    bare = [match["word"] for match in RANKED.finditer(fact) if not match["rank"]]
    found = [match for quote in quotes if bare for match in RANKED.finditer(quote)]
    for word in bare:
        ranks = [match["rank"] for match in found if match["word"].lower() == word.lower()]
        if ranks and all(ranks):
            yield word


def _numbered(text: str) -> Mapping[tuple[str, str], str]:
    """Head and number of each name, with the name as written: (`section`, `301`), and (`g`, `7`) for both G7s."""
    found: dict[tuple[str, str], str] = {}
    low = lowered(text)
    if not may_name(letters_in(low), low):
        return found
    for match in (*NAMES.finditer(text), *GROUP.finditer(text)):
        parts = PARTS.fullmatch(match[0].rstrip("."))
        if parts and (number := _number(parts["number"])):
            head = (parts["head"] or f"{parts['tail']} as suffix").lower()
            found[{"group of": "g"}.get(head, head), number] = match[0]
    return found


def _number(written: str) -> str:
    """In digits; empty for a word that is none."""
    return written if written.isdecimal() else str(WORDS.get(written.lower(), ""))
