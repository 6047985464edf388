"""The parser's tokens as blocks and pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from markdown_it.token import Token

from twosource.newsroom.blocks import Block, Piece, Sign

Reader = Callable[[Token], tuple[Piece, ...]]
"""What makes the pieces of an inline token."""


def token_blocks(tokens: Iterable[Token], pieces_of: Reader) -> Iterator[Block]:
    """Blocks of a text; what begins, holds running text and ends is one block."""
    held: Token | None = None
    first, end = -1, -1
    pieces: tuple[Piece, ...] = ()
    for token in tokens:
        if token.type in HOLDING and not token.hidden:
            held = token
        elif token.type == "inline":
            first, end = token.map or (-1, -1)
            pieces = pieces_of(token)
            if held is None:
                yield "inline", "", "", first, end, pieces
        elif token.type == "footnote_anchor":
            anchor: Sign = ("footnote_anchor", _use(token), str(token.meta["id"] + 1))
            if held is None:
                yield "inline", "", "", -1, -1, (anchor,)
            pieces = (*pieces, anchor)
        elif held is not None:
            yield held.type.removesuffix("_open"), held.tag, _aligned(held), first, end, pieces
            held = None
        elif not token.hidden:
            yield _other(token)


HOLDING = frozenset({"paragraph_open", "heading_open", "td_open", "th_open"})
"""Tokens behind which running text stands and, in a footnote's last paragraph, the ways back; then they end."""


def _other(token: Token) -> Block:
    if token.type in ("fence", "code_block"):
        return token.type, token.info.strip(), token.content, 0, 0, ()
    number = token.meta["id"] + 1 if token.type == "footnote_open" else int(token.attrs.get("start", 0))
    return token.type, token.tag, "", number, 0, ()


def _aligned(token: Token) -> str:
    """The alignment of a cell as a class, since a page carries no inline style."""
    style = str(token.attrs.get("style", ""))
    return style.replace("text-align:", "align-") if style.startswith("text-align:") else ""


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
