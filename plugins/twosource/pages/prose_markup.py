"""Blocks to markup: one function for each kind that needs one; everything that is text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from twosource.newsroom.blocks import Block, Piece, Sign
from twosource.pages.code import highlighted

Linker = Callable[[Sign], str]


class Markup:
    """Writes one text; keeps the id prefix, the linker and the number of the table."""

    def __init__(self, prefix: str, link: Linker) -> None:
        self.prefix = prefix
        self.link = link
        self.tables = 0
        self.made: dict[Sign, str] = dict(TAGS)
        """Markup of the signs met so far: a text cites the same few sources and facts over and over."""

    def render(self, blocks: Sequence[Block]) -> str:
        """Markup of a run of blocks."""
        return "".join([WRITERS.get(block[0], tag)(self, block) for block in blocks])

    def line(self, pieces: tuple[Piece, ...]) -> str:
        """Markup of running text."""
        written = []
        for piece in pieces:
            if isinstance(piece, str):
                # Few pieces hold any of these, and looking takes a third of what replacing does.
                special = "&" in piece or "<" in piece or ">" in piece
                written.append(escape(piece, quote=False) if special else piece)
                continue
            found = self.made.get(piece)
            if found is None:
                found = SIGNS[piece[0]](self, piece)
                if piece[0] not in TERMS:
                    self.made[piece] = found
            written.append(found)
        return "".join(written)


def tag(markup: Markup, block: Block) -> str:
    """A tag that begins or ends."""
    kind, name, _, number, *_ = block
    if kind.endswith("_close"):
        return f"</{name}>\n"
    start = f' start="{number}"' if number else ""
    return f"<{name}{start}>{END_OF_LINE.get(name, '')}"


END_OF_LINE = dict.fromkeys(("ul", "ol", "blockquote", "tr", "hr"), "\n")
"""What follows the tags after whose beginning a line ends."""


def paragraph(markup: Markup, block: Block) -> str:
    """A paragraph."""
    return f"<p>{markup.line(block[5])}</p>\n"


def inline(markup: Markup, block: Block) -> str:
    """Words that stand in no paragraph of their own."""
    return markup.line(block[5])


def heading(markup: Markup, block: Block) -> str:
    """A heading, which can be linked."""
    return f'<{block[1]} id="{escape(block[2])}">{markup.line(block[5])}</{block[1]}>\n'


def cell(markup: Markup, block: Block) -> str:
    """A cell of a table."""
    aligned = f' class="{block[2]}"' if block[2] else ""
    return f"<{block[1]}{aligned}>{markup.line(block[5])}</{block[1]}>\n"


def listing(markup: Markup, block: Block) -> str:
    """Code on lines of its own."""
    return highlighted(block[2], block[1])


def table_open(markup: Markup, block: Block) -> str:
    """A table in a frame that scrolls, and that the keyboard can reach."""
    markup.tables += 1
    return f'<div class="table" role="group" aria-label="Table {markup.tables}" tabindex="0"><table>\n'


def table_close(markup: Markup, block: Block) -> str:
    """The end of a table and its frame."""
    return "</table></div>\n"


def footnote_block_open(markup: Markup, block: Block) -> str:
    """The footnotes at the end."""
    return '<div class="footnotes"><ol>\n'


def footnote_block_close(markup: Markup, block: Block) -> str:
    """The end of the footnotes."""
    return "</ol></div>\n"


def footnote_open(markup: Markup, block: Block) -> str:
    """One footnote."""
    return f'<li id="{markup.prefix}-fn{block[3]}">'


def footnote_close(markup: Markup, block: Block) -> str:
    """The end of one footnote."""
    return "</li>\n"


def footnote_ref(markup: Markup, sign: Sign) -> str:
    """The number of a footnote, with a way back for each time that it is used."""
    _, use, number = sign
    return (
        f'<sup class="footnote-ref"><a href="#{markup.prefix}-fn{number}" id="{markup.prefix}-fnref{use}"'
        f' aria-label="Footnote {number}">{number}</a></sup>'
    )


def footnote_anchor(markup: Markup, sign: Sign) -> str:
    """The way back from a footnote to the text."""
    _, use, number = sign
    where = f"Back to footnote {number} in the text"
    return f' <a class="footnote-back" href="#{markup.prefix}-fnref{use}" aria-label="{where}">↩</a>'


def linked(markup: Markup, sign: Sign) -> str:
    """A mark of ours, or the beginning of a link."""
    return markup.link(sign)


TERMS = ("term_ref", "mention")
"""Signs of glossary terms, which become something else the second time."""

WRITERS: Mapping[str, Callable[[Markup, Block], str]] = {
    "paragraph": paragraph,
    "inline": inline,
    "heading": heading,
    "td": cell,
    "th": cell,
    "code_block": listing,
    "fence": listing,
    "table_open": table_open,
    "table_close": table_close,
    "footnote_block_open": footnote_block_open,
    "footnote_block_close": footnote_block_close,
    "footnote_open": footnote_open,
    "footnote_close": footnote_close,
}
"""Who writes which block; every other one is a plain tag."""

SIGNS: Mapping[str, Callable[[Markup, Sign], str]] = {
    "term_ref": linked,
    "mention": linked,
    "cite": linked,
    "fact_ref": linked,
    "link_open": linked,
    "code_inline": lambda markup, sign: f"<code>{escape(sign[1], quote=False)}</code>",
    "footnote_ref": footnote_ref,
    "footnote_anchor": footnote_anchor,
}
"""Who writes which sign; a picture has become a link or words by then."""

TAGS: Mapping[Sign, str] = {
    ("link_close", "", ""): "</a>",
    ("em_open", "", ""): "<em>",
    ("em_close", "", ""): "</em>",
    ("strong_open", "", ""): "<strong>",
    ("strong_close", "", ""): "</strong>",
    ("hardbreak", "", ""): "<br>",
}
"""Signs that are the same everywhere."""
