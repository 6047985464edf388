"""The parser that says what a text means: CommonMark, and our marks `[[term]]`, `[@source]`, `{fact 3}`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from twosource.newsroom.blocks import unwrapped

TERM = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
CITE = re.compile(r"\[@([^\[\]\s]+)\]")
FACT = re.compile(r"\{fact (\d{1,9})\}", re.ASCII)

Form = tuple[str, str, re.Pattern[str]]

MARKS: tuple[Form, ...] = (("term_ref", "[", TERM), ("cite", "[", CITE), ("fact_ref", "{", FACT))
"""Token type, first character and form of each mark."""

_HTML = r"</?[A-Za-z][\w-]*(?:\s[^<>\n]*)?/?>|<!--"
_REFUSED = r"\s*<?(?i:javascript|vbscript|file|data(?!:image/(?:gif|png|jpeg|webp);)):"

MALFORMED: tuple[Form, ...] = (
    ("odd_term", "[", re.compile(r"\[\[([^\[\]\n]*)\]\]")),
    ("odd_cite", "[", re.compile(r"\[(@[^\[\]]{0,80})\](?![(\[])")),
    ("odd_fact", "{", re.compile(r"\{(facts?\b[^{}\n]{0,40})\}", re.I)),
    ("html", "<", re.compile(rf"({_HTML})")),
    ("refused_link", "[", re.compile(rf"(\[[^\[\]]*\]\({_REFUSED}[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))")),
)
"""The same for what its writer surely meant to be one: looked for where none of the marks fits."""

SUSPECT = re.compile(
    r"\[\[(?![^\[\]|@{][^\[\]|]*(?:\|[^\[\]]+)?\]\])|\[@(?![^\[\]\s]+\])|\{(?!fact [0-9]{1,9}\})(?i:facts?\b)"
    rf"|{_HTML}|\]\({_REFUSED}"
)
"""What a text with a malformed mark surely holds, and hardly another one: others need not be proofread."""


@cache
def markdown(*more: Form) -> MarkdownIt:
    """The one parser: CommonMark, tables, footnotes and our marks; raw HTML stays text."""
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table").use(footnote_plugin)
    for name, opener, pattern in (*MARKS, *more):
        parser.inline.ruler.before("link", name, _rule(name, opener, pattern))
    return parser


def parse(text: str) -> Sequence[Token]:
    """Block tokens of a text; inline tokens are their children."""
    return markdown().parse(text)


def proofread(text: str) -> Sequence[Token]:
    """The same tokens, and others for malformed marks, which to readers are text; slow, and for texts with a fault."""
    return markdown(*MALFORMED).parse(text)


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
            token.meta = {"target": unwrapped(match[match.lastindex or 1]), "at": state.pos}
        state.pos = match.end()
        return True

    return rule
