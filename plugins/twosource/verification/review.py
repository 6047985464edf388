"""Load, check, judge: the one recipe that the site and the writers' desk share, so that they cannot disagree.

`review` does it for a whole hub in one go. `judge_held` does it for one story, given all that is no story and the
passages that are left out of its fingerprints, so that a hub's stories can be judged apart, and most of them not again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from twosource.newsroom.checks import check_story
from twosource.newsroom.drafts import soften, soften_story
from twosource.newsroom.library import Library
from twosource.newsroom.loading import Held, Masthead, load_library
from twosource.newsroom.problems import Problem, in_order
from twosource.verification.checks import check_case, check_evidence
from twosource.verification.judge import Common, is_judgeable, judge, judge_story, open_case, open_cases
from twosource.verification.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Review:
    """A library with its verdicts."""

    library: Library
    """What was read."""
    verdicts: Mapping[str, Verdict]
    """By slug; a story that could not be judged has none."""
    problems: tuple[Problem, ...]
    """All of them, by place."""


def review(root: Path, as_of: datetime) -> Review:
    """Read and judge the hub below `root` as of a moment (UTC)."""
    return review_library(load_library(root), as_of)


def review_library(library: Library, as_of: datetime) -> Review:
    """Judge a library that is at hand."""
    cases = open_cases(library)
    verdicts = judge(library, cases, as_of)
    problems = (*library.problems, *check_evidence(library, cases, verdicts))
    return Review(library, verdicts, in_order(soften(library, problems)))


class Judged(NamedTuple):
    """One story by itself, with what is wrong in it."""

    held: Held
    """The story and its lock, as read."""
    verdict: Verdict | None
    """None where nothing sensible could be counted."""
    reading: tuple[Problem, ...]
    """What was wrong in the texts themselves."""
    evidence: tuple[Problem, ...]
    """What only the evidence shows; told only of stories that no other story keeps from being judged."""


def judge_held(
    held: Held, masthead: Masthead, common: Common, boilerplate: frozenset[bytes], as_of: datetime
) -> Judged:
    """Check and judge one story; what it has to do with other stories is checked elsewhere."""
    library, story = masthead.library, held.story
    checked = (problem for problem in check_story(story, library) if problem.rule not in masthead.silent)
    reading = (*held.problems, *checked)
    if not (library.readable and is_judgeable(story, reading)):
        return Judged(held, None, soften_story(story, reading), ())
    case = open_case(story, held.lock, boilerplate, library, common)
    verdict = judge_story(case, library, as_of, {**library.digests, **dict(held.digests)})
    evidence = tuple(check_case(case, verdict, library))
    return Judged(held, verdict, soften_story(story, reading), soften_story(story, evidence))
