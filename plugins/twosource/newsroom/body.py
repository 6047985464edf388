"""The Markdown of a file, and the marks of our own in it: `[[term]]`, `[@source]`, `{fact 3}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

TERM = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
CITE = re.compile(r"\[@([^\[\]\s]+)\]")
FACT = re.compile(r"\{fact (\d{1,9})\}", re.ASCII)

MARKS = (("term_ref", "[", TERM), ("cite", "[", CITE), ("fact_ref", "{", FACT))
"""Token type, first character and form of each mark."""


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown as written."""

    text: str
    """The text after the front matter."""
    line: int
    """Line of the file in which it begins, from 1."""


@cache
def markdown() -> MarkdownIt:
    """The one parser: CommonMark, tables, footnotes and our marks; raw HTML stays text."""
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table").use(footnote_plugin)
    for name, opener, pattern in MARKS:
        parser.inline.ruler.before("link", name, _rule(name, opener, pattern))
    return parser


def parse(text: str) -> Sequence[Token]:
    """Block tokens of a body; inline tokens are their children."""
    return markdown().parse(text)


def inline_tokens(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Every inline token with the block that holds it (whose `map` has its lines, from 0)."""
    for block in tokens:
        for child in block.children or ():
            yield block, child


def _unwrapped(text: str) -> str:
    """The words on one line: a mark may run over the end of one."""
    return " ".join(text.split())


def _rule(name: str, opener: str, pattern: re.Pattern[str]):  # type: ignore[no-untyped-def]
    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != opener:
            return False
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.content = match[0]
            target = match[match.lastindex or 1]
            token.meta = {"shown": _unwrapped(match[1]), "target": _unwrapped(target), "at": state.pos}
        state.pos = match.end()
        return True

    return rule
