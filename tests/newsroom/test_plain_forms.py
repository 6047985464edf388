"""Front matter in the plain forms is read without libyaml: the very values that libyaml gives, or none at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twosource.newsroom.plain_yaml import read_plain
from twosource.newsroom.text_file import split
from twosource.newsroom.yaml_reader import read_tree
from twosource.newsroom.yaml_tree import Quoted, Value, mapping_of

from .golden import HUB
from .test_any_bytes import mutate, mutations, yaml_like

DEMO = Path(__file__).parents[2] / "content" / "stories"
FILES = sorted((*HUB.rglob("*.md"), *HUB.rglob("*.yml"), *DEMO.rglob("*.md")))

WORDS = st.sampled_from(
    [
        *("a", "Plain words here", "us-doe", "2026-02-19", "12", "0.5", "https://a.example/b?c=d", "it's “so”", "a,b"),
        *('"quoted, so: yes"', "'single'", '"\\"no,\\" he \\\\ said"', '""', "''", '"a" b', "'it''s'", '"\\n"', "'\\'"),
        *("[]", "[1, 2]", "[one, two words]", "[a, [b]]", "[a,b]", "[a: b]", "[ a ]", "[-1]", "[a, ]", "[é, “b”]"),
        *("{}", "{a: b}", '{a: "b, c", d: [1, 2], e: f g}', "{a: b,c: d}", "{a: b, a: c}", "{a:b}", "{a: b, }"),
        *("{a: {b: c}}", "{a: }", "{a: b } ", '{a: "b"c}', "{a: b#c}", "{a: b?}", "{a: x:y}", "{a: [b], c: [d e]}"),
        *("", " ", "a ", "a: b", "a:", "a #b", "a # b", "a#b", "-5", "- a", "?", "? a", ": a", "|", ">-", "*a", "&a b"),
        *("!t x", "!", "@a", "`a`", "%a", "~", "null", "...", "---", "--- a", "<<", "=", "a\tb", "a\u00a0b", "\ufeffa"),
        *("a\u200bb", "😀", "é", "a\\b", "“q”", "a]", "a}", "]", "}", ",a", "x" * 1100, "{a: " + "x" * 1100 + "}"),
    ]
)
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", "  ", "  ", "    ", "    ", "      ", " ", "   ", "\t"]),
    st.sampled_from(["", "", "", "- ", "- ", "-  ", "-", "- - "]),
    st.sampled_from(
        ["a: ", "b: ", "c:", "d:", "a:  ", "", "", "1: ", '"q": ', "k" * 64 + ": ", "k" * 65 + ": ", "é: "]
    ),
    WORDS,
)
KEYS = st.builds("{}: {}".format, st.sampled_from(["a", "b", "c", "a-b", "A_1"]), WORDS)
TEXTS = st.lists(st.one_of(LINES, KEYS, st.sampled_from(["", "# c", "  # c", "...", "---"])), max_size=7).map("\n".join)


def typed(value: Value) -> object:
    """The value with its types: a quoted text equals a plain one in all but its type."""
    if isinstance(value, dict):
        return [(key, typed(each)) for key, each in value.items()]
    return [typed(each) for each in value] if isinstance(value, list) else (type(value), str(value))


def agrees(text: str) -> bool:
    """True when the text is read without libyaml; fails where libyaml reads it otherwise."""
    plain = read_plain(text)
    if plain is None:
        return False
    tree, problems = read_tree(text, "x.yml")
    assert not problems
    assert tree is not None
    assert typed(plain) == typed(mapping_of(tree))
    return True


@settings(max_examples=500, deadline=None, derandomize=True, database=None)
@given(TEXTS)
@example("a:\n- b: c\n  d:\n  - e\nf: g")
@example("a:\n  - b\n c: d")
@example("a: b\n  c")
@example("a:\n  b:\n  - c\n  d: e")
@example("a:\n    - b: c\n      d: e\n    - f")
@example("  a: b\nc: d")
@example("a: b\n" * 2)
def test_lines_of_any_forms_are_read_as_libyaml_reads_them(text: str) -> None:
    agrees(text)
    agrees(text + "\n")


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(yaml_like.map("".join))
def test_scraps_are_read_as_libyaml_reads_them(text: str) -> None:
    agrees(text + "\n")


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(file=st.sampled_from(FILES), changes=mutations)
def test_slips_of_the_pen_are_read_as_libyaml_reads_them(file: Path, changes: list[tuple[str, int, str]]) -> None:
    parts, _ = split(mutate(file.read_text(encoding="utf-8"), changes), "")
    if parts:
        agrees(parts.front)


def test_nearly_every_story_of_the_demonstration_is_written_in_plain_forms() -> None:
    fronts = [parts.front for file in DEMO.rglob("*.md") if (parts := split(file.read_text(encoding="utf-8"), "")[0])]
    assert sum(map(agrees, fronts)) > 0.8 * len(fronts) > 0


def test_each_plain_form_is_read() -> None:
    text = 'a: b c\nl: [1, x y]\nm:\n  - p: \'q\'\n    r: "s: \\"t\\""\n  - {u: v, w: [1]}\nn:\n- o\n'
    expected = {
        "a": "b c",
        "l": ["1", "x y"],
        "m": [{"p": Quoted("q"), "r": Quoted('s: "t"')}, {"u": "v", "w": ["1"]}],
        "n": ["o"],
    }
    assert typed(read_plain(text) or {}) == typed(expected)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "a: b", "a:\n", "a: b\n\nc: d\n", "a: b # c\n", "a: |\n  b\n", "a: b\na: c\n", "a: &b c\n", "- a\n"],
)
def test_other_forms_are_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None
