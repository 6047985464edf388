"""What a draft may still lack: its gaps are warnings, so that work in progress never stops the press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem, Severity
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story_words import Status
from twosource.newsroom.yaml_tree import Scalar

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
    drafts = {story.path for story in library.stories if story.status is Status.DRAFT and _says_draft(story.where)}
    return tuple(
        replace(problem, severity=Severity.WARNING)
        if problem.place.path in drafts and problem.rule in GAPS
        else problem
        for problem in problems
    )


def _says_draft(where: SourceMap) -> bool:
    """True when the file itself says so; a status that is missing or misspelt does not."""
    status = where.root.get("status") if where.root else None
    return isinstance(status, Scalar) and status.text == Status.DRAFT
