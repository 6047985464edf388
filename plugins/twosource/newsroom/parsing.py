"""Texts to records: one function for each kind of file. Each gives (value, problems); none raises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from twosource.newsroom.body import Body
from twosource.newsroom.front_matter import cut_short
from twosource.newsroom.layout import slug_of
from twosource.newsroom.plain_yaml import read_plain
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.records import Record
from twosource.newsroom.reference import Entity, Hub, Note, Publisher, Term
from twosource.newsroom.reference_forms import ENTITY_KEYS, HUB_KEYS, NOTE_KEYS, PUBLISHERS, TERM_KEYS
from twosource.newsroom.report import Report
from twosource.newsroom.rubric import Rubric
from twosource.newsroom.rubric_form import RUBRIC_KEYS
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story import Story
from twosource.newsroom.story_form import STORY_KEYS
from twosource.newsroom.text_file import split, stray_character, stray_problem
from twosource.newsroom.yaml_reader import read_tree
from twosource.newsroom.yaml_tree import Value, mapping_of

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)

Problems = tuple[Problem, ...]

Fields = Record[dict[str, Any]]
"""The keys of a file whose values become, with more that is known of it, one dataclass."""

STORY: Fields = Record(dict, STORY_KEYS)
ENTITY: Fields = Record(dict, ENTITY_KEYS)
TERM: Fields = Record(dict, TERM_KEYS)
NOTE: Fields = Record(dict, NOTE_KEYS)
HUB: Fields = Record(dict, HUB_KEYS)
RUBRIC: Fields = Record(dict, RUBRIC_KEYS)

HARMLESS = frozenset({"unknown-key", "duplicate-key"})
"""Faults of form that leave every field with a value that somebody wrote."""


class Front(NamedTuple):
    """Front matter that was read: values by field, body, places and problems."""

    values: dict[str, Any]
    body: Body
    where: SourceMap
    problems: Problems


def read_values(text: str, where: SourceMap) -> tuple[dict[str, Value] | None, Problems]:
    """Keys and values of a YAML text, or None and why not; plain forms are read without libyaml."""
    plain = read_plain(text)
    if plain is not None:
        return plain, ()
    tree, problems = read_tree(text, where.path, where.line)
    return None if tree is None else mapping_of(tree), problems


def _keys(
    record: Fields, written: dict[str, Value] | None, what: str, where: SourceMap
) -> tuple[dict[str, Any], Problems]:
    """Values by field; blanks throughout when nothing could be read."""
    if written is None:
        return record.blanks, ()
    report = Report(where)
    return record.values(written, what, (), report), tuple(report.problems)


def front(text: str, path: str, record: Fields, what: str) -> Front:
    """Read the front matter of a Markdown file."""
    parts, problems = split(text, path)
    if parts is None:
        return Front(record.blanks, Body("", 1), SourceMap(path), problems)
    where = SourceMap(path, parts.front, parts.front_line)
    written, found = read_values(parts.front, where)
    if written is None and not found:
        found = (
            Problem(
                Place(path, 1, 1),
                "no-front-matter",
                "The front matter is empty.",
                "Write keys and values between the fences.",
            ),
        )
    values, faults = _keys(record, written, what, where)
    cut = cut_short(parts, written, record.keys, path) if written else ()
    if cut:
        return Front(values, Body("", parts.body_line), where, (*found, *cut))
    problems = (*found, *faults, *_stray(parts.body, path, parts.body_line))
    return Front(values, Body(parts.body, parts.body_line), where, problems)


def source_map(text: str, path: str) -> SourceMap:
    """Places in the front matter of a text; none where it has no front matter."""
    parts, _ = split(text, path)
    return SourceMap(path, parts.front, parts.front_line) if parts else SourceMap(path)


def _stray(text: str, path: str, first_line: int) -> Problems:
    at = stray_character(text)
    return () if at is None else (stray_problem(text, at, path, first_line),)


def parse_story(text: str, path: str, topics: Mapping[str, str]) -> tuple[Story, Problems]:
    """One story; `topics` gives topic ids by id and by name."""
    read = front(text, path, STORY, "story")
    values = read.values
    slug = values.pop("slug") or slug_of(path)
    category = topics.get(values["category"], values["category"])
    problems = list(read.problems)
    if not SLUG.fullmatch(slug):
        problems.append(
            Problem(
                Place(path, 1, 1),
                "bad-id",
                f"The file name gives the slug “{slug}”, which is not an id.",
                "Name the file with lower-case words and digits joined by hyphens, or add `slug:`.",
            )
        )
    story = Story(
        path=path,
        slug=slug,
        body=read.body,
        where=read.where,
        sound=all(problem.rule in HARMLESS for problem in problems),
        **{**values, "category": category},
    )
    return story, tuple(problems)


def parse_entity(text: str, path: str) -> tuple[Entity, Problems]:
    """One entity; its id is the file's name."""
    read = front(text, path, ENTITY, "entity")
    entity = Entity(id=PurePosixPath(path).stem, path=path, body=read.body, where=read.where, **read.values)
    return entity, (*read.problems, *_named(path))


def parse_term(text: str, path: str) -> tuple[Term, Problems]:
    """One glossary term; its id is the file's name."""
    read = front(text, path, TERM, "term")
    term = Term(id=PurePosixPath(path).stem, path=path, body=read.body, where=read.where, **read.values)
    return term, (*read.problems, *_named(path))


def parse_note(text: str, path: str) -> tuple[Note, Problems]:
    """One chapter of the methodology, or the about page."""
    read = front(text, path, NOTE, "note")
    note = Note(id=PurePosixPath(path).stem, path=path, body=read.body, where=read.where, **read.values)
    return note, (*read.problems, *_named(path))


def _named(path: str) -> Problems:
    stem = PurePosixPath(path).stem
    if SLUG.fullmatch(stem):
        return ()
    return (
        Problem(
            Place(path, 1, 1),
            "bad-id",
            f"The file name gives the id “{stem}”, which is not an id.",
            "Name the file with lower-case words and digits joined by hyphens.",
        ),
    )


def parse_publishers(text: str, path: str) -> tuple[Mapping[str, Publisher], Problems]:
    """The publisher registry."""
    where = SourceMap(path, text)
    written, found = read_values(text, where)
    report = Report(where)
    read = PUBLISHERS.read(written, "publishers", (), report) if written else {}
    publishers = {key: replace(publisher, id=key) for key, publisher in sorted(read.items())}
    return publishers, (*found, *_empty(written, found, path), *report.problems)


def parse_hub(text: str, path: str) -> tuple[Hub, Problems]:
    """The hub's own description."""
    where = SourceMap(path, text)
    written, found = read_values(text, where)
    values, faults = _keys(HUB, written, "site", where)
    return Hub(where=where, **values), (*found, *_empty(written, found, path), *faults)


def parse_rubric(text: str, path: str) -> tuple[Rubric, Problems]:
    """The rubric."""
    where = SourceMap(path, text)
    written, found = read_values(text, where)
    values, faults = _keys(RUBRIC, written, "rubric", where)
    return Rubric(where=where, **values), (*found, *_empty(written, found, path), *faults)


def _empty(written: dict[str, Value] | None, found: Iterable[Problem], path: str) -> Problems:
    if written is not None or tuple(found):
        return ()
    return (
        Problem(Place(path, 1, 1), "wrong-type", "The file holds no keys with values.", "Write `key: value` lines."),
    )
