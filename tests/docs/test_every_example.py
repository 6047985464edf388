"""Examples in the documentation are read by the very parsers that read a hub."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.docs.reading import DOCS, examples, page
from twosource.newsroom.parsing import parse_entity, parse_hub, parse_publishers, parse_story, parse_term

PAGES = sorted(path.name for path in DOCS.glob("*.md"))
TOPICS = {"Technology controls": "technology-controls", "technology-controls": "technology-controls"}
PARSERS: dict[str, Callable[[str], tuple[Any, tuple[Any, ...]]]] = {
    "yaml story": lambda text: parse_story(text, "content/stories/2018/example.md", TOPICS),
    "yaml entity": lambda text: parse_entity(text, "content/entities/example.md"),
    "yaml term": lambda text: parse_term(text, "glossary/example.md"),
    "yaml publishers": lambda text: parse_publishers(text, "methodology/publishers.yml"),
    "yaml site": lambda text: parse_hub(text, "content/site.yml"),
}
CASES = [(kind, text) for name in PAGES for kind in PARSERS for text in examples(page(name), kind)]


@pytest.mark.parametrize(("kind", "text"), CASES, ids=[kind for kind, _ in CASES])
def test_a_whole_example_is_read_without_a_problem(kind: str, text: str) -> None:
    """A writer may begin by copying it."""
    _, problems = PARSERS[kind](text)
    assert not problems


def test_there_is_a_whole_example_of_every_kind() -> None:
    """Otherwise the test above would pass by reading nothing."""
    assert {kind for kind, _ in CASES} == set(PARSERS)
