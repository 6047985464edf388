"""Keys in the house's order: blocks of lines change places, with the comments above them, and no line changes.

Mappings in braces are left as they are, and so is one with a key that the format does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from twosource.newsroom.fields import Reader
from twosource.newsroom.records import Key, ListOf, MapOf, Record
from twosource.newsroom.yaml_tree import Entries, Items, Node


class Disorder(NamedTuple):
    """A mapping whose keys stand in another order."""

    starts: tuple[int, ...]
    """Row, from 0, in which the block of each key begins, its comments included; then the row after the last."""
    rows: tuple[int, ...]
    """Row of each key itself."""
    indent: int
    """Characters before each key."""
    wanted: tuple[int, ...]
    """Numbers of the keys as they should stand."""
    names: tuple[str, ...]
    """The keys as they stand."""


def disorder(reader: Reader[Any], node: Node, rows: Sequence[str], until: int) -> Disorder | None:
    """The first mapping of a file that is out of order; `until` is the row after its last line."""
    match reader, node:
        case Record(), Entries():
            return _in_record(reader.keys, node, rows, until)
        case ListOf(), Items():
            ends = [*(_up(rows, item.line - 1, item.column - 1, 0) for item in node.items[1:]), until]
            found = (disorder(reader.item, item, rows, end) for item, end in zip(node.items, ends, strict=False))
            return next((one for one in found if one), None)
        case MapOf(), Entries():
            ends = [*(_up(rows, key.line - 1, key.column - 1, 0) for key, _ in node.pairs[1:]), until]
            held = zip((value for _, value in node.pairs), ends, strict=False)
            return next((one for value, end in held if (one := disorder(reader.value, value, rows, end))), None)
    return None


def _in_record(keys: tuple[Key[Any], ...], entries: Entries, rows: Sequence[str], until: int) -> Disorder | None:
    pairs = entries.pairs
    if not pairs or rows[entries.line - 1][entries.column - 1 : entries.column] == "{":
        return None
    at, indent = [key.line - 1 for key, _ in pairs], pairs[0][0].column - 1
    if any(after <= before for before, after in pairwise(at)):
        return None
    starts = (at[0], *(_up(rows, row, indent, before) for before, row in pairwise(at)), until)
    readers = {key.name: (n, key.reader) for n, key in enumerate(keys)}
    names = tuple(key.text for key, _ in pairs)
    if all(name in readers for name in names):
        wanted = tuple(sorted(range(len(names)), key=lambda n: readers[names[n]][0]))
        if wanted != tuple(range(len(names))):
            return Disorder(starts, tuple(at), indent, wanted, names)
    inner = (
        disorder(readers[key.text][1], value, rows, end)
        for (key, value), end in zip(pairs, starts[1:], strict=True)
        if key.text in readers
    )
    return next((found for found in inner if found), None)


def _up(rows: Sequence[str], row: int, indent: int, least: int) -> int:
    """The row in which the comments above a row begin, with the empty lines above these."""
    top = row
    while top - 1 > least and rows[top - 1].lstrip().startswith("#") and _indent(rows[top - 1]) <= indent:
        top -= 1
    while top < row and top - 1 > least and not rows[top - 1].strip():
        top -= 1
    return top


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def in_order(rows: Sequence[str], found: Disorder) -> list[str]:
    """The rows with the mapping's blocks in the wanted order; the dash of a list stays in front of the first key."""
    blocks = [list(rows[start:end]) for start, end in pairwise(found.starts)]
    heads = [row - start for row, start in zip(found.rows, found.starts, strict=False)]
    first = found.wanted[0]
    dash = blocks[0][0][: found.indent]
    blocks[0][0] = " " * found.indent + blocks[0][0][found.indent :]
    blocks[first][heads[first]] = dash + blocks[first][heads[first]][found.indent :]
    moved = (row for n in found.wanted for row in blocks[n])
    return [*rows[: found.starts[0]], *moved, *rows[found.starts[-1] :]]
