"""Glossary terms in a text: the marked ones, and the first plain mention of each other one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from twosource.newsroom.blocks import Block, Piece, signs
from twosource.pages.glossing import Glossary, beginnings, mentions
from twosource.pages.prose_draft import Draft


def link_terms(blocks: list[Block], draft: Draft) -> list[Block]:
    """The first plain mention of each term that is not marked anywhere becomes a `mention`."""
    marked = list(_marked(blocks, draft.glossary))
    draft.terms.extend(marked)
    if not draft.gloss:
        return blocks
    done, plain = set(marked), list(_plain_blocks(blocks))
    texts = (piece for index in plain for piece in blocks[index][5] if isinstance(piece, str))
    sought = beginnings(draft.glossary, "\n".join(texts), done)
    glossed = list(blocks)
    for index in plain if sought else ():
        pieces = blocks[index][5]
        if _may_begin(sought, pieces):
            glossed[index] = (*blocks[index][:5], tuple(_glossed(pieces, draft, done, sought)))
    return glossed


def _marked(blocks: Iterable[Block], glossary: Glossary) -> Iterator[str]:
    for kind, _, target in signs(blocks):
        term = glossary.resolve(target) if kind == "term_ref" else None
        if term:
            yield term.id


def _plain_blocks(blocks: list[Block]) -> Iterator[int]:
    depth = 0
    for index, block in enumerate(blocks):
        kind = block[0]
        if kind in ("blockquote_open", "heading_open", "th_open"):
            depth += 1
        elif kind in ("blockquote_close", "heading_close", "th_close"):
            depth -= 1
        elif kind == "inline" and not depth:
            yield index


def _may_begin(sought: frozenset[str], pieces: Iterable[Piece]) -> bool:
    """Whether any of the words may stand in a text: cheap, and right where it says no."""
    text = "\n".join(piece for piece in pieces if isinstance(piece, str)).casefold()
    return any(word in text for word in sought)


def _glossed(pieces: tuple[Piece, ...], draft: Draft, done: set[str], sought: frozenset[str]) -> Iterator[Piece]:
    inside, quoted = 0, False
    for piece in pieces:
        if not isinstance(piece, str):
            inside += (piece[0] == "link_open") - (piece[0] == "link_close")
            yield piece
        elif inside:
            yield piece
        else:
            if quoted or not _may_begin(sought, (piece,)):
                yield piece
            else:
                yield from _split(piece, draft, done)
            quoted = _still_quoted(piece, quoted)


def _still_quoted(text: str, quoted: bool) -> bool:
    """Whether a quotation that runs over emphasis or a link is still open after the text."""
    for mark in re.findall(r"[“”\"]", text):
        quoted = mark == "“" or (mark == '"' and not quoted)
    return quoted


def _split(text: str, draft: Draft, done: set[str]) -> Iterator[Piece]:
    at = 0
    for start, end, term in mentions(draft.glossary, text):
        if term in done:
            continue
        done.add(term)
        draft.terms.append(term)
        if start > at:
            yield text[at:start]
        yield "mention", text[start:end], term
        at = end
    if at < len(text):
        yield text[at:]
