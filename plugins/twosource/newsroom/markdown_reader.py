"""Texts to blocks, by the shortest way that leads to the same ones as the parser's own.

The parser takes 0.8 ms for a story of 800 words, three quarters of it for running text, most of which is words, marks
and simple emphasis. Those are read by `plain_text`, 15 times as fast; a block that holds anything else goes to the parser,
and a text with footnotes or link definitions, which reach over blocks, goes there as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from twosource.newsroom.blocks import Block, Piece, inline
from twosource.newsroom.markdown import markdown, parse
from twosource.newsroom.plain_text import plain_pieces
from twosource.newsroom.token_blocks import block_of, token_blocks, token_pieces

REACHING = ("[^", "^[", "]:", "\r", "\0")
"""What may give a meaning to words in another block, and what the parser replaces before it reads."""


def read_markdown(text: str) -> tuple[Block, ...]:
    """Blocks of a text."""
    if any(sign in text for sign in REACHING):
        return read_by_tokens(text)
    return tuple(_read_blocks(text))


def read_by_tokens(text: str) -> tuple[Block, ...]:
    """Blocks of a text as the parser alone reads them: what every other way must give, too."""
    return tuple(token_blocks(parse(text)))


def _read_blocks(text: str) -> Iterator[Block]:
    """The parser's blocks; running text by the short way where it is plain."""
    parser = markdown()
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    for token in tokens:
        if token.type == "inline":
            first, end = token.map or (-1, -1)
            yield inline(_pieces(token.content), first, end)
        elif not token.hidden:
            yield block_of(token)


def _pieces(content: str) -> tuple[Piece, ...]:
    pieces = plain_pieces(content)
    if pieces is not None:
        return pieces
    children: list[Token] = []
    markdown().inline.parse(content, markdown(), {}, children)
    return token_pieces(children)
