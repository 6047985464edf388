"""Cuts a text into sentences: a stop, a space and a capital, but for abbreviations and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.newsroom.late import late

_ABBREVIATIONS = """
mr mrs ms dr prof gen col lt sgt capt sen rep gov pres rev hon st mt ft jr sr inc corp ltd co bros vs etc no nos
vol fig approx est dept jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
al cf e.g i.e viz art sec ch pp ed eds ave blvd rd calif conn del fla ill ind kan ky la md mass mich minn miss
mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ariz ark colo ga d-n.y messrs adm cmdr maj supt atty
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Words whose stop ends no sentence, in lower case and without it."""

_OPENERS = """
The He She It They We In But And A An This That These Those However Meanwhile For On At As If When While After
Before Since There His Her Its Their President Mr. Mrs. Ms. Also Still Yet Now Some Many Both By With
"""
OPENERS = frozenset(_OPENERS.split())
"""Words that begin a sentence even after “U.S.”, “p.m.” and the like."""

END = late(r"[.!?…][.!?…]*[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9$£€])")
LAST = late(r"(?:[\w&]|\.(?=\w)|-(?=\w))+$")
LINES = late(r"[^\n]+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a line break always ends one."""
    for line in LINES.finditer(text):
        start = line.start()
        for end in END.finditer(text, line.start(), line.end()):
            if _ends(text, end):
                yield from _trimmed(text, start, end.end())
                start = end.end()
        yield from _trimmed(text, start, line.end())


def _ends(text: str, end: re.Match[str]) -> bool:
    if end[0][0] != ".":
        return True
    last = LAST.search(text, max(0, end.start() - 30), end.start())
    word = last[0] if last else ""
    if "." in word or (len(word) == 1 and word.isupper()):
        following = re.match(r"\s+[\"'“‘(\[]*(\S+)", text[end.end() : end.end() + 40])
        return len(word) > 1 and following is not None and following[1].rstrip(",") in OPENERS
    return word.lower() not in ABBREVIATIONS or (
        word.lower() in ("no", "sat", "sun", "art", "fig", "co") and word.islower()
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
