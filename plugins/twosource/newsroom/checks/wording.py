"""Words: no relative time, no verdicts dressed as facts, claims worded as claims, no doubled list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import FactKind, Story

_UNIT = r"(?:day|week|weekend|month|quarter|year|decade|summer|winter|spring|autumn|fall)s?"
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|coming|couple of)"
RELATIVE = re.compile(
    rf"\b(?:yesterday|tomorrow|tonight|recently|today"
    rf"|(?:this|next|last|past|coming)\s+{_UNIT}"
    rf"|(?:within|in|over|during)\s+the\s+(?:next|last|past|coming)\s+(?:{_COUNT}\s+)?{_UNIT}"
    rf"|within\s+{_COUNT}\s+{_UNIT}"
    rf"|{_COUNT}\s+{_UNIT}\s+(?:ago|from now)"
    rf"|(?:this|next|last)\s+(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b",
    re.I,
)
"""Time that only the day of writing can resolve."""

_LOADED = """
massive historic unprecedented dramatic(?:ally)? game[-\\s]chang(?:er|ing) transformative sweeping stunning shocking landmark
groundbreaking revolutionary significant(?:ly)? huge enormous remarkable crucial sobering bombshell skyrocket(?:s|ed|ing)?
plummet(?:s|ed|ing)? slam(?:s|med) blast(?:s|ed) devastating pioneering cutting[-\\s]edge world[-\\s]class iconic pivotal
"""
LOADED = re.compile(rf"\b(?:{'|'.join(_LOADED.split())})\b", re.I)
"""Words that judge instead of telling."""

OWN_NUMBER = re.compile(r"\(?\d{1,2}[.):]\s|\d{1,2}(?=[A-Z][a-z])|#\d")
"""A list number typed into the text, as in “1The US …” or “2. The US …”."""

_SAYS = """
sa(?:ys|id) expect(?:s|ed) forecasts? predict(?:s|ed) estimat(?:es|ed) claim(?:s|ed) call(?:s|ed) told argu(?:es|ed) wants?
warn(?:s|ed) promis(?:es|ed) according\\sto anticipat(?:es|ed) announc(?:es|ed) denie[sd] describ(?:es|ed) believ(?:es|ed)
pledg(?:es|ed) threaten(?:s|ed) vow(?:s|ed) add(?:s|ed) insist(?:s|ed) ask(?:s|ed) tweet(?:s|ed) wrote writes
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
    for steps, text in _sentences(story):
        match = RELATIVE.search(text)
        if match:
            yield found(
                story.where.place(*steps),
                "relative-time",
                f"“{match[0]}” depends on the day of reading.",
                "Give the date, such as “by February 2027”.",
            )


def characterisations(story: Story, library: Library) -> Iterator[Problem]:
    """A fact tells what happened."""
    for n, fact in enumerate(story.facts):
        match = LOADED.search(fact.text) if fact.kind is FactKind.FACT else None
        if match:
            yield found(
                story.where.place("facts", n, "text"),
                "characterisation",
                f"“{match[0]}” is a judgement, printed as a fact.",
                "Say what happened, or make it a claim with its speaker.",
            )


def attributions(story: Story, library: Library) -> Iterator[Problem]:
    """A claim or forecast says in its own words that somebody says it."""
    for n, fact in enumerate(story.facts):
        if fact.kind is FactKind.FACT or not fact.text or SAYS.search(fact.text):
            continue
        speaker = library.entities.get(fact.speaker)
        names = (speaker.name, speaker.name.split()[-1], *speaker.aliases) if speaker else ()
        if not any(name and name.casefold() in fact.text.casefold() for name in names):
            yield found(
                story.where.place("facts", n, "text"),
                "claim-not-attributed",
                f"Key fact {n + 1} is a {fact.kind}, but reads like a fact.",
                "Word it as one: “X says that …”.",
            )


def list_numbers(story: Story, library: Library) -> Iterator[Problem]:
    """The list counts by itself."""
    texts = [(("facts", n, "text"), fact.text) for n, fact in enumerate(story.facts)]
    texts += [(("takeaways", n, "text"), row.text) for n, row in enumerate(story.takeaways)]
    for steps, text in texts:
        match = OWN_NUMBER.match(text)
        if match:
            yield found(
                story.where.place(*steps),
                "number-in-text",
                f"The text begins with its own number, “{match[0].strip()}”.",
                "Take it out: lists are numbered when they are printed.",
            )
