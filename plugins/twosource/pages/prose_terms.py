"""Glossary terms in a text: the marked ones, and the first plain mention of each other one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from twosource.pages.glossing import Glossary, mentions
from twosource.pages.prose_draft import Draft


def link_terms(tokens: list[Token], draft: Draft) -> list[Token]:
    """The first plain mention of each term that is not marked anywhere becomes a mark."""
    marked = list(_marked(tokens, draft.glossary))
    draft.terms.extend(marked)
    if draft.gloss:
        done = set(marked)
        for block in _plain_blocks(tokens):
            block.children = list(_glossed(block.children or [], draft, done))
    return tokens


def _marked(tokens: list[Token], glossary: Glossary) -> Iterator[str]:
    for token in tokens:
        for child in token.children or ():
            term = glossary.resolve(child.meta["target"]) if child.type == "term_ref" else None
            if term:
                yield term.id


def _plain_blocks(tokens: list[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        if token.type in ("blockquote_open", "heading_open", "th_open"):
            depth += 1
        elif token.type in ("blockquote_close", "heading_close", "th_close"):
            depth -= 1
        elif token.type == "inline" and not depth:
            yield token


def _glossed(children: list[Token], draft: Draft, done: set[str]) -> Iterator[Token]:
    inside = 0
    quoted = False
    for child in children:
        inside += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type != "text" or inside:
            yield child
            continue
        if not quoted:
            yield from _split(child.content, draft, done)
        else:
            yield child
        quoted = _still_quoted(child.content, quoted)


def _still_quoted(text: str, quoted: bool) -> bool:
    """Whether a quotation that runs over emphasis or a link is still open after the text."""
    for mark in re.findall(r"[“”\"]", text):
        quoted = mark == "“" or (mark == '"' and not quoted)
    return quoted


def _split(text: str, draft: Draft, done: set[str]) -> Iterator[Token]:
    at = 0
    for start, end, term in mentions(draft.glossary, text):
        if term in done:
            continue
        done.add(term)
        draft.terms.append(term)
        if start > at:
            yield Token("text", "", 0, content=text[at:start])
        shown = text[start:end]
        yield Token("term_ref", "", 0, content=shown, meta={"shown": shown, "target": term})
        at = end
    if at < len(text):
        yield Token("text", "", 0, content=text[at:])
