"""Texts become blocks by a short way where they are simple, and by the parser where not: what comes out is the same."""

from __future__ import annotations

import marshal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from twosource.newsroom.blocks import Piece, signs
from twosource.newsroom.body import Body
from twosource.newsroom.markdown import SUSPECT
from twosource.newsroom.markdown_reader import read_by_tokens, read_markdown
from twosource.newsroom.marks import marks
from twosource.newsroom.plain_blocks import plain_blocks
from twosource.newsroom.plain_text import plain_pieces

from ..conftest import ROOT, hub_files

many = settings(
    max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)

WORDS = ("a", "Tariffs", "é", "7", "1990.", "R&D", "by_line", "3.5", "C#", "5*", "x", "“so”", '"so"', "(a)", "…", "ß")
MARKS = ("[@s1]", "[@a b]", "[[b]]", "[[b|c d]]", "[[b\nc]]", "[[]]", "{fact 2}", "{facts 2}", "{Fact 2}", "[[[b]]")
SIGNED = (
    "*a*",
    "**a b**",
    "**a",
    "a*",
    "*a.*",
    "***a***",
    "_a_",
    "__a__",
    "`a`",
    "``a``",
    "` a`",
    "\\*",
    "&amp;",
    "<b>",
)
LINKS = (
    *(
        "[a](/b/)",
        "[a b](https://x.org/c?d=e#f)",
        "[a](#b)",
        "[a]()",
        "[a](x y)",
        "[a](/b 'c')",
        "[a](https://x.org:1)",
    ),
    *("[*a*](/b)", "[[a](/b)]", "![a](/b)", "!", "[sic]", "[…]", "[a][b]", "[ ]", "]", "[", "<https://x.org>", "(/b)"),
    *(
        "[a](//b)",
        "[a](HTTP://X.org)",
        "[a](https://xn--a.org/~b)",
        "[a](https://b..c)",
        "[a](javascript:b)",
        "[a\nb](/c)",
    ),
)
REACHING = ("[^1]", "[^1]: b", "^[b]", "[b]: /c")
SPACES = (" ", " ", " ", "\n", "", "  \n", "\n  ", "\n\n", "\t")
STARTS = (
    *("", "", "", "- ", "* ", "+ ", "  ", "   ", "    ", "1. ", "2. ", "3) ", "> ", ">", "# ", "## ", "#", "-", "\t"),
    *("---", "===", "***", "- - -", "```", "~~~", "| a | b |", "|---|:-:|", "1.", "**a** ", "- - ", "> - ", "> > "),
)

RUNNING = st.lists(st.sampled_from((*WORDS, *MARKS, *SIGNED, *LINKS, *SPACES, *SPACES)), max_size=8).map("".join)
LINES = st.tuples(st.sampled_from(STARTS), RUNNING, st.sampled_from(("", "", "", "", " #", " ", "  ", "\\"))).map(
    "".join
)
BLOCKS = st.lists(LINES, max_size=6).flatmap(
    lambda lines: st.sampled_from(("\n", "\n\n", "\n\n\n", "\n \n")).map(lambda gap: gap.join(lines))
)
TEXTS = st.lists(BLOCKS, max_size=3).map("\n\n".join)
FAR = st.tuples(BLOCKS, st.sampled_from(REACHING), BLOCKS).map("\n\n".join)

SIMPLE = st.lists(
    st.tuples(
        st.sampled_from(("", "", "- ", "- ", "* ", "1. ", "2. ", "2) ", "> ", "> ", "# ", "### ", "  ", "**", "")),
        st.sampled_from(("a b", "a [@s1] *b*", "1990", "7. c", "“a”", "[sic]", "b *c", "&", "")),
        st.sampled_from(("\n", "\n", "\n\n", "\n\n", "\n\n\n")),
    ).map("".join),
    max_size=7,
).map("".join)
"""Lines that are nearly all of the simple kind, in every order."""


@many
@given(SIMPLE | TEXTS | FAR)
@example("- a\n\n- b")
@example("- a\n1. b")
@example("a\n2. b")
@example("\n\n# a\nb\n> c\n\nd\n")
@example("1. a\n2) b")
@example("01. a\n\n0. b")
def test_every_text_says_what_the_parser_alone_makes_of_it(text: str) -> None:
    assert read_markdown(text) == read_by_tokens(text)


