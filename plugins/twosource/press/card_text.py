"""Words that have to fit: into lines, into a width, and into the letters that a font has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from unidecode import unidecode

from twosource.press.card_look import Font

CUT = "…"
"""Stands for the words that found no room."""
ABSENT = "\uffff"
"""No font has it: what is drawn for it, is drawn for every letter that the font lacks."""

Measure = Callable[[str], float]
"""Width of a text in pixels."""


class Setting(NamedTuple):
    """A text in lines."""

    font: Font
    lines: list[str]
    leading: int
    """Pixels from one line to the next."""


def legible(text: str, font: Font) -> str:
    """The same text in letters that the font has: what it lacks is written in plain Latin letters.

    White space is one blank each. Empty where most letters are lacking: a name in a sentence can be spelt in Latin
    letters, a sentence in another script is gibberish in them (Japanese in the sounds of Chinese).
    """
    words = " ".join(normalize("NFC", text).split())
    if words.isascii():
        return words
    letters = [letter for letter in words if letter.isalpha()]
    if 2 * sum(not _has(font, letter) for letter in letters) > len(letters):
        return ""
    return " ".join("".join(letter if _has(font, letter) else unidecode(letter) for letter in words).split())


def fit(text: str, sizes: Sequence[int], width: int, height: int, font: Callable[[int], Font]) -> Setting:
    """The largest of these sizes in which the text has room; in the smallest it is cut after a word."""
    for size in sizes:
        setting = _set(text, font(size), width)
        if len(setting.lines) * setting.leading <= height:
            return _balanced(text, setting, width)
    room = max(1, height // setting.leading)
    last = shortened(" ".join(setting.lines[room - 1 :]), setting.font.getlength, width, cut=True)
    return setting._replace(lines=[*setting.lines[: room - 1], last])


def shortened(text: str, measure: Measure, width: int, cut: bool = False) -> str:
    """As many words as have room in one line, with a sign where some are left out; `cut` says that some are anyhow."""
    if not cut and measure(text) <= width:
        return text
    words = text.split(" ")
    while len(words) > 1 and measure(_cut(words)) > width:
        words.pop()
    line = _cut(words)
    while measure(line) > width and len(line) > 2:
        line = line[:-2] + CUT
    return line


def _cut(words: Sequence[str]) -> str:
    return " ".join(words).rstrip(" ,;:–—-.(“‘") + CUT


def _set(text: str, font: Font, width: int) -> Setting:
    lines = [""]
    for word in text.split(" "):
        for piece in _pieces(word, font.getlength, width):
            longer = f"{lines[-1]} {piece}".lstrip()
            if not lines[-1] or font.getlength(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return Setting(font, lines, round(font.size * 1.1))


def _balanced(text: str, setting: Setting, width: int) -> Setting:
    """The same lines as even as may be, so that no single word is left for the last."""
    for share in range(95, 60, -5):
        narrower = _set(text, setting.font, width * share // 100)
        if len(narrower.lines) > len(setting.lines):
            break
        setting = narrower
    return setting


def _pieces(word: str, measure: Measure, width: int) -> list[str]:
    """The word; one that is wider than a line in pieces that are not."""
    pieces = []
    while measure(word) > width and len(word) > 1:
        end = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or measure(word[:n]) <= width)
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


@lru_cache(maxsize=4096)
def _has(font: Font, letter: str) -> bool:
    return bool(letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask(ABSENT)))
