"""YAML as a tree of texts with places.

A scalar is always the text that was written. What it means (a date, a number, a yes) is decided by the field that
it stands in, so `no` stays a word, `1:30` stays a time and `2026-02-19` a date that the writer can read back.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written."""

    text: str
    """The text, without quotation marks."""
    plain: bool
    """True when it stood without quotation marks."""
    line: int
    """Line in the file, from 1."""
    column: int
    """Column in characters, from 1."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    """Its members."""
    line: int
    """Line in the file, from 1."""
    column: int
    """Column in characters, from 1."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Keys with values, in the order written; no key occurs twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    """Keys and values."""
    line: int
    """Line in the file, from 1."""
    column: int
    """Column in characters, from 1."""

    def get(self, key: str) -> Node | None:
        """Value under a key."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its place."""
        return next((name for name, _ in self.pairs if name.text == key), None)


Node = Scalar | Items | Entries


class Quoted(str):
    """Text that stood in quotation marks, where that matters: a number is none in them, and `~` a word."""

    __slots__ = ()


Value = str | list["Value"] | dict[str, "Value"]
"""A node without its place."""


def value_of(node: Node) -> Value:
    """The texts, lists and keys of a node."""
    if isinstance(node, Scalar):
        return node.text if node.plain else Quoted(node.text)
    if isinstance(node, Items):
        return [value_of(item) for item in node.items]
    return mapping_of(node)


def mapping_of(entries: Entries) -> dict[str, Value]:
    """The keys with their values."""
    return {key.text: value_of(value) for key, value in entries.pairs}
