"""From a hub's folder to its library."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from twosource.newsroom.checks import check_library
from twosource.newsroom.files import TextFile, read_text
from twosource.newsroom.folders import Listing
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
from twosource.newsroom.problems import in_order, stop_the_press
from twosource.newsroom.reference import Hub
from twosource.newsroom.story import Story
from twosource.newsroom.surroundings import look_around
from twosource.newsroom.ties import ties_of

T = TypeVar("T")
Parse = Callable[[str, str], tuple[T, Problems]]


class Read(NamedTuple, Generic[T]):
    """What one file gave."""

    value: T
    file: TextFile
    problems: Problems


class HeldLock(NamedTuple):
    """What lies beside a story, as read."""

    lock: Lock | None
    """None where there is none, or none that can be read."""
    digests: tuple[tuple[str, str], ...]
    """SHA-256 of its file after its path; empty where there is none."""
    problems: Problems
    """What was wrong while reading."""


class Held(NamedTuple):
    """One story with its lock, as read."""

    story: Story
    lock: Lock | None
    digests: tuple[tuple[str, str], ...]
    """SHA-256 of the story's file, and of the lock's if there is one, each after its path."""
    problems: Problems
    """What was wrong while reading both."""


class Masthead(NamedTuple):
    """Everything of a hub that is no story, and where its files lie."""

    library: Library
    """A library without stories or locks; its problems are those of its files."""
    folders: Mapping[str, Listing]
    """What lies in each folder of the hub."""

    @property
    def stories(self) -> Listing:
        """Files of stories and locks."""
        return self.folders[STORIES]

    @property
    def silent(self) -> frozenset[str]:
        """Rules about names in other files that are not told, because a whole folder could not be read."""
        return frozenset(rule for name, rule in MISSED.items() if stop_the_press(self.folders[name].problems))

    @property
    def astray(self) -> Problems:
        """Folders that cannot be entered, and files that look like content and are not read."""
        return tuple(problem for folder in self.folders.values() for problem in folder.problems)


def load_masthead(root: Path, folders: Mapping[str, Listing] | None = None) -> Masthead:
    """Read everything of the hub below `root` but its stories. Nothing in its files makes this raise."""
    lying = folders or look_around(root)
    hub, rubric, registry = (
        _one(root, HUB, parse_hub),
        _one(root, RUBRIC, parse_rubric),
        _one(root, PUBLISHERS, parse_publishers),
    )
    about = _one(root, ABOUT, parse_note)
    entities, terms = _each(root, lying[ENTITIES], parse_entity), _each(root, lying[GLOSSARY], parse_term)
    notes = _each(root, lying[METHODOLOGY], parse_note)
    everything: tuple[Read[Any], ...] = (hub, rubric, registry, about, *entities, *terms, *notes)
    library = Library(
        hub=hub.value,
        rubric=rubric.value,
        stories=(),
        entities={read.value.id: read.value for read in entities},
        terms={read.value.id: read.value for read in terms},
        publishers=registry.value,
        notes=tuple(sorted((read.value for read in notes), key=lambda note: (note.order, note.id))),
        about=about.value,
        locks={},
        digests={read.file.path: read.file.digest for read in everything},
        readable=not (hub.problems or rubric.problems or registry.problems),
        problems=tuple(problem for read in everything for problem in read.problems),
    )
    return Masthead(library, lying)


def load_library(root: Path) -> Library:
    """Read the hub below `root`. Nothing in its files makes this raise: problems travel beside the data."""
    masthead = load_masthead(root)
    return with_stories(root, masthead, load_stories(root, masthead, masthead.stories.texts))


def load_stories(root: Path, masthead: Masthead, paths: Iterable[str]) -> list[Held]:
    """Read the stories in these files, each with the lock beside it."""
    listed = list(paths)
    return list(with_locks(root, masthead, zip(listed, load_locks(root, masthead, listed), strict=True)))


def load_locks(root: Path, masthead: Masthead, paths: Iterable[str]) -> list[HeldLock]:
    """Read the locks beside the stories in these files."""
    there = frozenset(masthead.stories.locks)
    return [_lock_beside(root, f"{path.removesuffix('.md')}.lock", there) for path in paths]


def _lock_beside(root: Path, path: str, there: Container[str]) -> HeldLock:
    if path not in there:
        return HeldLock(None, (), ())
    lock = _one(root, path, read_lock)
    return HeldLock(lock.value, ((path, lock.file.digest),), lock.problems)


def with_locks(root: Path, masthead: Masthead, read: Iterable[tuple[str, HeldLock]]) -> Iterator[Held]:
    """Read stories whose locks were read already, each when it is asked for."""
    topics = topic_names(masthead.library.hub)
    for path, beside in read:
        story = _one(root, path, lambda text, path: parse_story(text, path, topics))
        digests = ((path, story.file.digest), *beside.digests)
        yield Held(story.value, beside.lock, digests, (*story.problems, *beside.problems))


def with_stories(root: Path, masthead: Masthead, held: Sequence[Held]) -> Library:
    """The library of a masthead and its stories, checked."""
    bare = masthead.library
    library = replace(
        bare,
        stories=tuple(sorted((one.story for one in held), key=lambda story: (story.slug, story.path))),
        locks={one.story.path: one.lock for one in sorted(held, key=lambda one: one.story.path) if one.lock},
        digests={**bare.digests, **dict(pair for one in held for pair in one.digests)},
        problems=(*bare.problems, *masthead.astray, *(problem for one in held for problem in one.problems)),
    )
    astray = lost_locks(root, masthead.stories, [ties_of(one.story, one.lock) for one in held])
    checked = (problem for problem in check_library(library) if problem.rule not in masthead.silent)
    return replace(library, problems=in_order((*library.problems, *astray, *checked)))


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


MISSED = {STORIES: "unknown-story", ENTITIES: "unknown-entity", GLOSSARY: "unknown-term"}
"""What names in other files break where a folder cannot be read: nobody knows whether they exist."""
