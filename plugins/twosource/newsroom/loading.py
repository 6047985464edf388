"""From a hub's folder to its library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from twosource.newsroom.checks import check_library
from twosource.newsroom.files import TextFile, read_text
from twosource.newsroom.folders import Listing, listing
from twosource.newsroom.layout import ABOUT, ENTITIES, GLOSSARY, HUB, METHODOLOGY, PUBLISHERS, RUBRIC, STORIES
from twosource.newsroom.library import Library
from twosource.newsroom.lock import Lock
from twosource.newsroom.lock_file import read_lock
from twosource.newsroom.lost_locks import lost_locks
from twosource.newsroom.parsing import (
    Problems,
    parse_entity,
    parse_hub,
    parse_note,
    parse_publishers,
    parse_rubric,
    parse_story,
    parse_term,
)
from twosource.newsroom.problems import Problem, in_order, stop_the_press
from twosource.newsroom.reference import Hub
from twosource.newsroom.story import Story

T = TypeVar("T")
Parse = Callable[[str, str], tuple[T, Problems]]


class Read(NamedTuple, Generic[T]):
    """What one file gave."""

    value: T
    file: TextFile
    problems: Problems


def load_library(root: Path) -> Library:
    """Read the hub below `root`. Nothing in its files makes this raise: problems travel beside the data."""
    hub, rubric, registry = (
        _one(root, HUB, parse_hub),
        _one(root, RUBRIC, parse_rubric),
        _one(root, PUBLISHERS, parse_publishers),
    )
    about = _one(root, ABOUT, parse_note)
    topics = topic_names(hub.value)
    folders = {name: listing(root, name, deep=name == STORIES) for name in (STORIES, ENTITIES, GLOSSARY, METHODOLOGY)}
    stories = _each(root, folders[STORIES], lambda text, path: parse_story(text, path, topics))
    entities, terms = _each(root, folders[ENTITIES], parse_entity), _each(root, folders[GLOSSARY], parse_term)
    notes = _each(root, folders[METHODOLOGY], parse_note)
    locks: dict[str, Read[Lock | None]] = dict(_locks(root, folders[STORIES], [read.value for read in stories]))
    everything: tuple[Read[Any], ...] = (
        hub,
        rubric,
        registry,
        about,
        *stories,
        *entities,
        *terms,
        *notes,
        *locks.values(),
    )
    library = Library(
        hub=hub.value,
        rubric=rubric.value,
        stories=tuple(sorted((read.value for read in stories), key=lambda story: (story.slug, story.path))),
        entities={read.value.id: read.value for read in entities},
        terms={read.value.id: read.value for read in terms},
        publishers=registry.value,
        notes=tuple(sorted((read.value for read in notes), key=lambda note: (note.order, note.id))),
        about=about.value,
        locks={owner: read.value for owner, read in sorted(locks.items()) if read.value},
        digests={read.file.path: read.file.digest for read in everything},
        readable=not (hub.problems or rubric.problems or registry.problems),
        problems=(
            *(problem for read in everything for problem in read.problems),
            *(problem for folder in folders.values() for problem in folder.problems),
        ),
    )
    astray = lost_locks(root, folders[STORIES], library)
    return replace(library, problems=in_order((*library.problems, *astray, *_checked(library, folders))))


def topic_names(hub: Hub) -> Mapping[str, str]:
    """Topic ids by id and by name."""
    return {**{topic.name: topic.id for topic in hub.topics}, **{topic.id: topic.id for topic in hub.topics}}


def _one(root: Path, path: str, parse: Parse[T]) -> Read[T]:
    """A file that could not be opened gives blanks, and only the reason why it could not."""
    file = read_text(root, path)
    value, faults = parse(file.text, path)
    return Read(value, file, file.problems or faults)


def _each(root: Path, folder: Listing, parse: Parse[T]) -> list[Read[T]]:
    return [_one(root, path, parse) for path in folder.texts]


def _locks(root: Path, folder: Listing, stories: Iterable[Story]) -> Iterator[tuple[str, Read[Lock | None]]]:
    there = frozenset(folder.locks)
    for story in stories:
        path = f"{story.name}.lock"
        if path in there:
            yield story.path, _one(root, path, read_lock)


MISSED = {STORIES: "unknown-story", ENTITIES: "unknown-entity", GLOSSARY: "unknown-term"}
"""What names in other files break where a folder cannot be read: nobody knows whether they exist."""


def _checked(library: Library, folders: Mapping[str, Listing]) -> Iterator[Problem]:
    """What the checks find; a folder that cannot be read is told once, and not once for each name in it."""
    silent = {rule for name, rule in MISSED.items() if stop_the_press(folders[name].problems)}
    return (problem for problem in check_library(library) if problem.rule not in silent)