@many
@given(RUNNING)
@example("a **b** *c*, “**d**” (*e*)")
@example("**a*b**")
@example("*a [b](/c) d*")
@example("a\n\tb")
def test_running_text_says_what_the_parser_alone_makes_of_it(text: str) -> None:
    words = f"a {text} b"
    assert read_markdown(words) == read_by_tokens(words)


def test_every_text_of_the_hub_says_what_the_parser_alone_makes_of_it() -> None:
    for path in hub_files():
        if path.suffix == ".md":
            text = (ROOT / path).read_text(encoding="utf-8")
            body = text.partition("\n---\n")[2]
            assert read_markdown(body) == read_by_tokens(body), path
            assert read_markdown(text) == read_by_tokens(text), path


def _untouched(content: str) -> tuple[Piece, ...]:
    return (content,)


@pytest.mark.parametrize(
    "text",
    [
        "Words, and more of them.\nA second line.\n\nA second paragraph.\n",
        "## A heading\nWords below it.",
        "Words:\n- an item\n- an item\n  of two lines\n\nWords.",
        "1. One\n2. Two\n",
        "> Said by somebody\n> on two lines.\n\n“Words.”",
    ],
)
def test_paragraphs_headings_flat_lists_and_quotations_need_no_parser(text: str) -> None:
    assert plain_blocks(text, _untouched)


@pytest.mark.parametrize(
    "text", ["- a\n  - b", "- a\n\n- b", "a\n---", "    a", "| a |\n|---|", "```\na\n```", "<b>", "a\n2. b", "a  \nb"]
)
def test_any_other_block_is_left_to_the_parser(text: str) -> None:
    assert plain_blocks(text, _untouched) is None


def test_words_marks_code_emphasis_and_plain_links_need_no_parser() -> None:
    text = "A **b** *c* `d` [@s1] [[e|f]] {fact 1} [g h](https://x.org/i?j=k) [sic], by_line & {so}."
    assert plain_pieces(text) == (
        *("A ", ("strong_open", "", ""), "b", ("strong_close", "", ""), " "),
        *(("em_open", "", ""), "c", ("em_close", "", ""), " ", ("code_inline", "d", ""), " ", ("cite", "[@s1]", "s1")),
        *(" ", ("term_ref", "[[e|f]]", "f"), " ", ("fact_ref", "{fact 1}", "1"), " "),
        *(("link_open", "", "https://x.org/i?j=k"), "g h", ("link_close", "", ""), " [sic], by_line & {so}."),
    )


@pytest.mark.parametrize(
    "text", ["\\*", "a * b", "_a_", "``a``", "![a](/b)", "<https://x.org>", "&copy;", "[a](/b 'c')", "**a*", "a  \nb"]
)
def test_any_other_running_text_is_left_to_the_parser(text: str) -> None:
    assert plain_pieces(text) is None


def test_a_cache_can_keep_what_was_read() -> None:
    blocks = Body("## A\n\n[@s1] [b](/c)[^1]\n\n| a |\n|--:|\n| b |\n\n```py\nc\n```\n\n[^1]: d", 1).blocks
    assert marshal.loads(marshal.dumps(blocks)) == blocks


@many
@given(TEXTS)
@example("[@a b]")
@example("\\[[@a b]]")
@example("> [@a\n> b]")
@example("{FACT 1}")
@example("<b>")
@example("[a](javascript:b)")
def test_a_text_that_is_not_suspect_holds_no_malformed_mark(text: str) -> None:
    malformed = [mark for mark in marks(Body(text, 1), "a.md") if mark.kind not in SOUND]
    assert not malformed or SUSPECT.search(text)


@many
@given(TEXTS)
def test_the_marks_of_the_blocks_are_those_that_have_places(text: str) -> None:
    placed = [(mark.kind, mark.target) for mark in marks(Body(text, 1), "a.md")]
    if all(kind in SOUND for kind, _ in placed):
        assert placed == [(kind, to) for kind, _, to in signs(read_markdown(text)) if kind in SOUND]


SOUND = ("term_ref", "cite", "fact_ref")
