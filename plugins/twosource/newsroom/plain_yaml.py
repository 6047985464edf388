"""Front matter in the forms that nearly all of it is written in, read line by line without a YAML parser.

Those are: keys with values and entries of lists, told apart by indentation; on one line `{key: value, …}` and
`[one, two]`; and values of one line, plain or in quotation marks. A text with anything else in it
(comments, empty lines or values, text over several lines, a key written twice, tabs) is left to libyaml as a whole.
What is read here libyaml reads the same, and the tests hold the two against each other. It costs 0.1 ms for 4 kB, of
which libyaml takes 0.05 ms to parse and 0.5 ms more to hand over with places that nobody asks for.
"""

from __future__ import annotations

import re

from twosource.newsroom.late import late
from twosource.newsroom.yaml_tree import Quoted, Value

_KEY = "[A-Za-z_][A-Za-z0-9_-]{0,63}"
_INSIDE = r"[^,\[\]{}:#?\n]*[^\s,\[\]{}:#?]"
_ITEM = rf"\w(?:{_INSIDE})?"
_DOUBLE = r"\"[^\"\\\n]*(?:\\[\"\\][^\"\\\n]*)*\""

LINE = late(rf"( *)(- +)?(?:({_KEY}):(?: +|$))?(.*)\n", re.M)
"""Any line: its indentation, the dash of an entry, a key, and the rest."""

PAIR = late(
    rf"({_KEY}): (?:([^\s,\[\]{{}}:#?&*!|>'\"%@`-](?:{_INSIDE})?)|({_DOUBLE})|(\[(?:{_ITEM}(?:, {_ITEM})*)?\]))"
    r"(?:, (?!$)|$)|(.+)"
)
"""A key in braces with a plain value, a quoted one or a list, up to the next key; or whatever is none of these."""

ITEMS = late(rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]")

QUOTED = late(rf"{_DOUBLE}|'[^'\n]*'")
"""Text in quotation marks, of the escapes no others than those of a mark and of a backslash."""

ESCAPED = late(r"\\(.)")

NOT_PLAIN = frozenset(",[]{}#&*!|>'\"%@`-:?")
"""First characters of what is no plain text, or may not be."""

DEEPEST = 12
"""Blocks within blocks; twice as deep the reader of trees refuses a file."""

Block = list[Value] | dict[str, Value]


class _OtherFormError(Exception):
    """Ends the reading of a text that is written in other forms; never leaves this module."""


def read_plain(text: str) -> dict[str, Value] | None:
    """Keys with values of a text that is written in the plain forms only; None for any other."""
    if not text.replace("\n", "").isprintable() or not text.endswith("\n"):
        return None
    try:
        return _blocks(LINE.findall(text))
    except _OtherFormError:
        return None


def _blocks(lines: list[tuple[str, str, str, str]]) -> dict[str, Value]:
    """The lines as one mapping; open blocks lie on a stack, each with its column."""
    root: dict[str, Value] = {}
    stack: list[tuple[int, Block]] = [(0, root)]
    waiting = ""
    for indent, dash, name, rest in lines:
        column = len(indent)
        if waiting:
            _open(stack, waiting, column, [] if dash else {})
        else:
            _close(stack, column, bool(dash))
        at, block = stack[-1]
        if at != column:
            raise _OtherFormError
        if dash:
            if type(block) is not list:
                raise _OtherFormError
            if not name:
                block.append(_value(rest))
                waiting = ""
                continue
            entry: dict[str, Value] = {}
            block.append(entry)
            block = entry
            stack.append((column + len(dash), block))
        if type(block) is not dict or not name or name in block:
            raise _OtherFormError
        waiting = "" if rest else name
        block[name] = _value(rest) if rest else waiting
    if waiting:
        raise _OtherFormError
    return root


def _open(stack: list[tuple[int, Block]], key: str, column: int, block: Block) -> None:
    """Begin the block under a key: a mapping lies deeper than the key, a list may lie below it."""
    at, outer = stack[-1]
    if type(outer) is not dict or column < at + (type(block) is dict) or len(stack) > DEEPEST:
        raise _OtherFormError
    outer[key] = block
    stack.append((column, block))


def _close(stack: list[tuple[int, Block]], column: int, in_list: bool) -> None:
    """End the blocks that this line stands outside of; a list below its key ends with the next key."""
    while stack[-1][0] > column:
        stack.pop()
    if not in_list and type(stack[-1][1]) is list:
        stack.pop()


def _value(written: str) -> Value:
    first = written[:1]
    if first == "{":
        return _pairs(written)
    if first == "[":
        return _items(written)
    if first in ('"', "'"):
        return _quoted(written)
    if not first or first in NOT_PLAIN or written[-1] in ": " or ": " in written or " #" in written:
        raise _OtherFormError
    return written


def _quoted(written: str) -> Quoted:
    if not QUOTED.fullmatch(written):
        raise _OtherFormError
    inside = written[1:-1]
    return Quoted(ESCAPED.sub(r"\1", inside) if "\\" in inside and written[0] == '"' else inside)


def _pairs(written: str) -> dict[str, Value]:
    if written[-1] != "}":
        raise _OtherFormError
    pairs: dict[str, Value] = {}
    for key, plain, quoted, items, other in PAIR.findall(written, 1, len(written) - 1):
        if other or key in pairs:
            raise _OtherFormError
        pairs[key] = plain or (_quoted(quoted) if quoted else _split(items))
    return pairs


def _items(written: str) -> list[Value]:
    if not ITEMS.fullmatch(written):
        raise _OtherFormError
    return _split(written)


def _split(items: str) -> list[Value]:
    return [*items[1:-1].split(", ")] if len(items) > 2 else []
