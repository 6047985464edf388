"""The hub as an editor sees it: what lies on disk, judged once, and one buffer judged anew at each keystroke."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from twosource.desk.lsp.forms import PARSERS, form_of
from twosource.newsroom.files import read_text
from twosource.newsroom.library import Library
from twosource.newsroom.loading import Held, Masthead, load_masthead, load_stories, topic_names, with_stories
from twosource.newsroom.parsing import parse_story
from twosource.newsroom.problems import Problem
from twosource.newsroom.story import Story
from twosource.verification.boilerplate import Print, Standing, prints_of, standing_text
from twosource.verification.judge import Common, common_of
from twosource.verification.review import judge_held, review_library
from twosource.verification.verdict import Verdict


class Shelf(NamedTuple):
    """A hub at the moment of its last save."""

    root: Path
    """Its folder."""
    moment: datetime
    """The moment by which it is judged."""
    masthead: Masthead
    """All that is no story."""
    library: Library
    """All of it."""
    verdicts: Mapping[str, Verdict]
    """By slug."""
    problems: tuple[Problem, ...]
    """Every problem of the files on disk."""
    common: Common
    """What all cases share."""
    prints: Mapping[str, tuple[Print, ...]]
    """Saved pages, by path of the story."""
    standing: Standing
    """What sites print under many stories."""


class Sight(NamedTuple):
    """One buffer, read and judged."""

    problems: tuple[Problem, ...]
    """What is wrong in it."""
    story: Story | None
    """The story, for a file that holds one."""
    verdict: Verdict | None
    """Its verdict, where it can be judged."""


def open_shelf(root: Path, moment: datetime) -> Shelf:
    """Read and judge the hub."""
    masthead = load_masthead(root)
    library = with_stories(root, masthead, load_stories(root, masthead, masthead.stories.texts))
    found = review_library(library, moment)
    prints = {path: prints_of(lock) for path, lock in library.locks.items()}
    standing = standing_text(prints, library.rubric.independence.boilerplate_stories)
    common = common_of(library)
    return Shelf(root, moment, masthead, library, found.verdicts, found.problems, common, prints, standing)


def across(shelf: Shelf, path: str) -> tuple[Problem, ...]:
    """What the last save told of a file that the file alone does not show: another one has its address, say."""
    on_disk = frozenset(map(_said, look(shelf, path, read_text(shelf.root, path).text).problems))
    return tuple(one for one in shelf.problems if one.place.path == path and _said(one) not in on_disk)


def _said(problem: Problem) -> tuple[str, str, int]:
    return problem.rule, problem.message, problem.place.line


def look(shelf: Shelf, path: str, text: str) -> Sight:
    """A buffer as it stands, by itself."""
    form = form_of(path)
    if form != "story":
        return Sight(PARSERS[form](text, path)[1] if form in PARSERS else (), None, None)
    story, problems = parse_story(text, path, topic_names(shelf.library.hub))
    held = Held(story, shelf.library.locks.get(path), ((path, ""),), problems)
    left_out = shelf.standing.under(path, shelf.prints.get(path, ()))
    judged = judge_held(held, shelf.masthead, shelf.common, left_out, shelf.moment)
    return Sight((*judged.reading, *judged.evidence), story, judged.verdict)
