"""What is done to the blocks of a text before they become markup: one function a step."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from twosource.newsroom.blocks import Block, Piece, signs, term_words
from twosource.pages.prose_draft import Draft
from twosource.pages.prose_terms import link_terms
from twosource.pages.wording import web_address

DEEPEST = 6
"""HTML has no deeper heading."""

LEADING = ("link_open", "image")
"""Signs that lead somewhere."""


def keep_safe_links(blocks: list[Block], draft: Draft) -> list[Block]:
    """A link that a page may not follow, and every picture, is reduced to its words or to a plain link."""
    leading = {sign for sign in signs(blocks) if sign[0] in LEADING}
    if all(kind == "link_open" and _followed(href) for kind, _, href in leading):
        return blocks
    return [(*block[:5], tuple(_safe(block[5]))) for block in blocks]


def fit_headings(blocks: list[Block], draft: Draft) -> list[Block]:
    """Headings begin at the level of the place, never skip one, and get an id of their own, which is their detail."""
    fitted = list(blocks)
    shift: dict[int, int] = {}
    last, seen = draft.top - 1, set[str]()
    for index, (kind, tag, _, first, end, pieces) in enumerate(blocks):
        if kind != "heading":
            continue
        written = int(tag[1])
        above = [level for source, level in shift.items() if source < written]
        level = min(max(above, default=draft.top - 1) + 1, last + 1, DEEPEST)
        shift = {source: kept for source, kept in shift.items() if source < written} | {written: level}
        last = level
        words = _words(pieces)
        anchor = _unused(f"{draft.prefix}-{_slug(words) or 'part'}", seen)
        fitted[index] = (kind, f"h{level}", anchor, first, end, pieces)
        if level == draft.top:
            draft.headings.append((anchor, words))
    return fitted


STEPS: tuple[Callable[[list[Block], Draft], list[Block]], ...] = (keep_safe_links, fit_headings, link_terms)
"""The way of a text."""


def _safe(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    kept: list[bool] = []
    for piece in pieces:
        kind = "" if isinstance(piece, str) else piece[0]
        if kind == "image":
            yield from _as_link(piece[1], piece[2])
        elif kind == "link_open":
            kept.append(_followed(piece[2]))
            if kept[-1]:
                yield piece
        elif kind != "link_close" or kept.pop():
            yield piece


def _followed(href: str) -> bool:
    """True for an address that a page may lead to: on this page, on this site, or on the web."""
    within = href.startswith("/") and not href.startswith(("//", "/\\"))
    return within or href.startswith("#") or bool(web_address(href))


def _as_link(words: str, source: str) -> Iterator[Piece]:
    """A picture would ask another host for it: its words stay, and lead there."""
    href = web_address(source)
    if not href:
        yield words or "picture"
        return
    yield "link_open", "", href
    yield words or "picture"
    yield "link_close", "", ""


def _words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece if isinstance(piece, str) else _shown(*piece) for piece in pieces).strip()


def _shown(kind: str, words: str, target: str) -> str:
    """Words of a sign in a table of contents."""
    if kind == "term_ref":
        return term_words(words)
    return words if kind == "code_inline" else ""


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _unused(wanted: str, seen: set[str]) -> str:
    name, n = wanted, 1
    while name in seen:
        n += 1
        name = f"{wanted}-{n}"
    seen.add(name)
    return name
