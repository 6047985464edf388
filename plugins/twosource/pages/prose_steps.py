"""What is done to the tokens of a text before they become markup: one function a step."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from twosource.pages.prose_draft import Draft
from twosource.pages.prose_terms import link_terms
from twosource.pages.wording import web_address

DEEPEST = 6
"""HTML has no deeper heading."""


def join_lines(tokens: list[Token], draft: Draft) -> list[Token]:
    """Soft breaks become part of the text, so that a term that runs over the end of a line is found."""
    for token in tokens:
        if token.children:
            token.children = list(_joined(token.children))
    return tokens


def keep_safe_links(tokens: list[Token], draft: Draft) -> list[Token]:
    """A link that a page may not follow, and every picture, is reduced to its words or to a plain link."""
    for token in tokens:
        if token.children:
            token.children = list(_safe(token.children))
    return tokens


def fit_headings(tokens: list[Token], draft: Draft) -> list[Token]:
    """Headings begin at the level of the place, never skip one, and get an id of their own."""
    shift: dict[int, int] = {}
    last, seen = draft.top - 1, set[str]()
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        written = int(token.tag[1])
        above = [level for source, level in shift.items() if source < written]
        level = min(max(above, default=draft.top - 1) + 1, last + 1, DEEPEST)
        shift = {source: kept for source, kept in shift.items() if source < written} | {written: level}
        last = level
        words = _words(tokens[index + 1])
        anchor = _unused(f"{draft.prefix}-{_slug(words) or 'part'}", seen)
        token.tag = tokens[index + 2].tag = f"h{level}"
        token.attrs = {"id": anchor}
        if level == draft.top:
            draft.headings.append((anchor, words))
    return tokens


STEPS: tuple[Callable[[list[Token], Draft], list[Token]], ...] = (join_lines, keep_safe_links, fit_headings, link_terms)
"""The way of a text."""


def _joined(children: list[Token]) -> Iterator[Token]:
    held: Token | None = None
    for child in children:
        if child.type not in ("text", "softbreak"):
            if held:
                yield held
            held = None
            yield child
        elif held is None:
            held = Token("text", "", 0, content="\n" if child.type == "softbreak" else child.content)
        else:
            held.content += "\n" if child.type == "softbreak" else child.content
    if held:
        yield held


def _safe(children: list[Token]) -> Iterator[Token]:
    kept: list[bool] = []
    for child in children:
        if child.type == "image":
            yield from _as_link(child)
        elif child.type == "link_open":
            href = str(child.attrs.get("href", ""))
            kept.append(bool(web_address(href)) or href.startswith("#") or _within(href))
            if kept[-1]:
                yield child
        elif child.type != "link_close" or kept.pop():
            yield child


def _within(href: str) -> bool:
    return href.startswith("/") and not href.startswith(("//", "/\\"))


def _as_link(image: Token) -> Iterator[Token]:
    """A picture would ask another host for it: its words stay, and lead there."""
    words = Token("text", "", 0, content=image.content or "picture")
    href = web_address(str(image.attrs.get("src", "")))
    if not href:
        yield words
        return
    yield Token("link_open", "a", 1, attrs={"href": href})
    yield words
    yield Token("link_close", "a", -1)


def _words(inline: Token) -> str:
    return "".join(
        str(child.meta["shown"]) if child.type == "term_ref" else child.content
        for child in inline.children or ()
        if child.type not in ("cite", "fact_ref", "footnote_ref")
    ).strip()


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
