"""The library: everything that a hub's folder holds, read once, sorted and frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from twosource.newsroom.lock import Lock
from twosource.newsroom.problems import Problem
from twosource.newsroom.reference import Entity, Hub, Note, Publisher, Term, Topic
from twosource.newsroom.rubric import Rubric
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import Status
from twosource.newsroom.terms import term_ids


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read; problems travel beside it."""

    hub: Hub
    """The hub's own description."""
    rubric: Rubric
    """Every number used in judging."""
    stories: tuple[Story, ...]
    """Every story, drafts and future ones too, sorted by slug."""
    entities: Mapping[str, Entity]
    """By id, sorted."""
    terms: Mapping[str, Term]
    """Glossary by id, sorted."""
    publishers: Mapping[str, Publisher]
    """Registry by id, sorted."""
    notes: tuple[Note, ...]
    """Chapters of the methodology by order, then id."""
    about: Note
    """The about page."""
    locks: Mapping[str, Lock]
    """By path of the story, for two may claim one slug; a story without a lock has no entry."""
    digests: Mapping[str, str]
    """SHA-256 of the bytes of every file that was read, by its path from the root; a receipt covers some of them."""
    readable: bool
    """False when the hub's description or the rubric could not be read, so that nothing can be judged."""
    problems: tuple[Problem, ...]
    """What was wrong while reading, by place."""

    topics: Mapping[str, Topic] = field(init=False, compare=False, repr=False)
    """Topics by id, in the hub's order; made once, since every story asks."""
    term_names: Mapping[str, str] = field(init=False, compare=False, repr=False)
    """Glossary ids by every name that a text may link; made once, too."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "topics", {topic.id: topic for topic in self.hub.topics})
        object.__setattr__(self, "term_names", term_ids(self.terms.values()))

    def lock_of(self, story: Story) -> Lock | None:
        """The lock beside a story."""
        return self.locks.get(story.path)


def house_texts(library: Library) -> Iterator[Entity | Term | Note]:
    """Every text that is no story."""
    yield from library.terms.values()
    yield from library.entities.values()
    yield from library.notes
    yield library.about


def is_public(story: Story, as_of: datetime) -> bool:
    """True when readers may see the story at this moment: neither a draft nor still to come."""
    return story.status is not Status.DRAFT and max(story.date.instant, story.issued.instant) <= as_of


def has_expired(story: Story, as_of: datetime) -> bool:
    """True when the story is kept for the record only."""
    return story.expires is not None and story.expires.instant <= as_of
