"""Words: no relative time, no verdicts dressed as facts, claims worded as claims, no doubled list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.newsroom.house_style import characterisation, list_number, may_be_relative, relative_time
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import FactKind

_SAYS = """
sa(?:ys|id) expect(?:s|ed) forecasts? predict(?:s|ed) estimat(?:es|ed) claim(?:s|ed) call(?:s|ed) told
argu(?:es|ed) wants? warn(?:s|ed) promis(?:es|ed) according\\sto anticipat(?:es|ed) announc(?:es|ed) denie[sd]
describ(?:es|ed) believ(?:es|ed) pledg(?:es|ed) threaten(?:s|ed) vow(?:s|ed) add(?:s|ed) insist(?:s|ed)
ask(?:s|ed) tweet(?:s|ed) wrote writes
"""
SAYS = re.compile(rf"\b(?:{'|'.join(_SAYS.split())})\b", re.I)
"""Words of attribution."""

Steps = tuple[str | int, ...]


def _sentences(story: Story) -> Iterator[tuple[Steps, str]]:
    yield ("title",), story.title
    yield ("summary",), story.summary
    yield from ((("takeaways", n, "text"), row.text) for n, row in enumerate(story.takeaways))
    yield from ((("facts", n, "text"), fact.text) for n, fact in enumerate(story.facts))
    yield from ((("timeline", n, "title"), item.title) for n, item in enumerate(story.timeline))
    yield from ((("watch", n, "statement"), item.statement) for n, item in enumerate(story.watch))
    yield from ((("affected", n, "horizon"), party.horizon) for n, party in enumerate(story.affected))


def relative_times(story: Story, library: Library) -> Iterator[Problem]:
    """A reader years from now must know which day is meant."""
    sentences = tuple(_sentences(story))
    for steps, text in sentences if may_be_relative("\n".join(text for _, text in sentences)) else ():
        words = relative_time(text)
        if words:
            yield found(
                story.where.place(*steps),
                "relative-time",
                f"“{words}” depends on the day of reading.",
                "Give the date, such as “by February 2027”, or the event that it counts from.",
            )


def characterisations(story: Story, library: Library) -> Iterator[Problem]:
    """A fact tells what happened."""
    for n, fact in enumerate(story.facts):
        word = characterisation(fact.text) if fact.kind is FactKind.FACT else ""
        if word and story.where.text("facts", n, "kind") == FactKind.FACT:
            yield found(
                story.where.place("facts", n, "text"),
                "characterisation",
                f"“{word}” is a judgement, printed as a fact.",
                "Say what happened, or make it a claim with its speaker.",
            )


def attributions(story: Story, library: Library) -> Iterator[Problem]:
    """A claim or forecast says in its own words that somebody says it."""
    for n, fact in enumerate(story.facts):
        if fact.kind is FactKind.FACT or not fact.text or SAYS.search(fact.text):
            continue
        speaker = library.entities.get(fact.speaker)
        names = (speaker.name, *speaker.name.split()[-1:], *speaker.aliases) if speaker else ()
        if not any(name and name.casefold() in fact.text.casefold() for name in names):
            yield found(
                story.where.place("facts", n, "text"),
                "claim-not-attributed",
                f"Key fact {n + 1} is a {fact.kind}, but reads like a fact.",
                "Word it as one: “X says that …”.",
            )


def list_numbers(story: Story, library: Library) -> Iterator[Problem]:
    """The list counts by itself."""
    texts = [("facts", n, fact.text) for n, fact in enumerate(story.facts)]
    texts += [("takeaways", n, row.text) for n, row in enumerate(story.takeaways)]
    for key, n, text in texts:
        number = list_number(text, n + 1)
        if number:
            yield found(
                story.where.place(key, n, "text"),
                "number-in-text",
                f"The text begins with its own number, “{number}”.",
                "Take it out: lists are numbered when they are printed.",
            )
