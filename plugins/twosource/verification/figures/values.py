"""The worth of a written number."""

from __future__ import annotations

import re
from math import prod

from twosource.newsroom.late import late
from twosource.verification.figures.number_words import SCALES, WORDS

FRACTION = late(r"\s(\d)/(\d)$")
PART = late(r"(?:(?P<many>an?|one|three)[ -])?(?P<part>half|quarter)s?(?: of)?(?: an?)?", re.I)
"""A share of a unit: `half an`, `three quarters of an`."""


NOT_DIGIT = late(r"[^\d.]")
HALF_DOZEN = late(r"half[ -]dozen$")
AND_HALF = late(r"and[ -]a[ -]half$")
HUNDRED = late(r"[ -]hundred")
COUNTED = late(r"[a-z]+\*?")
LETTERS = late(r"[a-z]+")


def value_of(text: str) -> float:
    """Worth of a number in digits or words, without its scale: `1,300`, `5 1/2`, `forty-five`, `half a`."""
    if text[0].isdigit() or text[0] == ".":
        part = FRACTION.search(text)
        whole = float(NOT_DIGIT.sub("", text[: part.start()] if part else text))
        return whole + (int(part[1]) / max(1, int(part[2])) if part else 0)
    words = text.lower()
    if HALF_DOZEN.search(words):
        return 6.0
    if words in ("a", "an"):
        return 1.0
    if share := PART.fullmatch(words):
        return (3 if share["many"] == "three" else 1) / (2 if share["part"] == "half" else 4)
    half = 0.5 if AND_HALF.search(words) else 0.0
    return half + sum(
        100 * WORDS[part.removesuffix("*")] if part.endswith("*") else WORDS[part]
        for part in COUNTED.findall(HUNDRED.sub("*", words))
        if part.removesuffix("*") in WORDS
    )


def scale_of(text: str) -> int:
    """What the scale words after a number multiply it by."""
    return prod(SCALES[part] for part in LETTERS.findall(text.lower())) if text else 1


def step_of(text: str, scale: int, counted: bool = True) -> float:
    """Worth of the last digit that is not a padding zero; 0 for whole numbers below 1,000 that are counted exactly."""
    digits = NOT_DIGIT.sub("", text)
    whole, dot, part = digits.partition(".")
    if dot and part:
        return 10.0 ** -len(part) * scale
    if counted and scale == 1 and len(whole) < 4:
        return 0.0
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) * scale if whole.strip("0") else 1.0 * scale
