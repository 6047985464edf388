"""Every component is a folder with a macro, styles and examples, and every example renders."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment
from ledger_kit import THEME, Example, components, examples, examples_of
from pages_read import elements

ALL = list(examples())


@pytest.mark.parametrize("component", components())
def test_a_component_has_markup_styles_and_examples_of_its_own_name(component: str) -> None:
    folder = THEME / "components" / component
    assert {f"{component}.html", f"{component}.css", "examples.yml"} == {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("component", components())
def test_every_macro_of_a_component_has_an_example(component: str) -> None:
    source = (THEME / "components" / component / f"{component}.html").read_text("utf-8")
    macros = set(re.findall(r"{% macro ([\w]+)\(", source))
    assert macros - {"mark", "card", "watch", "source"} <= {example.call for example in examples_of(component)}
    assert macros & {example.call for example in examples_of(component)}


@pytest.mark.parametrize("example", ALL, ids=lambda one: f"{one.component}/{one.name}")
def test_every_example_renders_to_whole_elements(environment: Environment, example: Example) -> None:
    elements(environment.from_string(example.source).render(example.arguments))


@pytest.mark.parametrize("component", components())
def test_a_component_styles_only_its_own_block_or_one_it_holds(component: str) -> None:
    """Flat BEM: each class in a component's CSS is a class of the theme's markup."""
    css = (THEME / "components" / component / f"{component}.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    styled = {name.partition("--")[0] for name in re.findall(r"\.(-?[a-z][\w-]*)", re.sub(r"{[^}]*}", "", css))}
    markup = "\n".join(path.read_text("utf-8") for path in THEME.rglob("*.html"))
    assert {name for name in styled if not re.search(rf"\b{re.escape(name)}\b", markup)} == set()


@pytest.mark.parametrize("level", ["verified", "two", "single-source", "disputed", "unchecked", "retracted"])
def test_a_badge_says_its_level_in_words_not_in_colour_alone(environment: Environment, level: str) -> None:
    example = next(one for one in examples_of("badge") if one.name == level)
    shown = elements(environment.from_string(example.source).render(example.arguments))
    assert shown[0].text == example.arguments["badge"]["short"]


@pytest.mark.parametrize("example", [one for one in ALL if one.component == "card"], ids=lambda one: one.name)
def test_a_card_shows_its_verification_right_after_its_headline(environment: Environment, example: Example) -> None:
    shown = elements(environment.from_string(example.source).render(example.arguments))
    order = [one.classes[0] for one in shown if one.classes and one.classes[0] in ("card__title", "card__badge")]
    assert order
    assert order == ["card__title", "card__badge"] * (len(order) // 2)


def test_a_quote_that_was_not_found_never_looks_like_one_that_was(environment: Environment) -> None:
    for example in examples_of("quote"):
        if example.call == "quote":
            found = example.arguments["quote"]["state"] == "found"
            quote = elements(environment.from_string(example.source).render(example.arguments))[0]
            assert (quote.classes == ["quote"]) is found


def test_a_month_of_single_developments_shows_dots_and_a_scale_has_its_nought(environment: Environment) -> None:
    shown = {
        one.name: elements(environment.from_string(one.source).render(one.arguments))
        for one in examples_of("chart")
        if one.name in ("bars", "dots")
    }
    assert [one for one in shown["dots"] if one.name == "circle"]
    assert not [one for one in shown["dots"] if "chart__mark" in one.classes and one.name == "rect"]
    assert [one for one in shown["bars"] if "chart__rule-words" in one.classes and one.text == "4"]


def test_a_chart_has_a_title_a_description_and_a_table(environment: Environment) -> None:
    example = next(one for one in examples_of("chart") if one.name == "series")
    shown = elements(environment.from_string(example.source).render(example.arguments))
    chart = next(one for one in shown if one.name == "svg")
    ids = {one.attributes["id"] for one in shown if one.name in ("title", "desc") and "id" in one.attributes}
    assert chart.attributes["role"] == "img"
    assert set(chart.attributes["aria-labelledby"].split()) == ids
    rows = [one for one in shown if one.name == "tr"]
    assert len(rows) == len(example.arguments["series"]["rows"]) + 1
