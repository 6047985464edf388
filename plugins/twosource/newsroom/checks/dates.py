"""Dates that must agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from twosource.newsroom.library import Library
from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import WatchStatus
from twosource.newsroom.written_dates import dates_in

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 4

YEAR = re.compile(r"\d{4}")
"""Without one a text names no date."""


def story_dates(story: Story, library: Library) -> Iterator[Problem]:
    """An archive story is written after its date; update and expiry follow publication."""
    later = (
        ("written", "written-before-date", "Written", story.written, story.date),
        ("updated", "updated-before-date", "Updated", story.updated, story.issued),
    )
    for key, rule, word, moment, start in later:
        if moment and _known(moment, start) and _before(moment, start):
            message = f"{word} {moment.text}, before {start.text}."
            yield found(story.where.place(key), rule, message, "Correct one of the two.")
    if story.expires and _known(story.expires) and story.expires.instant <= story.issued.instant:
        yield found(
            story.where.place("expires"),
            "expires-before-date",
            f"Expires {story.expires.text}, not after it was published, {story.issued.text}.",
            "Correct one of the two.",
        )


def _before(updated: Moment, published: Moment) -> bool:
    """A plain day is no earlier than any time of that day."""
    return updated.day < published.day or (updated.exact and published.exact and updated.instant < published.instant)


def _known(*moments: Moment | None) -> bool:
    """False when one of them stands for a date that could not be read."""
    return all(moment is None or moment.text for moment in moments)


def _last_day(story: Story) -> date:
    """The day up to which the story knows what happened."""
    return max(story.issued.day, (story.updated or story.issued).day)


def change_dates(story: Story, library: Library) -> Iterator[Problem]:
    """Changes lie between publication and the last update."""
    last = _last_day(story)
    for n, change in enumerate(story.changes if _known(story.issued, story.updated) else ()):
        if change.date.text and not story.issued.day <= change.date.first <= last:
            yield found(
                story.where.place("changes", n, "date"),
                "change-outside-dates",
                f"A change of {change.date.text} lies outside {story.issued.day} to {last}.",
                "Correct it, or set `updated:` to its day.",
            )


def source_dates(story: Story, library: Library) -> Iterator[Problem]:
    """Sources are no younger than the story or its last update."""
    last = _last_day(story)
    for n, source in enumerate(story.sources if _known(story.issued, story.updated) else ()):
        if source.published.first > last:
            yield found(
                story.where.place("sources", n, "published"),
                "source-after-story",
                f"`{source.id}` was published {source.published.text}, after {last}.",
                "Check the date, or set `updated:`.",
            )


def fact_dates(story: Story, library: Library) -> Iterator[Problem]:
    """A key fact holds as of a day that the story had seen."""
    last = _last_day(story)
    for n, fact in enumerate(story.facts if _known(story.issued, story.updated) else ()):
        if fact.as_of and fact.as_of.text and fact.as_of.first > last:
            yield found(
                story.where.place("facts", n, "as_of"),
                "fact-after-story",
                f"Key fact {n + 1} holds as of {fact.as_of.text}, after {last}.",
                "Correct the date, or set `updated:`.",
            )


def event_dates(story: Story, library: Library) -> Iterator[Problem]:
    """One event has one date: in the timeline, and between the timeline and the facts that it refers to."""
    first: dict[str, PartialDate] = {}
    for n, item in enumerate(story.timeline):
        date = first.setdefault(item.title.casefold(), item.date)
        if date.text and item.date.text and not date.meets(item.date):
            yield found(
                story.where.place("timeline", n, "date"),
                "event-dated-twice",
                f"“{item.title}” is dated {date.text} and {item.date.text}.",
                "Correct one of them, or tell the events apart.",
            )
        for number in item.facts if item.date.text else ():
            written = _dates(item.title, story.facts[number - 1].text) if number <= len(story.facts) else ()
            if written and not any(item.date.meets(date) for date in written):
                yield found(
                    story.where.place("timeline", n, "date"),
                    "event-dated-twice",
                    f"The timeline says {item.date.text}, key fact {number} says {written[0].text}.",
                    "Correct one of them.",
                )


def _dates(title: str, fact: str) -> tuple[PartialDate, ...]:
    """Dates of a fact that tells the event of this title: one that has all its words, for a fact may date others."""
    if not YEAR.search(fact):
        return ()
    words = _stems(title)
    return dates_in(fact) if words and words <= _stems(fact) else ()


def _stems(text: str) -> frozenset[str]:
    """Words of four letters and more, cut to four, so that “signs” and “signed” are one."""
    return frozenset(word[:STEM] for word in WORD.findall(text.casefold()))


def watch_dates(story: Story, library: Library) -> Iterator[Problem]:
    """Forecasts fall due after the story; decided ones say when and by what."""
    for n, item in enumerate(story.watch):
        decided = item.status is not WatchStatus.OPEN
        if item.due.text and item.due.last < story.date.day:
            yield found(
                story.where.place("watch", n, "due"),
                "watch-due-before-story",
                f"Due {item.due.text}, before the story's date.",
                "Correct the date: a forecast is about the future.",
            )
        if decided and not (item.decided_on and item.evidence):
            lacks = " and ".join(
                key for key, value in (("decided_on", item.decided_on), ("evidence", item.evidence)) if not value
            )
            yield found(
                story.where.place("watch", n, "status"),
                "watch-undecided",
                f"The forecast is {item.status}, but lacks {lacks}.",
                "Say when it was decided, and quote what decided it.",
            )
        has_outcome = not decided and (item.decided_on or item.outcome)
        if has_outcome and story.where.text("watch", n, "status") == WatchStatus.OPEN:
            yield found(
                story.where.place("watch", n, "status"),
                "watch-decided-open",
                "The forecast is open, but has a date or an outcome.",
                "Set `status:` to came-true, did-not or unclear.",
            )
