"""Facts of different stories that tell one thing two ways."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.library import Library
from twosource.newsroom.moments import PartialDate
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story_words import Status
from twosource.verification.case import Case
from twosource.verification.figures.across import Told, told_otherwise


def stories_agree(cases: tuple[Case, ...], library: Library) -> Iterator[Problem]:
    """A fact is given one figure for one time in the whole hub; reported at the story that came later."""
    standing = {case.story.slug: case.story for case in cases if case.story.status is not Status.RETRACTED}
    ordered = sorted(standing.values(), key=lambda story: (story.date.instant, story.slug))
    facts = [
        Told(story.slug, n, fact.text, fact.as_of or PartialDate.of_day(story.date.day))
        for story in ordered
        for n, fact in enumerate(story.facts, 1)
    ]
    for one in told_otherwise(facts):
        story, earlier = standing[one.later.story], one.earlier
        yield found(
            story.where.place("facts", one.later.n - 1, "text"),
            "stories-disagree",
            f"“{one.says}” here is “{one.said}” in key fact {earlier.n} of `{earlier.story}`.",
            "Correct one of them, or say in both for when and by whom.",
        )
