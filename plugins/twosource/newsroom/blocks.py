"""What a text is made of, in plain tuples: cheap to make by the hundred, and any cache can keep them.

A mark of ours or a link is a piece in the running text of a block; a block begins, ends, or holds running text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Sign = tuple[str, str, str]
"""Type, words and target of what is not plain text. By type:

* `cite`, `term_ref`, `fact_ref`: the mark as written; the source, the name of the term, the number of the fact
* `code_inline`: the code; nothing
* `link_open`: the title; the address. `image`: the words; the address
* `footnote_ref`: number of the footnote, after its first use with `-2`, `-3`, …; number of the footnote
* `em_open`, `em_close`, `strong_open`, `strong_close`, `link_close`, `hardbreak`: nothing; nothing
"""

Piece = str | Sign
"""A run of plain text, whose lines end in a line feed, or a sign."""

Block = tuple[str, str, str, int, int, tuple[Piece, ...]]
"""Type, tag, detail, two numbers and the running text. By type:

* `inline`: the rows of the text from which its running text is, the first counted from 0 and the one after the last,
  both -1 where that is not known (in a note in brackets)
* `ordered_list_open`: its first number where that is not 1, else 0
* `td_open`, `th_open`: the detail is `align-left`, `align-center` or `align-right`, if the column has one of them
* `fence`, `code_block`: the detail is what stands behind the fence; the running text is one piece, the listing
* `footnote_open`, `footnote_anchor`: number of the footnote; the detail is that of a `footnote_ref`
* everything else is a tag that begins or ends. A tight list has no paragraphs.
"""


def running(blocks: Iterable[Block]) -> Iterator[tuple[Piece, ...]]:
    """The running text of every block that has one."""
    return (block[5] for block in blocks if block[0] == "inline")


def signs(blocks: Iterable[Block]) -> Iterator[Sign]:
    """Everything in running text that is more than text."""
    return (piece for pieces in running(blocks) for piece in pieces if not isinstance(piece, str))


def inline(pieces: tuple[Piece, ...], first: int, end: int) -> Block:
    """A block of running text, with the rows that it is from."""
    return "inline", "", "", first, end, pieces


def term_words(mark: str) -> str:
    """What readers see of `[[term]]` or `[[words|term]]`."""
    return unwrapped(mark[2:-2].partition("|")[0])


def unwrapped(text: str) -> str:
    """The words on one line: a mark may run over the end of one."""
    return " ".join(text.split())
