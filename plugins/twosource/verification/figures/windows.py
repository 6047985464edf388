"""Cuts a quote of few words out of a text: the stretch of a figure, its words on both sides as far as they go."""

from __future__ import annotations

from twosource.newsroom.late import late
from twosource.verification.figures.documents import Spot
from twosource.verification.figures.figure import Figure
from twosource.verification.fingerprint import fold

LONGEST = 15
"""Words of a proposed quote; longer ones are no short quotations."""

WORD = late(r"\S+")


def window(text: str, spot: Spot, start: int, end: int, longest: int = LONGEST) -> str:
    """Words of the text, verbatim, about a stretch of a folded sentence; the whole sentence where it is short."""
    words = list(WORD.finditer(text, spot.start, spot.end))
    if len(words) <= longest:
        return text[spot.start : spot.end]
    folded = fold(text[spot.start : spot.end])
    first, last = (spot.start + at for at in folded.original(start, max(end, start + 1)))
    inside = [n for n, word in enumerate(words) if word.end() > first and word.start() < last] or [0]
    left, right = inside[0], min(inside[-1], inside[0] + longest - 1)
    after = min(len(words) - 1, right + max(longest // 2, longest - (right - left + 1) - left))
    left = max(0, left - (longest - (right - left + 1) - min(after - right, (longest - (right - left + 1)) * 3 // 5)))
    right = min(len(words) - 1, left + longest - 1)
    return text[words[left].start() : words[right].end()].rstrip(",;:")


def window_of(text: str, spot: Spot, figure: Figure, longest: int = LONGEST) -> str:
    """The same about a figure."""
    return window(text, spot, figure.start, figure.end, longest)
