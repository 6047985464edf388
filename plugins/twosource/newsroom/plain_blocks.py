"""Texts of paragraphs, headings, flat lists and quotations, which nearly all are, read block by block in one pass.

A line is plain if it begins with what begins no block: a letter, an opening sign, a number that numbers no item. Where
anything else stands in its place (a table, a listing, a list in a list, an indented line, …) the whole text is somebody
else's, since what a block is may hang on all lines before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from twosource.newsroom.blocks import Block, Piece
from twosource.newsroom.late import late

Reader = Callable[[str], tuple[Piece, ...]]
"""What makes pieces of the running text of a block."""

LINE = r"(?:[^\W\d_]|[\"“‘'(\[{…—$£€]|\*\*?[^\W_]|[0-9]+(?![0-9]|[.)](?:\s|\Z)))(?:[^\n]*\S)?(?=\n|\Z)"
"""A plain line; it ends in no space, since two of them would break it."""

ITEM = rf"{LINE}(?:\n  {LINE})*"
"""Words of an item in a list, whose further lines stand below its first word."""

ENDED = r"(?=\n\n|\n?\Z)(?!\n+(?: |[-*+][ \n]|[0-9]+[.)]))"
"""The end of a list: an empty line, and then nothing that may belong to it or stand loosely in it."""

BULLETS = rf"(?P<bullet>[-*+]) {ITEM}(?:\n(?P=bullet) {ITEM})*"

NUMBERS = rf"(?:(?<=\n\n)|\A)(?P<first>[0-9]{{1,9}})(?P<stop>[.)]) {LINE}(?:\n[0-9]{{1,9}}(?P=stop) {LINE})*"
"""Behind an empty line only: at the end of a paragraph, a number may be a part of it."""

BLOCK = late(
    rf"(?:(?P<words>{LINE}(?:\n{LINE})*)(?P<paragraph>)"
    r"|(?P<level>#{1,6}) (?P<title>[^\s#](?:[^\n#]*[^\s#])?)(?=\n|\Z)(?P<heading>)"
    rf"|(?P<items>{BULLETS}|{NUMBERS}){ENDED}(?P<list>)"
    rf"|(?P<said>> {LINE}(?:\n> {LINE})*)(?=\n\n|\n?\Z)(?P<quotation>)"
    r")\n*"
)


def plain_blocks(text: str, pieces_of: Reader) -> tuple[Block, ...] | None:
    """Blocks of a text, or nothing where one of them is not of the simple kind."""
    blocks: list[Block] = []
    at = len(text) - len(text.lstrip("\n"))
    row = at
    while at < len(text):
        found = BLOCK.match(text, at)
        if found is None:
            return None
        blocks += READERS[found.lastgroup or ""](found, row, pieces_of)
        row += text.count("\n", at, found.end())
        at = found.end()
    return tuple(blocks)


def _paragraph(found: re.Match[str], row: int, pieces_of: Reader) -> tuple[Block, ...]:
    words = found["words"]
    return (("paragraph", "p", "", row, row + words.count("\n") + 1, pieces_of(words)),)


def _heading(found: re.Match[str], row: int, pieces_of: Reader) -> tuple[Block, ...]:
    return (("heading", f"h{len(found['level'])}", "", row, row + 1, pieces_of(found["title"])),)


def _quotation(found: re.Match[str], row: int, pieces_of: Reader) -> tuple[Block, ...]:
    lines = found["said"].split("\n")
    pieces = pieces_of("\n".join(line[2:] for line in lines))
    return (
        ("blockquote_open", "blockquote", "", 0, 0, ()),
        ("paragraph", "p", "", row, row + len(lines), pieces),
        ("blockquote_close", "blockquote", "", 0, 0, ()),
    )


def _list(found: re.Match[str], row: int, pieces_of: Reader) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for item in STARTS.split(found["items"])[1:]:
        end = row + item.count("\n") + 1
        blocks.append(("list_item_open", "li", "", 0, 0, ()))
        blocks.append(("inline", "", "", row, end, pieces_of(item.replace("\n  ", "\n"))))
        blocks.append(("list_item_close", "li", "", 0, 0, ()))
        row = end
    if found["first"] is None:
        return ("bullet_list_open", "ul", "", 0, 0, ()), *blocks, ("bullet_list_close", "ul", "", 0, 0, ())
    first = int(found["first"])
    opened: Block = ("ordered_list_open", "ol", "", first if first != 1 else 0, 0, ())
    return opened, *blocks, ("ordered_list_close", "ol", "", 0, 0, ())


STARTS = late(r"(?:\A|\n)(?:[-*+]|[0-9]+[.)]) ")
"""What stands before the words of each item."""

READERS: Mapping[str, Callable[[re.Match[str], int, Reader], tuple[Block, ...]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "list": _list,
    "quotation": _quotation,
}
"""What each form of block becomes, from its match, its first row and the reader of running text."""
