"""The quick parts give what Jinja gives: each template here is printed by both."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from twosource.press.quick import Once, QuickEnvironment, WithContext

MACROS = """
{% macro plain(a, b="B", c=none) %}<i>{{ a }}{{ b }}{{ c }}</i>{% endmacro %}
{% macro extra(a) %}{{ a }}{{ varargs|join }}{{ kwargs.k }}{% endmacro %}
{% macro around(a) %}<u>{{ a }}{{ caller() }}</u>{% endmacro %}
"""
VIEW: dict[str, Any] = {
    "text": "<b>'\"&",
    "markup": Markup("<b>"),
    "number": 7,
    "fraction": 0.5,
    "nothing": None,
    "yes": True,
    "row": {"key": "<k>", "deep": {"er": 1}, "list": ["x", "y"]},
}
TEMPLATES = [
    "{{ text }}|{{ markup }}|{{ number }}|{{ fraction }}|{{ nothing }}|{{ yes }}",
    "{{ row.key }}|{{ row.deep.er }}|{{ row['key'] }}|{{ row.list.0 }}|{{ text.upper() }}|{{ row.get('key') }}",
    "{% for key, value in row.deep.items() %}{{ key }}{{ value }}{{ loop.last }}{{ loop.index }}{% endfor %}",
    "{{ plain(text) }}{{ plain(text, markup) }}{{ plain(text, 1, 2) }}{{ plain(text, c=3) }}{{ plain(b=1, a=2) }}",
    "{{ extra(1, 2, 3, k=4) }}{% call around(text) %}<s>{{ text }}</s>{% endcall %}",
    "{% for x in row.list %}{{ plain(x) }}{% set y = plain(x, loop.first) %}{{ y }}{{ y ~ text }}{% endfor %}",
    "{% set block %}<p>{{ text }}</p>{% endset %}{{ block }}{{ block|length }}{{ plain(block)|upper }}",
    "{{ row.missing is defined }}{{ row.missing|default('none') }}{{ nobody is defined }}",
    "{% autoescape false %}{{ text }}{{ plain(text) }}{% endautoescape %}",
]
WRONG = [
    ("{{ nobody }}", UndefinedError),
    ("{{ row.missing }}", UndefinedError),
    ("{{ row.missing.more }}", UndefinedError),
    ("{{ plain() }}", UndefinedError),
    ("{{ plain(1, 2, 3, 4) }}", TypeError),
    ("{{ plain(1, d=2) }}", TypeError),
    ("{{ text() }}", TypeError),
]


def printed(kind: type[Environment], template: str, name: str) -> str:
    files = {"macros.html": MACROS, name: "{% from 'macros.html' import plain, extra, around %}" + template}
    made = kind(loader=DictLoader(files), autoescape=name.endswith(".html"), undefined=StrictUndefined)
    return made.get_template(name).render(VIEW)


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_prints_what_jinja_prints(template: str, name: str) -> None:
    """Escaped and not."""
    assert printed(QuickEnvironment, template, name) == printed(Environment, template, name)


CHILDREN = [
    "{% block main %}<{{ text }}{{ super() }}{% for x in row.list %}{{ x }}{{ plain(x) }}{% endfor %}>{% endblock %}",
    "{% block main %}{% block inner %}{{ number }}{% endblock %}{{ self.title() }}{% endblock %}",
    "{% block each scoped %}({{ one }}{{ super() }}){% endblock %}"
    "{% block title %}{% include 'part.html' %}{% endblock %}",
    "{% set own = text %}{% block main %}{% set x = plain(text) %}{% filter upper %}{{ x }}a{% endfilter %}"
    "{% endblock %}",
    "{% macro local(a) %}[{{ a }}{{ caller() }}]{% endmacro %}"
    "{% block main %}{% call local(text) %}{% if yes %}{{ row.key }}{% endif %}{% endcall %}{% endblock %}",
    "{% block main %}{% with a = row.deep %}{{ a.er }}{{ a.er if yes else nobody }}{% endwith %}{% endblock %}outside",
]
BASE = (
    "{% set head %}{% block title %}T{{ text }}{% endblock %}{% endset %}<{{ head }}>"
    "{% block main %}m{{ text }}{% endblock %}"
    "{% for one in row.list %}{% block each scoped %}{{ one }}{% endblock %}{% endfor %}{% if yes %}end{% endif %}"
)


@pytest.mark.parametrize("child", CHILDREN)
def test_a_template_that_extends_another_prints_what_jinja_prints(child: str) -> None:
    """Blocks within blocks and loops, what they inherit, and what they include."""
    found = []
    for kind in (Environment, QuickEnvironment):
        head = "{% extends 'base.html' %}{% from 'macros.html' import plain %}"
        files = {"macros.html": MACROS, "base.html": BASE, "part.html": "<p>{{ text }}</p>", "page.html": head + child}
        made = kind(loader=DictLoader(files), autoescape=True, undefined=StrictUndefined)
        found.append(made.get_template("page.html").render(VIEW))
    assert found[0] == found[1]


def test_a_function_may_ask_for_the_context_first() -> None:
    """As the address of an asset does, which depends on the site."""
    made = QuickEnvironment(autoescape=True)
    made.globals["shout"] = WithContext(lambda context, word: f"{context.resolve('mark')}{word}")
    assert made.from_string("{% for x in 'ab' %}{{ shout(x) }}{% endfor %}").render(mark="<") == "&lt;a&lt;b"


def test_a_template_is_looked_for_once_where_templates_cannot_change() -> None:
    """And each time where they can."""
    for reload, expected in ((False, "old"), (True, "new")):
        files = {"a.html": "old"}
        made = QuickEnvironment(loader=DictLoader(files), auto_reload=reload)
        assert made.get_template("a.html").render() == "old"
        files["a.html"] = "new"
        assert made.get_template("a.html").render() == expected


@pytest.mark.parametrize(("template", "error"), WRONG)
def test_what_fails_in_jinja_fails_with_the_same_words(template: str, error: type[Exception]) -> None:
    said = []
    for kind in (Environment, QuickEnvironment):
        with pytest.raises(error) as raised:
            printed(kind, template, "page.html")
        said.append(str(raised.value))
    assert said[0] == said[1]


def test_a_key_of_a_view_goes_before_a_method_of_its_name() -> None:
    """A view is data: `items` or `count` in it are its own."""
    made = QuickEnvironment()
    assert made.from_string("{{ row.items }}{{ row.count }}").render(row={"items": 1, "count": 2}) == "12"


def test_once_calls_a_macro_once_for_equal_arguments() -> None:
    """Equal data, not the same objects; other arguments, another macro, or what is no plain data call it again."""
    calls: list[object] = []
    once = Once()

    def macro(*args: object) -> str:
        calls.append(args)
        return f"<{len(calls)}>"

    assert once(macro, {"a": ["x", 1]}, True) == once(macro, {"a": ["x", 1]}, True) == "<1>"
    assert once(macro, {"a": ["x", 1]}, False) == "<2>"
    assert once(macro, {"a": ["x", "1"]}, True) == "<3>"
    assert once(str, 1) == "1"
    assert [once(macro, Markup("x")), once(macro, Markup("x"))] == ["<4>", "<5>"]


def test_once_prints_markup_as_markup() -> None:
    """And within a loop, and with defaults."""
    made = QuickEnvironment(autoescape=True)
    made.globals["once"] = Once()
    source = "{% macro m(a, b=2) %}<i>{{ a }}{{ b }}</i>{% endmacro %}{% for x in '<<' %}{{ once(m, x) }}{% endfor %}"
    assert made.from_string(source).render() == "<i>&lt;2</i>" * 2
