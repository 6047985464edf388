"""What became of locked sources since: each one compared with a copy of today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from twosource.desk.evidence_problems import gone, quote_place
from twosource.desk.fetching.failure import Failure
from twosource.newsroom.lock import Lock, LockedSource
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.story import Quote, Source, Story, quotes_of
from twosource.verification.quotes import find_quote, nearest


class State(StrEnum):
    """What became of one source."""

    UNCHANGED = "unchanged"
    CHANGED = "changed, quotes hold"
    QUOTE_GONE = "quote gone"
    PAGE_GONE = "page gone"
    NOT_FETCHED = "could not be fetched"
    NOT_LOCKED = "not locked"


HOLDING = (State.UNCHANGED, State.CHANGED)
"""States in which every quote still stands."""

Today = Callable[[Source, LockedSource], str | Failure]
"""The text of a source today, or why it is not to be had."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One source of one story."""

    story: str
    """File of the story."""
    source: str
    """Id within the story."""
    url: str
    """Address."""
    state: State
    """What became of it."""
    quotes: int
    """Quotes that the story takes from it."""
    lost: tuple[Quote, ...]
    """Those that its text of today does not hold."""
    reason: str
    """Why it could not be compared; empty where it was."""
    problems: tuple[Problem, ...]
    """What a writer has to look at."""

    @property
    def holds(self) -> bool:
        """True when no quote is lost or in doubt."""
        return self.state in HOLDING or not self.quotes


def drifts(story: Story, lock: Lock | None, today: Today) -> Iterator[Drift]:
    """Every source of a story, in its order."""
    for n, source in enumerate(story.sources):
        entry = lock.sources.get(source.id) if lock else None
        text = today(source, entry) if entry else Failure("evidence-unseen", "It was never locked.", "Run desk lock.")
        if isinstance(text, Failure):
            yield _unseen(story, n, entry, text)
        else:
            same = entry is not None and sha256(text.encode()).hexdigest() == entry.sha256
            yield _seen(story, source, text, same)


def _unseen(story: Story, n: int, entry: LockedSource | None, why: Failure) -> Drift:
    source = story.sources[n]
    state = State.NOT_LOCKED if entry is None else State.NOT_FETCHED
    state = State.PAGE_GONE if why.rule == "fetch-gone" else state
    count = len(_quotes(story, source))
    problems = (why.at(story.where.place("sources", n, "url")),)
    return Drift(story.path, source.id, source.url, state, count, (), why.message, problems if count else ())


def _seen(story: Story, source: Source, text: str, same: bool) -> Drift:
    lost = [(place, quote) for place, quote in _quotes(story, source) if find_quote(quote.quote, text) is None]
    state = State.QUOTE_GONE if lost else State.UNCHANGED if same else State.CHANGED
    problems = tuple(gone(place, quote, nearest(quote.quote, text)) for place, quote in lost)
    words = tuple(quote for _, quote in lost)
    return Drift(story.path, source.id, source.url, state, len(_quotes(story, source)), words, "", problems)


def _quotes(story: Story, source: Source) -> Sequence[tuple[Place, Quote]]:
    return [(quote_place(story, steps), quote) for steps, quote in quotes_of(story) if quote.source == source.id]
