"""Tokens to markup: one function for each type that needs one; everything that is text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from markdown_it.token import Token

from twosource.pages.code import highlighted

Linker = Callable[[Token], str]


class Markup:
    """Writes one text; keeps the id prefix, the linker and the number of the table."""

    def __init__(self, prefix: str, link: Linker) -> None:
        self.prefix = prefix
        self.link = link
        self.tables = 0

    def render(self, tokens: Sequence[Token]) -> str:
        """Markup of a run of tokens."""
        return "".join(self._one(token) for token in tokens)

    def _one(self, token: Token) -> str:
        if token.type == "inline":
            return self.render(token.children or ())
        return WRITERS.get(token.type, plain)(self, token)


def plain(markup: Markup, token: Token) -> str:
    """A tag as it stands; a tight list's paragraphs are left out."""
    if token.hidden or not token.tag:
        return escape(token.content)
    if token.nesting < 0:
        return f"</{token.tag}>{_line(token)}"
    kept = {"id": token.attrs.get("id"), "start": token.attrs.get("start"), "class": _aligned(token)}
    attributes = "".join(f' {name}="{escape(str(value))}"' for name, value in kept.items() if value)
    return f"<{token.tag}{attributes}>{_line(token)}"


def text(markup: Markup, token: Token) -> str:
    """Running text, and raw HTML if a parser should ever let it through."""
    return escape(token.content, quote=False)


def code_inline(markup: Markup, token: Token) -> str:
    """A piece of code in a line."""
    return f"<code>{escape(token.content, quote=False)}</code>"


def fence(markup: Markup, token: Token) -> str:
    """A listing."""
    return highlighted(token.content, token.info.strip())


def linked(markup: Markup, token: Token) -> str:
    """A mark of ours, or the beginning of a link."""
    return markup.link(token)


def table_open(markup: Markup, token: Token) -> str:
    """A table in a frame that scrolls, and that the keyboard can reach."""
    markup.tables += 1
    return f'<div class="table" role="group" aria-label="Table {markup.tables}" tabindex="0"><table>\n'


def table_close(markup: Markup, token: Token) -> str:
    """The end of a table and its frame."""
    return "</table></div>\n"


def footnote_ref(markup: Markup, token: Token) -> str:
    """The number of a footnote, with a way back for each time that it is used."""
    n, name = token.meta["id"] + 1, _use(markup, token)
    return (
        f'<sup class="footnote-ref"><a href="#{markup.prefix}-fn{n}" id="{name}"'
        f' aria-label="Footnote {n}">{n}</a></sup>'
    )


def footnote_block_open(markup: Markup, token: Token) -> str:
    """The footnotes at the end."""
    return '<div class="footnotes"><ol>\n'


def footnote_block_close(markup: Markup, token: Token) -> str:
    """The end of the footnotes."""
    return "</ol></div>\n"


def footnote_open(markup: Markup, token: Token) -> str:
    """One footnote."""
    return f'<li id="{markup.prefix}-fn{token.meta["id"] + 1}">'


def footnote_close(markup: Markup, token: Token) -> str:
    """The end of one footnote."""
    return "</li>\n"


def footnote_anchor(markup: Markup, token: Token) -> str:
    """The way back from a footnote to the text."""
    where = f"Back to footnote {token.meta['id'] + 1} in the text"
    return f' <a class="footnote-back" href="#{_use(markup, token)}" aria-label="{where}">↩</a>'


WRITERS: Mapping[str, Callable[[Markup, Token], str]] = {
    "text": text,
    "html_inline": text,
    "html_block": text,
    "softbreak": lambda markup, token: "\n",
    "code_inline": code_inline,
    "code_block": fence,
    "fence": fence,
    "term_ref": linked,
    "cite": linked,
    "fact_ref": linked,
    "link_open": linked,
    "table_open": table_open,
    "table_close": table_close,
    "footnote_ref": footnote_ref,
    "footnote_block_open": footnote_block_open,
    "footnote_block_close": footnote_block_close,
    "footnote_open": footnote_open,
    "footnote_close": footnote_close,
    "footnote_anchor": footnote_anchor,
}
"""Who writes what; every other token is a plain tag."""


CONTAINERS = ("ul", "ol", "blockquote", "tr")
"""Tags after whose beginning a line ends."""


def _use(markup: Markup, token: Token) -> str:
    again = token.meta.get("subId") or 0
    return f"{markup.prefix}-fnref{token.meta['id'] + 1}{f'-{again + 1}' if again else ''}"


def _aligned(token: Token) -> str:
    """The alignment of a cell as a class, since a page carries no inline style."""
    style = str(token.attrs.get("style", ""))
    return style.replace("text-align:", "align-") if style.startswith("text-align:") else ""


def _line(token: Token) -> str:
    return "\n" if token.block and (token.nesting < 1 or token.tag in CONTAINERS) else ""
