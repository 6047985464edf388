"""Medians of what was measured, and their ratios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from bench.cases import CHECK_COLD, CHECK_ONE, CHECK_WARM, COLD, HUGO, OWN, PELICAN, PREVIEW, SAME, STORY
from bench.jobs import Cost

BARS_AT = 10_000
"""Stories for which the bars were set."""


class Key(NamedTuple):
    """What was measured."""

    tool: str
    case: str


@dataclass(frozen=True, slots=True)
class Row:
    """Medians of one case."""

    key: Key
    """Which tool, in which case."""
    wall: float
    """Seconds."""
    least: float
    """Seconds of the fastest run."""
    most: float
    """Seconds of the slowest run."""
    cpu: float
    """Seconds of user and system time."""
    peak: float
    """Bytes of memory."""


class Bar(NamedTuple):
    """A bound that this project has set itself."""

    text: str
    measure: str
    key: Key
    base: Key | None
    bound: float


class Reached(NamedTuple):
    """How far a bar was reached."""

    bar: Bar
    value: float

    @property
    def met(self) -> bool:
        """True when the value is within the bound."""
        return self.value <= self.bar.bound


COLD_HUGO = Key(HUGO, COLD)
BARS = (
    Bar("Cold build, time as a share of Hugo's", "wall", Key(OWN, COLD), COLD_HUGO, 0.7),
    Bar("Cold build, memory as a share of Hugo's", "peak", Key(OWN, COLD), COLD_HUGO, 0.5),
    Bar("Cold build, time as a share of Pelican's", "wall", Key(OWN, COLD), Key(PELICAN, COLD), 0.25),
    Bar("One story edited, seconds", "wall", Key(OWN, STORY), None, 1.0),
    Bar("One story edited, time as a share of Hugo's build", "wall", Key(OWN, STORY), COLD_HUGO, 0.08),
    Bar("Nothing changed, seconds", "wall", Key(OWN, SAME), None, 0.7),
    Bar("One story saved in desk preview, seconds until the browser shows it", "wall", Key(OWN, PREVIEW), None, 0.3),
    Bar("desk check of everything, cold, seconds", "wall", Key(OWN, CHECK_COLD), None, 6.0),
    Bar("desk check of everything, warm, seconds", "wall", Key(OWN, CHECK_WARM), None, 0.8),
    Bar("desk check of one story, seconds", "wall", Key(OWN, CHECK_ONE), None, 0.3),
)


def summarise(costs: Mapping[Key, Sequence[Cost]]) -> tuple[Row, ...]:
    """One row for each case, in the order in which they were first measured."""
    return tuple(_row(key, runs) for key, runs in costs.items())


def _row(key: Key, runs: Sequence[Cost]) -> Row:
    walls = [run.wall for run in runs]
    cpu, peak = median(run.cpu for run in runs), median(run.peak for run in runs)
    return Row(key, median(walls), min(walls), max(walls), cpu, peak)


def ratio(row: Row, rows: Sequence[Row], measure: str = "wall", base: Key = COLD_HUGO) -> float | None:
    """A median as a share of another's; None where that was not measured."""
    other = next((one for one in rows if one.key == base), None)
    return float(getattr(row, measure) / getattr(other, measure)) if other else None


def reached(rows: Sequence[Row]) -> tuple[Reached, ...]:
    """Values for every bar whose cases were measured."""
    by_key = {row.key: row for row in rows}
    found = []
    for bar in BARS:
        row = by_key.get(bar.key)
        if row is None:
            continue
        value = ratio(row, rows, bar.measure, bar.base) if bar.base else float(getattr(row, bar.measure))
        found += [Reached(bar, value)] if value is not None else []
    return tuple(found)
