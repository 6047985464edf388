"""What a text is made of, in plain tuples: cheap to make by the hundred, and any cache can keep them.

A mark of ours or a link is a piece in the running text of a block; a block begins, ends, or holds running text.
"""

from __future__ import annotations

from collections.abc import Iterable

Sign = tuple[str, str, str]
"""Type, words and target of what is not plain text. By type:

* `cite`, `term_ref`, `fact_ref`: the mark as written; the source, the name of the term, the number of the fact
* `code_inline`: the code; nothing
* `link_open`: the title; the address. `image`: the words; the address
* `footnote_ref`, `footnote_anchor`: number of the footnote, for its second use with `-2`, …; number of the footnote
* `em_open`, `em_close`, `strong_open`, `strong_close`, `link_close`, `hardbreak`: nothing; nothing
"""

Piece = str | Sign
"""A run of plain text, whose lines end in a line feed, or a sign."""

Block = tuple[str, str, str, int, int, tuple[Piece, ...]]
"""Type, tag, detail, two numbers and the running text. By type:

* `paragraph`, `heading`, `td`, `th`, and `inline` for the words of an item of a tight list, have running text. The
  numbers are the rows of the text that it is from: the first one, from 0, and the one after the last; both are -1 where
  that is not known, as in a note in brackets. The detail of a cell is `align-left`, `align-center` or `align-right`, if
  its column has one of them.
* `fence`, `code_block`: in place of the tag what stands behind the fence, as detail the listing
* `ordered_list_open`: the first number is its own first one where that is not 1, else 0
* `footnote_open`: the first number is that of the footnote
* everything else is a tag that begins or ends
"""


def signs(blocks: Iterable[Block]) -> list[Sign]:
    """Everything in running text that is more than text."""
    return [piece for block in blocks for piece in block[5] if not isinstance(piece, str)]


def term_words(mark: str) -> str:
    """What readers see of `[[term]]` or `[[words|term]]`."""
    return unwrapped(mark[2:-2].partition("|")[0])


def unwrapped(text: str) -> str:
    """The words on one line: a mark may run over the end of one."""
    return " ".join(text.split())
