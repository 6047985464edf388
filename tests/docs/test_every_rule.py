"""docs/rules.md: every rule has its place, and nothing else has."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.docs.reading import ROOT, examples, page, prose, sections
from twosource.newsroom.drafts import GAPS
from twosource.newsroom.rules import RULES

WRITTEN = sections(page("rules.md"), 3)


def test_every_rule_has_a_heading_of_its_name_and_no_other_heading_stands_there() -> None:
    """Rule names are permanent, so people look them up."""
    assert list(WRITTEN) == [f"`{name}`" for name in RULES]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_its_weight_what_it_asks_and_what_to_do(name: str) -> None:
    """The words are those that the methodology page prints."""
    rule, text = RULES[name], " ".join(WRITTEN[f"`{name}`"].split())
    weight = rule.severity.value.capitalize() + ("; in a draft a warning" if name in GAPS else "")
    assert f"*{weight}.*" in text
    assert f"{rule.what} {rule.remedy}" in text


@pytest.mark.parametrize("name", RULES)
def test_a_rule_shows_a_wrong_and_a_right_example_that_differ(name: str) -> None:
    """A rule without its reason and two examples is a name."""
    text = WRITTEN[f"`{name}`"]
    shown = [found for kind in ("yaml", "text", "markdown") for found in examples(text, kind)]
    assert len(shown) == 2
    assert shown[0] != shown[1]
    assert len(prose(text).split()) > 20


def test_no_code_reports_a_problem_under_a_name_that_is_no_rule() -> None:
    """Such a problem could not be looked up. The press's own three concern files of the site, not of the hub."""
    assert not {name for name in names_reported() if name not in RULES}


def names_reported() -> Iterator[str]:
    """Rules that the code names where it reports: the second argument, or the fifth of a reader of text."""
    for path in sorted((ROOT / "plugins" / "twosource").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="Problem" | "found" | "dangling") | ast.Attribute(attr="add" | "refuse"),
                    args=[_, ast.Constant(value=str(name)), *_],
                ):
                    yield name
                case ast.Call(func=ast.Name(id="Converted"), args=[_, _, _, _, ast.Constant(value=str(name)), *_]):
                    yield name
