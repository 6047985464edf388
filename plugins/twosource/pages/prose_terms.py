"""Glossary terms in a text: the marked ones, and the first plain mention of each other one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.newsroom.blocks import Block, Piece, signs
from twosource.pages.glossing import Forms, Glossary, mentions, possible
from twosource.pages.prose_draft import Draft


@dataclass(slots=True)
class Search:
    """What is still looked for in a text; lives while one text is set."""

    forms: Forms
    """Forms that the text may hold; those of a term that was found still hide what stands within them."""
    done: set[str]
    """Terms that are linked."""
    words: tuple[str, ...] = ()
    """First words of the forms of all others."""

    def narrow(self) -> None:
        """Forget the words of terms that are linked by now."""
        left = (word for word, forms in self.forms.items() if any(form.term not in self.done for form in forms))
        self.words = tuple(left)

    def may_stand_in(self, text: str) -> bool:
        """Whether the text may hold one: cheap, and right where it says no."""
        folded = text.casefold()
        return any(word in folded for word in self.words)


def link_terms(blocks: list[Block], draft: Draft) -> list[Block]:
    """The first plain mention of each term that is not marked anywhere becomes a `mention`."""
    marked = list(_marked(blocks, draft.glossary))
    draft.terms.extend(marked)
    if not draft.gloss:
        return blocks
    texts = {index: _text(blocks[index][5]) for index in _plain_blocks(blocks)}
    search = Search(possible(draft.glossary, "\n".join(texts.values())), set(marked))
    search.narrow()
    glossed = list(blocks)
    for index, text in texts.items():
        if not search.words:
            break
        if search.may_stand_in(text):
            glossed[index] = (*blocks[index][:5], tuple(_glossed(blocks[index][5], draft, search)))
    return glossed


def _text(pieces: tuple[Piece, ...]) -> str:
    return "\n".join([piece for piece in pieces if isinstance(piece, str)])


def _marked(blocks: Iterable[Block], glossary: Glossary) -> Iterator[str]:
    for kind, _, target in signs(blocks):
        term = glossary.resolve(target) if kind == "term_ref" else None
        if term:
            yield term.id


def _plain_blocks(blocks: list[Block]) -> Iterator[int]:
    """Places of the blocks in which mentions are linked: not those of quotations and titles."""
    depth = 0
    for index, block in enumerate(blocks):
        kind = block[0]
        if kind == "blockquote_open":
            depth += 1
        elif kind == "blockquote_close":
            depth -= 1
        elif block[5] and not depth and kind not in ("heading", "th"):
            yield index


def _glossed(pieces: tuple[Piece, ...], draft: Draft, search: Search) -> Iterator[Piece]:
    inside, quoted = 0, False
    for piece in pieces:
        if not isinstance(piece, str):
            inside += (piece[0] == "link_open") - (piece[0] == "link_close")
            yield piece
        elif inside:
            yield piece
        else:
            if quoted or not search.may_stand_in(piece):
                yield piece
            else:
                yield from _split(piece, draft, search)
            quoted = _still_quoted(piece, quoted)


def _still_quoted(text: str, quoted: bool) -> bool:
    """Whether a quotation that runs over emphasis or a link is still open after the text."""
    for mark in re.findall(r"[“”\"]", text):
        quoted = mark == "“" or (mark == '"' and not quoted)
    return quoted


def _split(text: str, draft: Draft, search: Search) -> Iterator[Piece]:
    at = 0
    for start, end, term in mentions(search.forms, text):
        if term in search.done:
            continue
        search.done.add(term)
        draft.terms.append(term)
        if start > at:
            yield text[at:start]
        yield "mention", text[start:end], term
        at = end
    if at < len(text):
        yield text[at:]
    if at:
        search.narrow()
