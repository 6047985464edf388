"""Figures that are words or pairs: shares, multiples, ranks, scores, sizes, and times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.verification.figures import patterns
from twosource.verification.figures.figure import Bound, Figure, Measure, Role
from twosource.verification.figures.number_words import ORDINALS, VAGUE, WORDS
from twosource.verification.figures.values import value_of

PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
FOLDS = {"doubl": 2, "twice": 2, "twofo": 2, "tripl": 3, "three": 3, "quadr": 4, "fourf": 4, "fivef": 5, "tenfo": 10}


def _plain(measure: Measure, low: float, match: re.Match[str], high: float | None = None, step: float = 0) -> Figure:
    return Figure(
        measure,
        low,
        low if high is None else high,
        "",
        "",
        Bound.EXACT,
        Role.PLAIN,
        step,
        (),
        "",
        match[0].strip(),
        match.start(),
        match.start() + len(match[0].rstrip()),
    )


def times_of_day(text: str) -> Iterator[Figure]:
    """5 p.m., 17:30, noon: in minutes after midnight."""
    for match in patterns.TIME.finditer(text):
        if match["word"]:
            minutes = 720 if match["word"].lower() == "noon" else 0
        elif match["hour"]:
            minutes = int(match["hour"]) % 12 * 60 + int(match["minute"] or 0) + 720 * (match["half"].lower() == "p")
        elif match["hh"]:
            minutes = int(match["hh"]) // 100 * 60 + int(match["hh"]) % 100
        else:
            minutes = int(match["h24"]) * 60 + int(match["m24"])
        zone = patterns.ZONE.match(text, match.end())
        yield _plain(Measure.TIME, minutes, match)._replace(unit=zone["zone"][:1].upper() if zone else "")


def fractions(text: str) -> Iterator[Figure]:
    """Shares in words, as percentages: half of, two-thirds, a quarter of."""
    for match in patterns.FRACTION.finditer(text):
        if match["all"]:
            some, every = value_of(match["one"] or match["many"]), value_of(match["all"])
            if 0 < some < every:
                share = 100 * some / every
                yield _plain(Measure.PERCENT, share, match, step=0 if share == int(share) else 1)
            continue
        part = PARTS[(match["part"] or "half").lower().removesuffix("s")]
        many = 1 if (match["n"] or "a").lower() in ("a", "an") else WORDS[match["n"].lower()]
        share = 100 * many / part
        yield _plain(Measure.PERCENT, share, match, step=0 if share == int(share) else 1)


def multiples(text: str) -> Iterator[Figure]:
    """Doubled, halved, three times as many."""
    for match in patterns.TIMES.finditer(text):
        word = (match["word"] or "").lower()
        worth = value_of(match["number"]) if match["number"] else 0.5 if word.startswith("halv") else FOLDS[word[:5]]
        yield _plain(Measure.TIMES, worth, match)


def ranks(text: str) -> Iterator[Figure]:
    """Third, 45th; “a second tanker” is only another one."""
    for match in patterns.ORDINAL.finditer(text):
        if match[0].lower() == "second" and text[: match.start()].lower().endswith("a "):
            continue
        digits = match["digits"] or match["quarter"]
        yield _plain(Measure.ORDINAL, int(digits) if digits else ORDINALS.get(match["word"].lower(), 1), match)


def scores(text: str) -> Iterator[Figure]:
    """219-211, 302 to 126; only beside words of voting, or where the first number is the larger."""
    for match in patterns.SCORE.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        if patterns.VOTING.search(text) or ("-" in match[0] and a > b > 9):
            yield _plain(Measure.SCORE, a, match, high=b)


def sizes(text: str) -> Iterator[Figure]:
    """Dozens, hundreds of thousands."""
    for match in patterns.VAGUELY.finditer(text):
        worth = VAGUE[match["word"].lower()] * VAGUE.get((match["scale"] or "").lower(), 1)
        yield _plain(Measure.VAGUE, worth, match)
