"""YAML as a tree of texts with places.

A scalar is always the text that was written. What it means (a date, a number, a yes) is decided by the field that
it stands in, so `no` stays a word, `1:30` stays a time and `2026-02-19` a date that the writer can read back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.newsroom.problems import Place


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


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where in a file each key and value stands."""

    path: str
    """File, relative to the hub's root."""
    root: Entries | None = field(default=None, repr=False, compare=False)
    """The tree; None when the file could not be read as YAML."""

    def place(self, *steps: str | int) -> Place:
        """Place of the value at the end of the steps, or of the last part of the way that exists."""
        node: Node | None = self.root
        found: Node | None = node
        for step in steps:
            node = _step(node, step)
            if node is None:
                break
            found = node
        return Place(self.path, found.line, found.column) if found else Place(self.path, 1, 1)

    def text(self, *steps: str | int) -> str | None:
        """The text at the end of the steps; None when nothing, or no single value, stands there."""
        node: Node | None = self.root
        for step in steps:
            node = _step(node, step)
        return node.text if isinstance(node, Scalar) else None

    def key(self, *steps: str | int) -> Place:
        """Place of the key at the end of the steps; of the value where the last step is a number."""
        parent: Node | None = self.root
        for step in steps[:-1]:
            parent = _step(parent, step)
        last = steps[-1]
        key = parent.key(last) if isinstance(parent, Entries) and isinstance(last, str) else None
        return Place(self.path, key.line, key.column) if key else self.place(*steps)


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Entries) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None
