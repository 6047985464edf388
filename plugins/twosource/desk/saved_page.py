"""A page that somebody saved, whatever it was saved as."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from twosource.newsroom.problems import Place, Problem
from twosource.verification.hints import Metadata

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f]")
"""Characters that steer a terminal or break a file; line ends are not among them."""

TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of everything after them, on a terminal and on a page."""

NAME = 120
"""Characters of a name or title that a page gives."""

AUTHORS = 8
"""Bylines of one page that are kept."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a saved copy says."""

    path: str
    """File that it was read from, as given."""
    metadata: Metadata
    """What the page says of itself."""
    title: str
    """Title; empty when none."""
    published: str
    """Date of publication, ISO; empty when none."""
    text: str
    """Its text, normalised: paragraphs on lines of their own."""
    prose: str
    """The text without quoted blocks and captions; the same text where these cannot be told apart."""
    retrieved: str = ""
    """Day on which it was saved, ISO; empty when the copy does not say."""

    @property
    def sha256(self) -> str:
        """SHA-256 of the normalised text, in hexadecimal."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Found:
    """A saved page before it is read."""

    path: str
    """File, as given."""
    url: str
    """Address that it was saved from."""
    read: Callable[[], SavedPage | Problem]
    """Reads it: the page, or why it cannot be read."""


def unreadable(path: Path | str, message: str, hint: str, line: int = 1, column: int = 1) -> Problem:
    """A saved page that is of no use, and why."""
    return Problem(Place(str(path), line, column), "file-unreadable", message, hint)


def normal_text(text: str) -> str:
    """NFC, line feeds only, no trailing spaces, no controls or turns, one empty line in a row at most."""
    whole = CONTROLS.sub(" ", TURNS.sub("", text).encode("utf-8", "replace").decode())
    lines = "\n".join(line.rstrip() for line in normalize("NFC", whole).splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def one_line(text: str) -> str:
    """A name or title that a page gives, fit for a lock: on one line, without controls, not longer than names are."""
    return " ".join(normal_text(text).split())[:NAME].rstrip()
