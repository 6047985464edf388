"""Readers of fields: each turns a node into a typed value, or reports why not and gives a blank.

A reader never raises and never returns None for a fault: the blank keeps the rest of the file readable, so that
all problems are found in one run. A file with a reported fault is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlsplit

from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.suggest import nearest
from twosource.newsroom.yaml_tree import Items, Node, Scalar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)

NOTHING = ("~", "null", "Null", "NULL")
"""What YAML takes for no value; in quotation marks they are words."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
WHOLE = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)


@dataclass(slots=True)
class Report:
    """Collects the problems of one file while it is read."""

    path: str
    """File, relative to the hub's root."""
    problems: list[Problem] = field(default_factory=list)
    """What was found so far."""

    def add(self, node: Node, rule: str, message: str, hint: str) -> None:
        """Report a problem at a node."""
        self.problems.append(Problem(Place(self.path, node.line, node.column), rule, message, hint))

    def may_go(self, node: Node) -> None:
        """Say of a node that was just reported to have no value that its key may be taken out."""
        last = self.problems[-1] if self.problems else None
        if last and last.rule == "missing-value" and last.place == Place(self.path, node.line, node.column):
            self.problems[-1] = replace(last, hint=f"{last.hint.removesuffix('.')}, or take the key out.")


class Reader(Protocol[T_co]):
    """Reads one value."""

    @property
    def blank(self) -> T_co:
        """Stands in for a value that could not be read."""

    def read(self, node: Node, name: str, report: Report) -> T_co:
        """Read a node that stands under `name`."""


def _scalar(node: Node, name: str, wanted: str, report: Report) -> str | None:
    if not isinstance(node, Scalar):
        shape = "a list" if isinstance(node, Items) else "keys with values"
        report.add(
            node, "wrong-type", f"`{name}` holds {shape}, but {wanted} is wanted.", f"Write {wanted} after `{name}:`."
        )
        return None
    if not node.text.strip() or (node.plain and node.text in NOTHING):
        report.add(node, "missing-value", f"`{name}` has no value.", f"Write {wanted}.")
        return None
    return node.text


@dataclass(frozen=True, slots=True)
class Converted(Generic[T]):
    """One value read from text by a parser that gives None for text it does not know."""

    wanted: str
    """What is wanted, with its article: `a date`."""
    parse: Callable[[str], T | None]
    """Parser of the text."""
    blank: T
    """Value that stands in for a fault."""
    hint: str
    """How such a value is written."""
    rule: str = "wrong-type"
    """Rule that a refused text breaks."""
    plain_only: bool = False
    """True when the value must stand without quotation marks, as numbers do."""

    def read(self, node: Node, name: str, report: Report) -> T:
        text = _scalar(node, name, self.wanted, report)
        if text is None:
            return self.blank
        quoted = self.plain_only and isinstance(node, Scalar) and not node.plain
        value = self.parse(text.strip())
        if value is None or quoted:
            hint = self.hint if value is None else "Take the quotation marks off."
            report.add(node, self.rule, f"`{name}` is {_shown(text)}, which is not {self.wanted}.", hint)
            return self.blank
        return value


def _shown(text: str) -> str:
    short = " ".join(text.split())
    return f"“{short[:60]}…”" if len(short) > 60 else f"“{short}”"


def _text(text: str) -> str | None:
    return " ".join(text.split()) or None


def _id(text: str) -> str | None:
    return text if ID.fullmatch(text) else None


def _url(text: str) -> str | None:
    try:
        parts = urlsplit(text)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        return None
    good = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and port_is_good
    return text if good and not re.search(r"[\s<>\"{}|\\^`\x00-\x1f]", text) else None


def _flag(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


def whole(low: int, high: int) -> Converted[int]:
    """A whole number from `low` to `high`, both included."""

    def parse(text: str) -> int | None:
        return int(text) if WHOLE.fullmatch(text) and len(text) < 10 and low <= int(text) <= high else None

    return Converted(
        f"a whole number from {low} to {high}",
        parse,
        low,
        f"Write a whole number from {low} to {high}.",
        plain_only=True,
    )


def number(low: float, high: float) -> Converted[float]:
    """A decimal number from `low` to `high`, both included."""

    def parse(text: str) -> float | None:
        return float(text) if NUMBER.fullmatch(text) and len(text) < 20 and low <= float(text) <= high else None

    return Converted(
        f"a number from {low:g} to {high:g}",
        parse,
        low,
        f"Write a number from {low:g} to {high:g}, with a point.",
        plain_only=True,
    )


def _day(text: str) -> PartialDate | None:
    found = PartialDate.parse(text)
    return found if found and found.first == found.last else None


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NO_DATE = PartialDate("", _EPOCH.date(), _EPOCH.date())
NO_MOMENT = Moment("", _EPOCH.date(), _EPOCH, False)
"""Stand in for dates that could not be read: known by their empty text, so that nothing is compared with them."""

TEXT = Converted("text", _text, "", "Write text.")
IDENT = Converted(
    "an id", _id, "", "An id is lower-case words and digits joined by hyphens, such as `us-doe`.", "bad-id"
)
URL = Converted("a web address", _url, "", "Write a whole address that begins with https://.", "bad-url")
FLAG = Converted("true or false", _flag, False, "Write true or false.", plain_only=True)
PARTIAL_DATE = Converted(
    "a date", PartialDate.parse, NO_DATE, "Write 2025, 2025-Q4, 2025-10 or 2025-10-14.", "bad-date"
)
DAY = Converted("a day", _day, NO_DATE, "Write a day that exists, such as 2025-10-14.", "bad-date")
MOMENT = Converted(
    "a date", Moment.parse, NO_MOMENT, "Write 2026-02-19, or 2026-02-19T14:30+01:00 with the zone.", "bad-date"
)


@dataclass(frozen=True, slots=True)
class Choice(Generic[E]):
    """One word of a closed list."""

    words: type[E]
    """The list."""

    @property
    def blank(self) -> E:
        return next(iter(self.words))

    def read(self, node: Node, name: str, report: Report) -> E:
        allowed = [word.value for word in self.words]
        text = _scalar(node, name, "one of " + ", ".join(allowed), report)
        if text is None:
            return self.blank
        if text not in allowed:
            near = nearest(text, allowed)
            report.add(
                node,
                "unknown-word",
                f"`{name}` is {_shown(text)}, which is not one of its words.",
                f"Did you mean `{near}`?" if near else f"Write one of: {', '.join(allowed)}.",
            )
            return self.words(near) if near else self.blank
        return self.words(text)
