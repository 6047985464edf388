"""The watch ledger: every forecast with what became of it, and the track record of those who made them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import fsum

from twosource.newsroom.story import Story, WatchItem
from twosource.newsroom.story_words import WatchStatus
from twosource.trends.brief import Brief

SOON = timedelta(days=30)
"""An open forecast is called due when its last day is no further away than this."""


class ForecastState(StrEnum):
    """Where a forecast stands on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    OPEN = "open"
    CAME_TRUE = "came-true"
    DID_NOT = "did-not"
    UNCLEAR = "unclear"


DECIDED = (ForecastState.CAME_TRUE, ForecastState.DID_NOT, ForecastState.UNCLEAR)
"""States in which nothing more is expected."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """One entry of the ledger."""

    slug: str
    """The story that made it."""
    n: int
    """Its number in that story, from 1."""
    item: WatchItem
    """The forecast as written."""
    state: ForecastState
    """Where it stands."""
    hindsight: bool
    """True when it was entered after its outcome: then it stands on the record and in no track record."""

    @property
    def id(self) -> str:
        """Permanent name: the story's slug and the number."""
        return f"{self.slug}-{self.n}"

    @property
    def decided(self) -> bool:
        """True when it was decided by the day of the ledger."""
        return self.state in DECIDED


@dataclass(frozen=True, slots=True)
class Record:
    """How the decided forecasts of one speaker came out."""

    says: str
    """Entity id, or `desk`."""
    decided: int
    """Forecasts decided."""
    came_true: int
    """Of these, came true."""
    did_not: int
    """Of these, did not."""
    unclear: int
    """Of these, could not be told."""
    likely: int
    """Of these, came true or not after a likelihood was given."""
    squares: float
    """Squares of likelihood less outcome (1 or 0), added up over these."""
    least: int
    """The rubric's minimum n."""

    @property
    def told(self) -> int:
        """Forecasts that came true or did not."""
        return self.came_true + self.did_not

    @property
    def enough(self) -> bool:
        """False below the minimum n: then no rate may be claimed."""
        return self.told >= self.least

    @property
    def hit_rate(self) -> float | None:
        """Share that came true of those of which it could be told, 0 to 1; None below the minimum n."""
        return self.came_true / self.told if self.enough and self.told else None

    @property
    def brier(self) -> float | None:
        """Mean of the squares, 0 for a seer and 0.25 for one who always says one half; None below the minimum n.

        G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950, in
        the form for two outcomes.
        """
        return self.squares / self.likely if self.likely >= self.least and self.likely else None


def state_on(item: WatchItem, day: date) -> ForecastState:
    """Where a forecast stands on a day; one decided later still counts as open on that day."""
    known = item.status is not WatchStatus.OPEN and (item.decided_on is None or item.decided_on.first <= day)
    if known:
        return ForecastState(item.status.value)
    if item.due.last < day:
        return ForecastState.OVERDUE
    return ForecastState.DUE if item.due.last - day <= SOON else ForecastState.OPEN


def forecasts_of(story: Story | Brief, day: date) -> tuple[Forecast, ...]:
    """The forecasts of one story as they stand on a day, in the order written.

    What was decided by the day on which the story was written was no forecast of the desk's: the outcome was known.
    """
    issued = story.issued.day
    return tuple(
        Forecast(
            story.slug, n, item, state_on(item, day), item.decided_on is not None and item.decided_on.first <= issued
        )
        for n, item in enumerate(story.watch, 1)
    )


def ledger_of(stories: Iterable[Brief], day: date) -> tuple[Forecast, ...]:
    """Every forecast, by due day."""
    return tuple(sorted((entry for story in stories for entry in forecasts_of(story, day)), key=_by_due))


def _by_due(entry: Forecast) -> tuple[date, date, str, int]:
    return entry.item.due.last, entry.item.due.first, entry.slug, entry.n


def records_of(ledger: Iterable[Forecast], minimum_n: int) -> tuple[Record, ...]:
    """How the forecasts of each speaker that were decided after they were entered came out, the longest list first."""
    by_speaker: dict[str, list[Forecast]] = {}
    for entry in ledger:
        if entry.decided and not entry.hindsight:
            by_speaker.setdefault(entry.item.says, []).append(entry)
    records = (_record(says, entries, minimum_n) for says, entries in by_speaker.items())
    return tuple(sorted(records, key=lambda record: (-record.decided, record.says)))


def _record(says: str, entries: Sequence[Forecast], minimum_n: int) -> Record:
    states = Counter(entry.state for entry in entries)
    came_true, did_not = ForecastState.CAME_TRUE, ForecastState.DID_NOT
    misses = [
        entry.item.likelihood - (entry.state is came_true)
        for entry in entries
        if entry.item.likelihood is not None and entry.state in (came_true, did_not)
    ]
    return Record(
        says=says,
        decided=len(entries),
        came_true=states[came_true],
        did_not=states[did_not],
        unclear=states[ForecastState.UNCLEAR],
        likely=len(misses),
        squares=fsum(miss**2 for miss in misses),
        least=minimum_n,
    )
