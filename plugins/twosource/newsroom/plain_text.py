"""Running text of the simple kind, which is nearly all of it, read in one pass of one expression.

Read here are words, our marks, code, emphasis that neither nests nor touches other signs, and links with plain words
and a plain address. Anything else (escapes, entities, pictures, a lone asterisk, …) makes the block somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from twosource.newsroom.blocks import Piece, Sign, unwrapped
from twosource.newsroom.late import late

LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

ADDRESS = rf"(?:https?://{LABEL}(?:\.{LABEL}){{0,3}})?(?:/[A-Za-z0-9._~/=+,;@-]*)?(?:\?[A-Za-z0-9._~/=+,;@-]*)?"
"""An address in which the parser finds nothing to encode: four labels stay below the longest host that it takes."""

SIGN = late(
    r"\[@(?P<source>[^\[\]\s]+)\](?P<cite>)"
    r"|\[\[(?P<shown>[^\[\]|]+)(?:\|(?P<name>[^\[\]]+))?\]\](?P<term>)"
    r"|\{fact (?P<number>[0-9]{1,9})\}(?P<fact>)"
    r"|`(?P<code>[^`\s](?:[^`\n]*[^`\s])?)`(?!`)(?P<listing>)"
    # Emphasis begins behind a space or an opening sign and before a word, and ends behind a word, or behind the stop of
    # a sentence and before a space. A run of asterisks in such a place can only begin or only end, never both, so that
    # runs of one length that take turns can pair in one way only.
    r"|\*(?<![^ \n(“‘\"'—]\*)\*?(?=[^\W_])(?P<begin>)"
    r"|\*(?<=[^\W_]\*)\*?(?=[ \n.,;:!?)”’\"'—…]|\Z)(?P<end>)"
    r"|\*(?<=[.,!?)”’%]\*)\*?(?=[ \n]|\Z)(?P<stop>)"
    rf"|\[(?P<words>[^\[\]\\`*_<!&^{{]+)\]\((?P<href>(?:{ADDRESS})(?:\#[A-Za-z0-9._~-]*)?)\)(?P<link>)"
    # Words in brackets before no address are words: [sic], […]. A line between letters, as in by_line, is no sign.
    r"|\[[^\[\]\\`*_<!&^{]*\](?![(\[])(?P<text>)"
    r"|_(?<![^\W_]_)|_(?![^\W_])|\[|\]|`|\*|<|\\|!\[|\^\[|&#?\w{1,32};"
)
"""Everything that may be more than text; a match without one of the named ends is none of the simple kind.

Every alternative begins with a plain character, never with a group or a look-around: only so does `re` skip from one
such character to the next, which makes the whole three times as fast.
"""

TAGS: Mapping[str, tuple[Sign, Sign]] = {
    "*": (("em_open", "", ""), ("em_close", "", "")),
    "**": (("strong_open", "", ""), ("strong_close", "", "")),
}

LINK_CLOSE: Sign = ("link_close", "", "")


def plain_pieces(content: str) -> tuple[Piece, ...] | None:
    """The pieces of a block's running text, or nothing where it is not of the simple kind."""
    if " \n" in content or "\n " in content or "\t" in content:
        return None
    pieces: list[Piece] = []
    at, open_run = 0, ""
    for found in SIGN.finditer(content):
        kind = found.lastgroup
        if kind is None:
            return None
        if kind == "text":
            continue
        start, end = found.span()
        if start > at:
            pieces.append(content[at:start])
        at = end
        if kind in READERS:
            pieces.append(READERS[kind](found))
        elif kind == "link":
            pieces += ("link_open", "", found["href"]), found["words"], LINK_CLOSE
        elif open_run != ("" if kind == "begin" else found[0]):
            return None
        else:
            open_run = "" if open_run else found[0]
            pieces.append(TAGS[found[0]][kind != "begin"])
    if open_run:
        return None
    if at < len(content):
        pieces.append(content[at:])
    return tuple(pieces)


READERS: Mapping[str, Callable[[re.Match[str]], Sign]] = {
    "cite": lambda found: ("cite", found[0], found["source"]),
    "term": lambda found: ("term_ref", found[0], unwrapped(found["name"] or found["shown"])),
    "fact": lambda found: ("fact_ref", found[0], found["number"]),
    "listing": lambda found: ("code_inline", found["code"], ""),
}
"""What a mark or a piece of code becomes."""
