"""`desk check`: every problem of the hub in one run."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from twosource.desk.clock import as_of
from twosource.desk.hub import covers, find_hub, inside
from twosource.desk.paint import Paint
from twosource.desk.report import FORMATS, closing, in_text
from twosource.newsroom.problems import in_order, stop_the_press
from twosource.newsroom.story_words import Status
from twosource.pages.edition import proofread
from twosource.verification.review import Review


def run(given: Namespace) -> int:
    """Print the problems of the files asked for, the whole hub by default; 1 when one is an error."""
    root = find_hub(given.root)
    wanted = [inside(root, path) for path in given.paths]
    review = proofread(root, as_of(given.as_of))
    problems = in_order(tuple(one for one in review.problems if not wanted or _asked(one.place.path, wanted)))
    if given.format == "text":
        told = in_text(problems, root, Paint.for_stream(sys.stdout))
        print(f"{told}\n\n{closing(problems)}" if told else closing(problems))
        for path in _marked(review):
            if not wanted or _asked(path, wanted):
                print(f"Marked as not checked, for want of saved copies: {path}")
    elif problems or given.format == "json":
        print(FORMATS[given.format](problems))
    return int(stop_the_press(problems))


def _marked(review: Review) -> Iterator[str]:
    """Published stories without saved copies that the rubric lets through: no problem, yet a lost lock looks alike."""
    for story in review.library.stories:
        verdict = review.verdicts.get(story.slug)
        marked = verdict is not None and verdict.gate.rule == "unchecked-marked"
        if marked and story.status is Status.PUBLISHED and not review.library.lock_of(story):
            yield story.path


def _asked(path: str, wanted: Sequence[str]) -> bool:
    """True when the file is among those asked for; a story's lock belongs to the story."""
    story = path.removesuffix(".lock") + ".md"
    return any(covers(one, path) or one == story for one in wanted)
