"""What is tried on the reader: one file of a small hub with other bytes, read and checked as `desk check` does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from tests.newsroom.golden import HUB as ROOT
from twosource.newsroom.checks import check_library
from twosource.newsroom.files import TextFile
from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library, topic_names
from twosource.newsroom.lock_file import read_lock
from twosource.newsroom.merge_marks import conflict
from twosource.newsroom.parsing import (
    parse_entity,
    parse_hub,
    parse_note,
    parse_publishers,
    parse_rubric,
    parse_story,
    parse_term,
)
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import RULES
from twosource.newsroom.text_file import decode
from twosource.newsroom.ties import ties_in_order, ties_of
from twosource.pages.claims import check_addresses
from twosource.pages.link_checks import check_links
from twosource.verification.review import review_library

AS_OF = datetime(2026, 3, 1, tzinfo=UTC)
STORY = "content/stories/2025/alpha.md"
LOCK = Path(__file__).parents[2] / "content/stories/2015/pacific-trade-pact-concluded.lock"
LIBRARY = load_library(ROOT)
TOPICS = topic_names(LIBRARY.hub)

Parse = Callable[[str, str], tuple[Any, tuple[Problem, ...]]]
Put = Callable[[Library, Any], Library]


def _one_of_stories(library: Library, story: Any) -> Library:
    rest = (one for one in library.stories if one.path != STORY)
    return replace(library, stories=tuple(sorted((*rest, story), key=lambda one: (one.slug, one.path))))


KINDS: tuple[tuple[str, Parse, Put], ...] = (
    (STORY, partial(parse_story, topics=TOPICS), _one_of_stories),
    (
        "content/entities/dockers.md",
        parse_entity,
        lambda library, one: replace(library, entities={**library.entities, one.id: one}),
    ),
    ("glossary/draught.md", parse_term, lambda library, one: replace(library, terms={**library.terms, one.id: one})),
    ("methodology/counting.md", parse_note, lambda library, one: replace(library, notes=(one,))),
    ("content/about.md", parse_note, lambda library, one: replace(library, about=one)),
    ("methodology/publishers.yml", parse_publishers, lambda library, one: replace(library, publishers=one)),
    ("methodology/rubric.yml", parse_rubric, lambda library, one: replace(library, rubric=one)),
    ("content/site.yml", parse_hub, lambda library, one: replace(library, hub=one)),
    ("content/stories/2025/alpha.lock", read_lock, lambda library, one: _with_lock(library, one)),
)
"""Every kind of file: its path, its reader, and how what was read takes its place in the library."""


def _with_lock(library: Library, lock: Any) -> Library:
    return replace(library, locks={**library.locks, STORY: lock} if lock else library.locks)


def try_one(kind: int, raw: bytes) -> tuple[Problem, ...]:
    """Read and check the hub with these bytes in one of its files; the problems, each with a place that exists."""
    path, parse, put = KINDS[kind % len(KINDS)]
    text, faults = decode(raw, path)
    file = TextFile(path, text or "", "", faults or conflict(text or "", path))
    value, found = parse("" if file.problems else file.text, path)
    library = put(LIBRARY, value)
    broken = bool(file.problems or found) and path.endswith(".yml")
    library = replace(library, readable=not broken, problems=file.problems or found)
    problems = (*library.problems, *check_library(library), *_judged(library))
    _well_formed(problems, {path: file.text})
    return problems


def _judged(library: Library) -> tuple[Problem, ...]:
    ties = ties_in_order([ties_of(story, library.lock_of(story)) for story in library.stories])
    wheres = {story.path: story.where for story in library.stories}
    found = review_library(library, AS_OF)
    told = (*check_addresses(library, ties, wheres.__getitem__), *check_links(library, AS_OF))
    return (*found.problems, *told)


def _well_formed(problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
    for problem in problems:
        assert problem.rule in RULES, problem
        assert problem.message, problem
        assert problem.hint, problem
        lines = texts.get(problem.place.path, "").split("\n")
        if problem.place.path in texts and len(lines) > 1:
            assert 1 <= problem.place.line <= len(lines), problem
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, problem


def seeds() -> list[tuple[int, bytes]]:
    """The files of the hub as they are, by the number of their kind."""
    lock = LOCK.read_bytes()
    return [
        (n, (ROOT / path).read_bytes() if not path.endswith(".lock") else lock) for n, (path, _, _) in enumerate(KINDS)
    ]
