"""The rule book: what docs/rules.md says of each rule, taken apart for whoever prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twosource.newsroom.files import read_text
from twosource.newsroom.shipped import RULE_BOOK, shipped

SECTION = re.compile(
    r"^### `(?P<name>[a-z0-9-]+)`\n+"
    r"(?P<text>\*(?P<weight>[^*]+)\.\* (?P<lead>.*?)\n\n(?P<why>.*?)\n\n"
    r"Wrong:\n\n```(?P<wrong_kind>\w+)\n(?P<wrong>.*?)```\n\n"
    r"Right:\n\n```(?P<right_kind>\w+)\n(?P<right>.*?)```)\s*(?=^#{2,3} |\Z)",
    re.M | re.S,
)


@dataclass(frozen=True, slots=True)
class Listing:
    """An example."""

    kind: str
    """Language: `yaml`, `markdown` or `text`."""
    text: str
    """The lines."""


@dataclass(frozen=True, slots=True)
class RulePage:
    """What is said of one rule."""

    name: str
    """Its permanent name."""
    weight: str
    """Whether it stops the press, and from when: `Error; in a draft a warning`."""
    lead: str
    """What is wrong when it fires, and what to do about it."""
    why: str
    """The reason and the finer points, in Markdown."""
    wrong: Listing
    """What breaks it."""
    right: Listing
    """The same as it should be."""
    text: str
    """All of it as the book has it, in Markdown, without the heading."""


@cache
def rule_book() -> Mapping[str, RulePage]:
    """Every rule's page by name, in the order of the book. Raises FileNotFoundError in a broken installation."""
    text = read_text(shipped(RULE_BOOK).parent.parent, RULE_BOOK).text
    return {found["name"]: _page(found) for found in SECTION.finditer(text)}


def _page(found: re.Match[str]) -> RulePage:
    return RulePage(
        name=found["name"],
        weight=" ".join(found["weight"].split()),
        lead=" ".join(found["lead"].split()),
        why=found["why"],
        wrong=Listing(found["wrong_kind"], found["wrong"]),
        right=Listing(found["right_kind"], found["right"]),
        text=found["text"],
    )
