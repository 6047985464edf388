"""docs/rules.md: what is called wrong breaks the rule, and what is called right does not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.docs.reading import ROOT, examples, page, sections
from tests.docs.splicing import blocks, spliced
from twosource.newsroom.checks import check_library
from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library, topic_names
from twosource.newsroom.parsing import parse_entity, parse_rubric, parse_story
from twosource.newsroom.rules import RULES

WRITTEN = sections(page("rules.md"), 3)
PATH = "content/stories/2018/example.md"

FRONT, BODY = next(examples(page("format.md"), "yaml story")).removeprefix("---\n").split("---\n", 1)
BASE = blocks(FRONT) | {
    "category": "category: technology-controls\n",
    "watch": "watch:\n  - {}\n".format(
        "\n    ".join(("statement: The ban ends.", "says: zte", "due: 2018-12", "decided_by: An order", "status: open"))
    ),
    "updated": "updated: 2027-01-01\n",
}

WHERE = {
    "story": """
        missing-value unknown-key unknown-word too-few bad-date bad-alias duplicate-id unknown-topic unknown-story
        relative-time updated-before-date change-outside-dates expires-before-date event-dated-twice pull-quote-missing
        affected-not-mentioned retracted-without-reason yaml-anchor yaml-tag yaml-syntax yaml-depth duplicate-key
        watch-due-before-story duplicate-fact
        """,
    "facts": """
        missing-key wrong-type no-essential-fact claim-without-speaker fact-with-speaker claim-not-attributed
        characterisation number-in-text unknown-entity fact-after-story
        """,
    "sources": "bad-id bad-url bad-origin origin-loop",
    "evidence": "quote-too-long unknown-source",
    "watch": "watch-undecided watch-decided-open",
}
"""Rules by the place of their examples in a story; the examples of the others need a hub, a lock or a browser."""

CASES = [(where, name) for where, names in WHERE.items() for name in names.split()]


@cache
def hub() -> Library:
    """The demo hub, whose stories give way to the example's."""
    return load_library(ROOT)


def broken_by(where: str, example: str, base: dict[str, str] = BASE) -> set[str]:
    """Names of the rules that a story with this example breaks."""
    front = "".join(spliced(base, where, example).values())
    story, faults = parse_story(f"---\n{front}---\n{BODY}", PATH, topic_names(hub().hub))
    known = (story, *(one for one in hub().stories if one.slug in story.related))
    found = check_library(replace(hub(), stories=known, problems=()))
    return {problem.rule for problem in (*faults, *found) if problem.place.path == PATH}


def test_the_story_that_the_examples_are_put_into_breaks_no_rule() -> None:
    """Otherwise the tests below could pass for a wrong reason."""
    assert not broken_by("story", "title: Trump seeks a way back for ZTE\n")


@pytest.mark.parametrize(("where", "name"), CASES, ids=[name for _, name in CASES])
def test_the_wrong_example_breaks_the_rule_and_the_right_one_does_not(where: str, name: str) -> None:
    """Put into a whole story, among whose keys they belong."""
    wrong, right = examples(WRITTEN[f"`{name}`"], "yaml")
    base = {key: text for key, text in BASE.items() if key != "updated" or "date:" not in wrong}
    assert name in broken_by(where, wrong, base)
    assert name not in broken_by(where, right, base)


@pytest.mark.parametrize("name", ["entity-type"])
def test_the_examples_of_rules_about_entities_are_right(name: str) -> None:
    """An entity needs no story."""
    wrong, right = examples(WRITTEN[f"`{name}`"], "yaml")
    broken = []
    for text in (wrong, right):
        entity, _ = parse_entity(f"---\n{text}---\n", "content/entities/example.md")
        alone = replace(hub(), stories=(), entities={"example": entity})
        broken.append({problem.rule for problem in check_library(alone)})
    assert name in broken[0]
    assert name not in broken[1]


@pytest.mark.parametrize("name", ["rubric-weights", "rubric-order", "rubric-version"])
def test_the_examples_of_rules_about_the_rubric_show_keys_that_it_has(name: str) -> None:
    """They are shortened, so they are not read whole."""
    rubric, problems = parse_rubric((ROOT / "methodology" / "rubric.yml").read_text("utf-8"), "methodology/rubric.yml")
    assert not problems
    for text in examples(WRITTEN[f"`{name}`"], "yaml"):
        for key in blocks(text):
            assert rubric.where.root is not None
            assert rubric.where.root.get(key) is not None


def test_every_name_among_the_cases_is_a_rule() -> None:
    """A renamed rule must not drop out in silence."""
    assert {name for _, name in CASES} <= set(RULES)
