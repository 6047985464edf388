"""Everything that is compared over time, reckoned once from the rows of the public stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from twosource.trends.developments import Development
from twosource.trends.movement import Movement, movements_of
from twosource.trends.periods import Grain, Period, period_of
from twosource.trends.series import Series, series_of
from twosource.trends.together import Pair, pairs_of


@dataclass(frozen=True, slots=True)
class Trends:
    """The longitudinal view of a hub on a day."""

    grain: Grain
    """Width of the periods."""
    minimum_n: int
    """Below this nothing is claimed."""
    span: tuple[Period, Period] | None
    """First and last period that have developments; None without any."""
    beat: Series
    """All developments."""
    topics: Mapping[str, Series]
    """By topic id; every topic of the hub, in its order."""
    entities: Mapping[str, Series]
    """By entity id, sorted; entities with developments only."""
    terms: Mapping[str, Series]
    """By term id, sorted; terms with developments only."""
    pairs: tuple[Pair, ...]
    """Entities named together."""
    movements: tuple[Movement, ...]
    """Topics that rise or fall by the stated test."""
    entity_movements: tuple[Movement, ...]
    """Entities that rise or fall by the stated test."""


def make_trends(
    rows: tuple[Development, ...], topics: Iterable[str], minimum_n: int, day: date, *, grain: Grain = Grain.MONTH
) -> Trends:
    """Compare the developments over time. `rows` are those that stand: a retracted story has none."""
    by_topic = _grouped(rows, lambda row: (row.topic,), topics)
    by_entity = _grouped(rows, lambda row: row.entities)
    by_term = _grouped(rows, lambda row: row.terms)
    # Each development is counted in a dozen series: its period is looked for once a day, and not once a series.
    periods = {found: period_of(found, grain) for found in {row.day for row in rows}}

    def counted(groups: Mapping[str, Iterable[Development]]) -> Mapping[str, Series]:
        return {key: series_of(key, found, periods.__getitem__, minimum_n) for key, found in groups.items()}

    return Trends(
        grain=grain,
        minimum_n=minimum_n,
        span=(min(periods.values()), max(periods.values())) if periods else None,
        beat=series_of("", rows, periods.__getitem__, minimum_n),
        topics=counted(by_topic),
        entities=counted(by_entity),
        terms=counted(by_term),
        pairs=pairs_of(rows),
        movements=movements_of(by_topic, day, minimum_n),
        entity_movements=movements_of(by_entity, day, minimum_n),
    )


def _grouped(
    rows: Iterable[Development], keys: Callable[[Development], Iterable[str]], first: Iterable[str] = ()
) -> dict[str, list[Development]]:
    order = tuple(first)
    groups: defaultdict[str, list[Development]] = defaultdict(list, {key: [] for key in order})
    for row in rows:
        for key in keys(row):
            groups[key].append(row)
    return {key: groups[key] for key in (*order, *sorted(groups.keys() - set(order)))}
