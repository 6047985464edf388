"""Load, check, judge: the one recipe that the site and the writers' desk share, so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from twosource.newsroom.drafts import soften
from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library
from twosource.newsroom.problems import Problem, in_order
from twosource.verification.checks import check_evidence
from twosource.verification.judge import judge, open_cases
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
