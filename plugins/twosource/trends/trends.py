"""Everything that is compared over time, from the developments of the stories that stand.

Each part is reckoned at its first use and kept: the front page wants one count of topics, and waits for no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from twosource.trends.bursts import LEAST, Beat, Burst, bursts_of, make_beat, may_be_claimed, windows
from twosource.trends.coverage_gaps import Gap, gaps_of
from twosource.trends.developments import Development
from twosource.trends.episodes import Episode, episodes_of
from twosource.trends.movement import Movement, compared, movements_of
from twosource.trends.periods import Grain, Period, period_of
from twosource.trends.series import KEYS, Kind, Series, series_by
from twosource.trends.tally import packed
from twosource.trends.together import Pair, pairs_of

SUBJECTS = (Kind.TOPIC, Kind.TERM, Kind.ENTITY)
"""Kinds that have bursts, episodes and momentum."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What may be claimed of the subjects of one kind."""

    bursts: tuple[Burst, ...]
    """In order of time."""
    episodes: tuple[Episode, ...]
    """In order of time."""
    movements: tuple[Movement, ...]
    """The surest first; only those that are named may be claimed."""
    tested: int
    """Windows with developments enough for a burst, which were tested."""
    seen: int
    """All windows that were looked at: chance picks from these which have enough."""


@dataclass(frozen=True)
class Trends:
    """The longitudinal view of a hub on a day. No slots: `cached_property` keeps what it made in the instance."""

    rows: tuple[Development, ...]
    """Developments that stand, by day and name: a retracted story has none."""
    topic_ids: tuple[str, ...]
    """Every topic of the hub, in its order."""
    minimum_n: int
    """Below this nothing is claimed."""
    day: date
    """The day of the view."""
    made: dict[tuple[Kind, Grain], Mapping[str, Series]] = field(default_factory=dict, compare=False)
    """Series that were counted: see `series`."""

    def series(self, kind: Kind, grain: Grain) -> Mapping[str, Series]:
        """Every series of a kind by id; topics in the hub's order, even empty ones, the others sorted."""
        found = self.made.get((kind, grain))
        if found is None:
            first = {Kind.BEAT: ("",), Kind.TOPIC: self.topic_ids}.get(kind, ())
            found = self.made[kind, grain] = series_by(self.counted, kind, grain, self.minimum_n, first)
        return found

    @cached_property
    def counted(self) -> tuple[tuple[Development, int], ...]:
        """Each development with its packed tally."""
        return tuple((row, packed(row)) for row in self.rows)

    def beat(self, grain: Grain = Grain.MONTH) -> Series:
        """All developments."""
        return self.series(Kind.BEAT, grain)[""]

    def span(self, grain: Grain) -> tuple[Period, Period] | None:
        """From the period of the first development to that of the day; None without any."""
        if not self.rows:
            return None
        first, last = self.rows[0].day, max(self.rows[-1].day, self.day)
        return period_of(first, grain), period_of(last, grain)

    @property
    def topics(self) -> Mapping[str, Series]:
        """Topics by month."""
        return self.series(Kind.TOPIC, Grain.MONTH)

    def on(self, topic: str) -> tuple[Development, ...]:
        """Developments on a topic, in order of time."""
        return self._by_topic.get(topic, ())

    @cached_property
    def _by_topic(self) -> Mapping[str, tuple[Development, ...]]:
        found: defaultdict[str, list[Development]] = defaultdict(list)
        for row in self.rows:
            found[row.topic].append(row)
        return {topic: tuple(held) for topic, held in found.items()}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Stretches without coverage."""
        return gaps_of((row.day for row in self.rows), self.day)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Entities named together, the most frequent first."""
        return pairs_of(self.rows)

    @cached_property
    def named(self) -> Mapping[str, int]:
        """Developments that name an entity."""
        return {key: len(held) for key, held in self.days[Kind.ENTITY].items()}

    @cached_property
    def days(self) -> Mapping[Kind, Mapping[str, Sequence[int]]]:
        """Sorted days of the developments of every subject, as `date.toordinal` counts."""
        return {kind: self._days(kind) for kind in SUBJECTS}

    @cached_property
    def findings(self) -> Mapping[Kind, Findings]:
        """What may be claimed, by kind of subject."""
        moved = movements_of(self.days, self.background, self.day, self.minimum_n)
        return {kind: self._found(held, moved[kind]) for kind, held in self.days.items()}

    @cached_property
    def background(self) -> Beat:
        """The days of all developments, against which each subject is set."""
        return make_beat((row.day for row in self.rows), self.gaps)

    @property
    def years_compared(self) -> bool:
        """True when both years that momentum compares were covered."""
        return compared(self.background, self.day)

    def _found(self, days: Mapping[str, Sequence[int]], movements: tuple[Movement, ...]) -> Findings:
        least, beat = self.minimum_n, self.background
        tested = {key: tuple(windows(held, beat)) for key, held in days.items() if may_be_claimed(held, beat, least)}
        bursts = [burst for key, found in tested.items() for burst in bursts_of(key, days[key], found)]
        episodes = [episode for key, held in days.items() for episode in episodes_of(key, held, beat, least)]
        return Findings(
            tuple(sorted(bursts, key=lambda burst: (burst.first, burst.chance, burst.id))),
            tuple(sorted(episodes, key=lambda episode: (episode.first, -episode.weight, episode.id))),
            movements,
            sum(window.n >= LEAST for found in tested.values() for window in found),
            sum(map(len, tested.values())),
        )

    def _days(self, kind: Kind) -> Mapping[str, Sequence[int]]:
        keys = KEYS[kind]
        found: defaultdict[str, list[int]] = defaultdict(list)
        for row in self.rows:
            day = row.day.toordinal()
            for key in keys(row):
                found[key].append(day)
        return {key: found[key] for key in sorted(found)}


def make_trends(rows: Iterable[Development], topics: Iterable[str], minimum_n: int, day: date) -> Trends:
    """Compare developments over time, in any order; `topics` are those of the hub."""
    ordered = tuple(sorted(rows, key=lambda row: (row.day, row.slug)))
    return Trends(ordered, tuple(topics), minimum_n, day)
