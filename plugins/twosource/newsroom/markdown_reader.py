"""Texts to blocks, by the shortest way that leads to the same ones as the parser's own.

The parser takes 0.8 ms for a story of 800 words. Nearly all texts are of the simple kind that `plain_blocks` and
`plain_text` read in a seventh of that; running text of any other kind goes to the parser block by block, blocks of any
other kind text by text, and so does a text with footnotes or link definitions, which reach over blocks.
"""

from __future__ import annotations

from markdown_it.token import Token

from twosource.newsroom.blocks import Block, Piece
from twosource.newsroom.markdown import markdown, parse
from twosource.newsroom.plain_blocks import plain_blocks
from twosource.newsroom.plain_text import plain_pieces
from twosource.newsroom.token_blocks import token_blocks, token_pieces

REACHING = ("[^", "^[", "]:", "\r", "\0")
"""What may give a meaning to words in another block, and what the parser replaces before it reads."""


def read_markdown(text: str) -> tuple[Block, ...]:
    """Blocks of a text."""
    if any(sign in text for sign in REACHING):
        return read_by_tokens(text)
    return plain_blocks(text, _pieces) or _read_blocks(text)


def read_by_tokens(text: str) -> tuple[Block, ...]:
    """Blocks of a text as the parser alone reads them: what every other way must give, too."""
    return tuple(token_blocks(parse(text), lambda token: token_pieces(token.children or ())))


def _read_blocks(text: str) -> tuple[Block, ...]:
    """Blocks as the parser finds them, with their running text read like any other."""
    parser, tokens = markdown(), list[Token]()
    parser.block.parse(text, parser, {}, tokens)
    return tuple(token_blocks(tokens, lambda token: _pieces(token.content)))


def _pieces(content: str) -> tuple[Piece, ...]:
    """Pieces of the running text of a block."""
    pieces = plain_pieces(content)
    if pieces is not None:
        return pieces
    parser, children = markdown(), list[Token]()
    parser.inline.parse(content, parser, {}, children)
    return token_pieces(children)
