"""What a text holds that only the generator it comes from understands: shortcodes, Liquid, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MARKS = (
    ("shortcode", re.compile(r"\{\{[<%].*?[>%]\}\}", re.S)),
    ("Liquid", re.compile(r"\{%-?.*?-?%\}|\{\{(?![<%]).*?\}\}", re.S)),
    ("placeholder", re.compile(r"\{(?:filename|static|attach|author|category|tag|index)\}[^\s)\]]*")),
    ("kramdown", re.compile(r"\{:[^}\n]*\}")),
    ("picture", re.compile(r"!\[[^\]]*\]\([^)]*\)")),
    ("HTML", re.compile(r"</?[A-Za-z][^>\n]*>")),
)
CODE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)[^\S\n]*$|`[^`\n]+`", re.M | re.S)
ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")


class ForeignMark(NamedTuple):
    """One of them."""

    kind: str
    """What it is."""
    text: str
    """The mark itself, in one line."""
    line: int
    """Line of the file it was read from, from 1."""


def foreign_marks(body: str, first_line: int) -> Iterator[ForeignMark]:
    """Every such mark outside code; each is left in the text as it stands."""
    plain = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body)
    found = []
    for kind, pattern in MARKS:
        for match in pattern.finditer(plain):
            found.append(
                ForeignMark(kind, " ".join(match[0].split()), first_line + plain.count("\n", 0, match.start()))
            )
        plain = pattern.sub(lambda mark: re.sub(r"[^\n]", " ", mark[0]), plain)
    yield from sorted(found, key=lambda mark: mark.line)


def addresses_in(body: str) -> tuple[str, ...]:
    """Addresses that a text links: what it may have had its information from."""
    return tuple(dict.fromkeys(found.rstrip(".,;:!?") for found in ADDRESS.findall(body)))
