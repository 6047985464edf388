"""The parser's tokens as blocks and pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from markdown_it.token import Token

from twosource.newsroom.blocks import Block, Piece, Sign, inline


def token_blocks(tokens: Iterable[Token]) -> Iterator[Block]:
    """Blocks of a text that was parsed to the end."""
    for token in tokens:
        if token.type == "inline":
            first, end = token.map or (-1, -1)
            yield inline(token_pieces(token.children or ()), first, end)
        elif not token.hidden:
            yield block_of(token)


def block_of(token: Token) -> Block:
    """A block without running text of its own; listings have theirs as one piece."""
    if token.type in ("fence", "code_block"):
        return token.type, token.tag, token.info.strip(), 0, 0, (token.content,)
    if token.type in ("footnote_open", "footnote_anchor"):
        return token.type, "", _use(token), token.meta["id"] + 1, 0, ()
    style = str(token.attrs.get("style", ""))
    aligned = style.replace("text-align:", "align-") if style.startswith("text-align:") else ""
    return token.type, token.tag, aligned, int(token.attrs.get("start", 0)), 0, ()


def token_pieces(children: Iterable[Token]) -> tuple[Piece, ...]:
    """Running text: text and the ends of lines become one, so that words over the end of a line are found."""
    pieces: list[Piece] = []
    held: list[str] = []
    for child in children:
        if child.type in TEXTS:
            held.append("\n" if child.type == "softbreak" else child.content)
            continue
        _flush(held, pieces)
        pieces.append(SIGNS.get(child.type, _mark)(child))
    _flush(held, pieces)
    return tuple(pieces)


TEXTS = ("text", "text_special", "softbreak", "html_inline")
"""Tokens that are plain text to readers; the first two are one kind to us, which saves the parser's joining."""


def _flush(held: list[str], pieces: list[Piece]) -> None:
    text = "".join(held)
    if text:
        pieces.append(text)
    held.clear()


def _mark(token: Token) -> Sign:
    """A mark, a piece of code or a simple tag."""
    return token.type, token.content, token.meta.get("target", "")


def _link(token: Token) -> Sign:
    return "link_open", str(token.attrs.get("title") or ""), str(token.attrs.get("href", ""))


def _image(token: Token) -> Sign:
    return "image", token.content, str(token.attrs.get("src", ""))


def _note(token: Token) -> Sign:
    return "footnote_ref", _use(token), str(token.meta["id"] + 1)


def _use(token: Token) -> str:
    again = token.meta.get("subId") or 0
    return f"{token.meta['id'] + 1}{f'-{again + 1}' if again else ''}"


SIGNS: Mapping[str, Callable[[Token], Sign]] = {"link_open": _link, "image": _image, "footnote_ref": _note}
"""Tokens that keep more than words and a target."""
