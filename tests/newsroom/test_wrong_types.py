"""Every key of every form, with a value of every wrong kind: one problem, its rule, its line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from twosource.newsroom.fields import Choice, Converted, Reader
from twosource.newsroom.parsing import (
    ENTITY,
    HUB,
    NOTE,
    RUBRIC,
    STORY,
    TERM,
    parse_entity,
    parse_hub,
    parse_note,
    parse_publishers,
    parse_rubric,
    parse_story,
    parse_term,
)
from twosource.newsroom.problems import Problem
from twosource.newsroom.records import ListOf, MapOf, Record
from twosource.newsroom.reference_forms import PUBLISHERS
from twosource.newsroom.story_form import OriginReader

WORDS = [
    "word",
    "one",
    "2025-10-14",
    "7",
    "1",
    "0",
    "true",
    "https://a.example/x",
    "/a/",
    "a.example",
    "GB",
    "Q1",
    "en",
    "0.5",
]
"""Values of which each reader of one takes at least one."""

LONG = "x" * 10_000
WRONG = {"list": "[one, two]", "mapping": "{one: two}", "number": "77777777", "nothing": "", "long": LONG}
EMPTY_LIST = "[]"

FORMS: dict[str, tuple[Reader[Any], str, Callable[[str, str], tuple[Any, tuple[Problem, ...]]]]] = {
    "story": (STORY, "content/stories/a.md", partial(parse_story, topics={})),
    "entity": (ENTITY, "content/entities/a.md", parse_entity),
    "term": (TERM, "glossary/a.md", parse_term),
    "chapter": (NOTE, "methodology/a.md", parse_note),
    "site": (HUB, "content/site.yml", parse_hub),
    "publishers": (PUBLISHERS, "methodology/publishers.yml", parse_publishers),
    "rubric": (RUBRIC, "methodology/rubric.yml", parse_rubric),
}


@dataclass
class Planted:
    """A wrong value, and where it ends up."""

    written: str
    line: int = 0
    column: int = 0


def sample(reader: Reader[Any]) -> Any:
    """A value that the reader takes."""
    match reader:
        case Record():
            return {key.name: sample(key.reader) for key in reader.keys}
        case ListOf():
            return [sample(reader.item) for _ in range(max(1, reader.at_least))]
        case MapOf():
            return {key: sample(reader.value) for key in reader.keys or ("one",)}
        case Choice():
            return next(iter(reader.by_text))
        case OriginReader():
            return "own"
        case Converted():
            return next(word for word in WORDS if reader.parse(word) is not None)
    raise AssertionError(reader)


def places(reader: Reader[Any]) -> Iterator[tuple[tuple[str | int, ...], Reader[Any]]]:
    """The way to every value of a form, with its reader; of lists the first entry."""
    match reader:
        case Record():
            for key in reader.keys:
                yield (key.name,), key.reader
                yield from (((key.name, *way), inner) for way, inner in places(key.reader))
        case ListOf():
            yield (0,), reader.item
            yield from (((0, *way), inner) for way, inner in places(reader.item))
        case MapOf():
            name = next(iter(reader.keys), "one")
            yield (name,), reader.value
            yield from (((name, *way), inner) for way, inner in places(reader.value))


def rule_for(reader: Reader[Any], kind: str) -> str:
    """The rule that a value of this kind breaks; empty for none."""
    if isinstance(reader, OriginReader):
        return "bad-origin"
    if isinstance(reader, Converted | Choice):
        if kind in ("list", "mapping"):
            return "wrong-type"
        if kind == "nothing":
            return "missing-value"
        if isinstance(reader, Choice):
            return "unknown-word"
        return "" if reader.parse(WRONG[kind]) is not None else reader.rule
    if isinstance(reader, ListOf) and kind == "nothing":
        return "missing-value"
    return "wrong-type"


def written(value: Any, rows: list[str], first: int, indent: int = 0) -> None:
    """Append the value as block YAML; what was planted learns where it stands."""
    pairs = value.items() if isinstance(value, dict) else ((None, each) for each in value)
    for key, inner in pairs:
        head = " " * indent + ("-" if key is None else f"{key}:")
        if isinstance(inner, Planted):
            inner.line, inner.column = first + len(rows), len(head) + 1 + bool(inner.written)
            rows.append(f"{head} {inner.written}" if inner.written else head)
        elif isinstance(inner, dict | list):
            rows.append(head)
            written(inner, rows, first, indent + 2)
        else:
            rows.append(f"{head} {inner}")


def planted(form: Reader[Any], way: tuple[str | int, ...], wrong: Planted) -> Any:
    whole = inner = sample(form)
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = wrong
    return whole


def text_of(value: Any, path: str) -> str:
    rows: list[str] = []
    written(value, rows, 2 if path.endswith(".md") else 1)
    text = "".join(f"{row}\n" for row in rows)
    return f"---\n{text}---\nWords.\n" if path.endswith(".md") else text


def cases(form: Reader[Any]) -> Iterator[tuple[tuple[str | int, ...], str, Planted]]:
    """Every way with every wrong kind that breaks a rule."""
    for way, reader in places(form):
        for kind, text in WRONG.items():
            right = (isinstance(reader, ListOf) and kind == "list") or (
                isinstance(reader, Record | MapOf) and kind == "mapping"
            )
            rule = "" if right else rule_for(reader, kind)
            if rule:
                yield way, rule, Planted(text)
        if isinstance(reader, ListOf) and reader.at_least:
            yield way, "too-few", Planted(EMPTY_LIST)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_takes_what_its_readers_say_that_they_take(name: str) -> None:
    """Otherwise the test below could pass for a wrong reason."""
    form, path, parse = FORMS[name]
    assert parse(text_of(sample(form), path), path)[1] == ()


@pytest.mark.parametrize("name", FORMS)
def test_a_value_of_a_wrong_kind_is_one_problem_at_its_place(name: str) -> None:
    form, path, parse = FORMS[name]
    many = 0
    for way, rule, wrong in cases(form):
        text = text_of(planted(form, way, wrong), path)
        found = [(each.rule, each.place.line, each.place.column) for each in parse(text, path)[1]]
        assert found == [(rule, wrong.line, wrong.column)], (way, wrong.written[:20])
        many += 1
    assert many >= 10


def test_the_kinds_make_hundreds_of_cases() -> None:
    assert sum(1 for form, _, _ in FORMS.values() for _ in cases(form)) > 700
