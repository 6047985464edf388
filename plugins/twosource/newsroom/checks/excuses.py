"""Excuses in files: the rule must exist, and be one that a file may excuse."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.excuses import EXCUSABLE, INSTEAD, Excuse
from twosource.newsroom.library import Library, house_texts
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import RULES, found
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story import Story
from twosource.newsroom.suggest import did_you_mean


def story_excuses(story: Story, library: Library) -> Iterator[Problem]:
    """Rules that a story excuses."""
    yield from _wrong(story.ignore, story.where)


def house_excuses(library: Library) -> Iterator[Problem]:
    """Rules that any other text excuses."""
    for text in house_texts(library):
        yield from _wrong(text.ignore, text.where)


def _wrong(excuses: tuple[Excuse, ...], where: SourceMap) -> Iterator[Problem]:
    for n, excuse in enumerate(excuses):
        if not excuse.rule or excuse.rule in EXCUSABLE:
            continue
        place = where.place("ignore", n, "rule")
        if excuse.rule in RULES:
            message = f"`{excuse.rule}` cannot be excused."
            hint = INSTEAD.get(excuse.rule, f"Mend what it reports. Only these can be: {', '.join(EXCUSABLE)}.")
            yield found(place, "ignore-forbidden", message, hint)
        else:
            hint = did_you_mean(excuse.rule, RULES) or "`desk rule` lists all."
            yield found(place, "unknown-rule", f"There is no rule `{excuse.rule}`.", hint)
