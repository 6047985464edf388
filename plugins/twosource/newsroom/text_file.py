"""Bytes of a file to text, and a text with front matter to its two parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.newsroom.late import late
from twosource.newsroom.problems import Place, Problem

LARGEST = 2_000_000
"""Bytes that a text file may have; the longest real story is a hundredth of it."""

FENCE = late(r"---[^\S\n]*$", re.M)
"""A line that holds nothing but a fence."""

CLOSING = late(rf"\n{FENCE.pattern}", re.M)

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
"""Characters that no text shows and that feeds and pages may not hold (XML 1.0), as a regular expression's set."""

TURNING = "\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of what follows: readers would see other words than are checked."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A file with front matter, taken apart."""

    front: str
    """The YAML between the two fences."""
    front_line: int
    """Line in which the YAML begins, from 1."""
    body: str
    """Everything after the second fence."""
    body_line: int
    """Line in which the body begins, from 1."""


def decode(raw: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """UTF-8 text without byte-order mark and with line feeds only; None and the reason where it is not."""
    if len(raw) > LARGEST:
        return None, (
            Problem(
                Place(path, 1, 1),
                "file-too-large",
                f"The file has {len(raw):,} bytes; {LARGEST:,} are allowed.",
                "Check that this is a text file; split it if it is.",
            ),
        )
    if _is_utf16(raw):
        return None, (Problem(Place(path, 1, 1), "not-utf-8", "The file is UTF-16, not UTF-8.", "Save it as UTF-8."),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(raw, error, path),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _is_utf16(raw: bytes) -> bool:
    """True for its mark, or a nought beside the first letter: pure ASCII in UTF-16 is good UTF-8, full of noughts."""
    return raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:2].count(0) == 1


def _not_utf8(raw: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace").lstrip("\ufeff")) + 1
    byte = raw[error.start]
    guess = raw[error.start : error.start + 1].decode("cp1252", "replace")
    return Problem(
        Place(path, before.count(b"\n") + 1, column),
        "not-utf-8",
        f"The byte 0x{byte:02X} is not UTF-8 (in Windows-1252 it is “{guess}”).",
        "Save the file as UTF-8.",
    )


def split(text: str, path: str) -> tuple[Parts | None, tuple[Problem, ...]]:
    """Front matter and body; None and the reason where a fence is missing."""
    opening = FENCE.match(text)
    if opening is None:
        return None, (
            Problem(
                Place(path, 1, 1),
                "no-front-matter",
                "The file does not begin with front matter.",
                "Begin the first line with `---`, then keys and values, then another `---`.",
            ),
        )
    closing = CLOSING.search(text, opening.end())
    if closing is None:
        return None, (
            Problem(
                Place(path, 1, 1),
                "no-front-matter",
                "The front matter that begins here has no end.",
                "Put a line `---` between front matter and text.",
            ),
        )
    front = text[opening.end() + 1 : closing.start() + 1]
    return Parts(front or "\n", 2, text[closing.end() + 1 :], front.count("\n") + 3), ()


def stray_character(text: str, more: str = "") -> int | None:
    """Index of the first character that no text may hold; `more` names further ones."""
    if text.replace(
        "\n", ""
    ).isprintable():  # as most texts are: told at a third of the cost, and no stray is printable
        return None
    match = re.search(f"[{CONTROLS}{TURNING}{more}]", text)
    return match.start() if match else None


def stray_problem(text: str, at: int, path: str, first_line: int) -> Problem:
    """The character at an index of a text whose first line is `first_line` of its file."""
    return Problem(
        Place(path, text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at)),
        "yaml-character",
        f"A character stands here that no text may hold (U+{ord(text[at]):04X}).",
        "Delete it, and type the words around it again if any are missing.",
    )


def one_line(text: str) -> str:
    """A text that begins and ends with no space, with one space between any two words.

    Most are so: a look shows it at a third of the cost of splitting, for a printable text has no other white space.
    """
    return text if "  " not in text and text.isprintable() else " ".join(text.split())
