"""What a draft may still lack: its gaps are warnings, so that work in progress never stops the press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem, Severity
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import Status

GAPS = frozenset(
    {
        "missing-key",
        "missing-value",
        "too-few",
        "no-essential-fact",
        "claim-without-speaker",
        "affected-not-mentioned",
        "pull-quote-missing",
        "watch-undecided",
        "quote-not-found",
        "gate-refused",
        "figure-without-evidence",
        "quote-without-evidence",
        "source-changed",
        "unknown-entity",
        "unknown-publisher",
        "unknown-term",
        "unknown-source",
        "unknown-fact",
    }
)
"""Rules about what is not there yet; what is there and wrong stays an error in a draft too."""


def soften(library: Library, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, with the gaps of drafts as warnings."""
    drafts = {story.path for story in library.stories if says_draft(story)}
    return tuple(_softened(problem) if problem.place.path in drafts else problem for problem in problems)


def soften_story(story: Story, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one story and its lock, with the gaps as warnings if it is a draft."""
    if not says_draft(story):
        return tuple(problems)
    return tuple(_softened(problem) if problem.place.path == story.path else problem for problem in problems)


def _softened(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.WARNING) if problem.rule in GAPS else problem


def says_draft(story: Story) -> bool:
    """True when the file itself says so; a status that is missing or misspelt does not."""
    return story.status is Status.DRAFT and story.where.text("status") == Status.DRAFT
