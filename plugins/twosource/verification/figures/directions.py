"""Which way a figure moves: the word of rising or falling that stands nearest to it in its own stretch."""

from __future__ import annotations

import re

from twosource.newsroom.late import late
from twosource.verification.figures.mention import Mention
from twosource.verification.figures.words import sense_of

RISE, FALL = sense_of("rise"), sense_of("fall")

MOVES = frozenset((RISE, FALL))
WAYS = frozenset(("up", "down", "higher", "lower"))
"""Without any of these a sentence tells no way."""

ROUGHLY = r"(?:by |about |around |nearly |almost |more than |as much as |at least |over |some |roughly |an? )*"
LEADING = late(rf"\b(?P<way>up|down)\s{ROUGHLY}$", re.I)
"""Right before a figure."""

TRAILING = late(r"\s(?:points?\s|cents?\s)?(?P<way>higher|lower)\b", re.I)
"""Right behind one."""


def direction(mention: Mention) -> str:
    """The meaning of rising or of falling; empty where no word in the figure's stretch says either."""
    figure, said = mention.figure, mention.sentence
    if said.senses.isdisjoint(MOVES) and said.letters.isdisjoint(WAYS):
        return ""
    if beside := LEADING.search(said.text[: figure.start]) or TRAILING.match(said.text, figure.end):
        return RISE if beside["way"].lower() in ("up", "higher") else FALL
    start, end = said.segment(figure)
    moves = [word for word in said.words if start <= word.start < end and word.sense in (RISE, FALL)]
    before = [word.sense for word in moves if word.start < figure.start]
    return before[-1] if before else moves[0].sense if moves else ""


def moved_otherwise(stated: Mention, quoted: Mention) -> bool:
    """Down 5 % is not up 5 %."""
    one = direction(stated)
    return bool(one) and direction(quoted) not in ("", one)
