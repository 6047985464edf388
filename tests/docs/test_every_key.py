"""docs/format.md: every key of every form, with its words and whether it may be left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.docs.reading import page, rows, sections
from twosource.newsroom.fields import Choice
from twosource.newsroom.lock_file import SOURCE_KEYS
from twosource.newsroom.records import Key, ListOf, MapOf, Record
from twosource.newsroom.reference_forms import ENTITY_KEYS, HUB_KEYS, NOTE_KEYS, PUBLISHER, TERM_KEYS
from twosource.newsroom.rubric_form import RUBRIC_KEYS
from twosource.newsroom.story_form import STORY_KEYS

TEXT = page("format.md")
WHOLE = sections(TEXT, 2)
PARTS = sections(TEXT, 3)
FORMS: tuple[tuple[str, str, tuple[Key[Any], ...]], ...] = (
    ("Story", "story", STORY_KEYS),
    ("Entity", "entity", ENTITY_KEYS),
    ("Glossary term", "term", TERM_KEYS),
    ("Chapter", "note", NOTE_KEYS),
    ("Publishers", "publishers", PUBLISHER.keys),
    ("Hub", "site", HUB_KEYS),
    ("Rubric", "rubric", RUBRIC_KEYS),
)


def forms() -> Iterator[tuple[str, str, tuple[Key[Any], ...]]]:
    """Every form with the text that documents it; a form that is used twice is documented where it is met first."""
    seen: set[int] = set()
    for heading, name, keys in FORMS:
        yield name, PARTS.get(f"`{name}`") or WHOLE[heading].partition("\n### `")[0], keys
        yield from nested(name, keys, seen)


def nested(path: str, keys: tuple[Key[Any], ...], seen: set[int]) -> Iterator[tuple[str, str, tuple[Key[Any], ...]]]:
    """The forms below some keys."""
    for key in keys:
        inner = record_in(key.reader)
        if inner is None or id(inner) in seen:
            continue
        seen.add(id(inner))
        where = f"{path}.{key.name}"
        yield where, PARTS.get(f"`{where}`", ""), inner.keys
        yield from nested(where, inner.keys, seen)


def record_in(reader: Any) -> Record[Any] | None:
    """The record that a reader reads, one or many."""
    match reader:
        case Record():
            return reader
        case ListOf(item=inner) | MapOf(value=inner):
            return record_in(inner)
    return None


CASES = [(name, text, key) for name, text, keys in forms() for key in keys]


@pytest.mark.parametrize(("form", "text", "key"), CASES, ids=[f"{name}.{key.name}" for name, _, key in CASES])
def test_every_key_has_a_row_that_says_whether_it_may_be_left_out(form: str, text: str, key: Key[Any]) -> None:
    """The table is the contract with writers."""
    told = rows(text)
    assert key.name in told, f"{form} has no row for {key.name}"
    needed = "required" if key.default is ... else "optional"
    assert told[key.name].split(" |")[0] == needed


@pytest.mark.parametrize(("form", "text", "key"), CASES, ids=[f"{name}.{key.name}" for name, _, key in CASES])
def test_the_words_of_a_closed_list_are_all_there(form: str, text: str, key: Key[Any]) -> None:
    """A writer chooses from the page; lists of words that stand elsewhere on it are not repeated."""
    match key.reader:
        case Choice(words=words):
            missing = [word.value for word in words if f"`{word.value}`" not in rows(text)[key.name]]
        case MapOf(keys=names):
            missing = [name for name in names if f"`{name}`" not in TEXT and f'`"{name}"`' not in TEXT]
        case ListOf(item=Choice(words=words)):
            missing = [word.value for word in words if f"`{word.value}`" not in TEXT]
        case _:
            missing = []
    assert not missing


@pytest.mark.parametrize(("name", "text", "keys"), list(forms()), ids=[name for name, _, _ in forms()])
def test_no_row_documents_a_key_that_does_not_exist(name: str, text: str, keys: tuple[Key[Any], ...]) -> None:
    """What is told must be readable."""
    told = {key for key, rest in rows(text).items() if rest.startswith(("required", "optional"))}
    assert told <= {key.name for key in keys}


def test_every_key_of_a_lock_is_told() -> None:
    """The lock is written by a program and read by people in reviews."""
    assert set(rows(PARTS["`lock.sources`"])) == {*SOURCE_KEYS, "hints", "quotes"}
    assert set(rows(WHOLE["Lock"].partition("### ")[0])) == {"version", "addresses", "sources"}
