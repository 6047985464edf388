"""Whatever stands in the files of a hub, reading it ends with a library: never with an exception."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from twosource.newsroom.loading import load_library
from twosource.newsroom.parsing import parse_story
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import RULES
from twosource.newsroom.yaml_reader import read_tree

from .golden import HUB

FILES = sorted(file.relative_to(HUB).as_posix() for file in HUB.rglob("*") if file.is_file())
STORY = "content/stories/2025/alpha.md"
quick = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)

SNIPPETS = [
    *("---", "-", ":", "?", "[", "]", "{", "}", ",", "&", "*", "!", "!!x", "|", ">", '"', "'", "#", "%", "@", "<<"),
    *(
        "~",
        "null",
        "no",
        "012",
        "1:30",
        "2025-02-30",
        "\\",
        "\x00",
        "\x07",
        "\x85",
        "\u2028",
        "\ufeff",
        "\t",
        "é",
        "😀",
    ),
    *("[[x]]", "[@y]", "{fact 9}", "<b>", "[^1]", "[^1]: ", "^[x]", "```", "~~~", "| a | b |\n|---|---|\n", "> ", "# "),
]
yaml_like = st.lists(st.sampled_from([*SNIPPETS, "\n", "\n  ", "\n- ", " ", "key: ", "facts: ", "text"]), max_size=30)


@contextmanager
def hub_with(path: str, raw: bytes) -> Iterator[Path]:
    """A copy of the hub in which one file has these bytes."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "hub"
        shutil.copytree(HUB, root)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
        yield root


def read(root: Path) -> tuple[Problem, ...]:
    """The problems of a hub, each of which is well formed and lies within its file."""
    problems = load_library(root).problems
    for problem in problems:
        assert problem.rule in RULES
        assert problem.severity is RULES[problem.rule].severity
        assert problem.message
        assert problem.hint
        text = (root / problem.place.path).read_bytes().decode("utf-8-sig", "replace")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.place.line <= len(lines), problem
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, problem
    return problems


@pytest.mark.parametrize("path", FILES)
@settings(quick, max_examples=8)
@given(raw=st.binary(max_size=200))
def test_any_bytes_in_any_file_give_a_library(path: str, raw: bytes) -> None:
    with hub_with(path, raw) as root:
        read(root)


@quick
@given(path=st.sampled_from([path for path in FILES if path.endswith(".md")]), bits=yaml_like)
@example(path=STORY, bits=["{fact ", "9" * 5000, "}"])
@example(path=STORY, bits=["^["] * 300)
def test_any_scraps_of_yaml_and_markdown_in_any_file_give_a_library(path: str, bits: list[str]) -> None:
    scraps = "".join(bits).encode("utf-8", "surrogatepass")
    with hub_with(path, b"---\n" + scraps + b"\n---\n" + scraps) as root:
        read(root)


mutations = st.lists(
    st.tuples(
        st.sampled_from(["delete", "double", "replace", "indent", "cut"]),
        st.integers(0, 200),
        st.one_of(yaml_like.map("".join), st.text(max_size=20)),
    ),
    min_size=1,
    max_size=4,
)


def mutate(text: str, changes: list[tuple[str, int, str]]) -> str:
    """The text with lines deleted, doubled, replaced, indented or cut short."""
    lines = text.split("\n")
    for how, at, other in changes:
        n = at % len(lines)
        new = {
            "delete": [],
            "double": [lines[n]] * 2,
            "replace": [other],
            "indent": [f"  {lines[n]}"],
            "cut": [lines[n][: len(other)]],
        }
        lines[n : n + 1] = new[how] or ([""] if len(lines) == 1 else [])
    return "\n".join(lines)


@settings(quick, max_examples=100)
@given(path=st.sampled_from([*FILES, STORY, STORY, STORY]), changes=mutations)
def test_any_slips_of_the_pen_give_a_library_with_places(path: str, changes: list[tuple[str, int, str]]) -> None:
    text = mutate((HUB / path).read_text(encoding="utf-8"), changes)
    with hub_with(path, text.encode("utf-8", "replace")) as root:
        assert read(root) == read(root)


@settings(quick, max_examples=300)
@given(changes=mutations)
def test_a_story_is_read_the_same_every_time(changes: list[tuple[str, int, str]]) -> None:
    text = mutate((HUB / STORY).read_text(encoding="utf-8"), changes)
    assert parse_story(text, STORY, {}) == parse_story(text, STORY, {})


@settings(quick, max_examples=300)
@given(text=st.one_of(st.text(st.characters(exclude_categories=["Cs"])), yaml_like.map("".join)))
def test_any_text_is_a_tree_with_places_or_says_where_it_is_none(text: str) -> None:
    tree, problems = read_tree(text, "x.yml")
    lines = text.split("\n")
    assert all(1 <= problem.place.line <= len(lines) for problem in problems)
    assert tree is None or all(1 <= key.line <= len(lines) for key, _ in tree.pairs)


@pytest.mark.parametrize("path", FILES)
def test_a_hub_without_any_one_of_its_files_gives_a_library(path: str, tmp_path: Path) -> None:
    root = tmp_path / "hub"
    shutil.copytree(HUB, root)
    (root / path).unlink()
    rules = {problem.rule for problem in load_library(root).problems}
    assert all(rule == "file-missing" or rule.startswith("unknown-") for rule in rules)


def test_an_empty_folder_lacks_its_four_files_and_nothing_else(tmp_path: Path) -> None:
    library = load_library(tmp_path)
    assert {problem.rule for problem in library.problems} == {"file-missing"}
    assert len(library.problems) == 4
    assert not library.readable
