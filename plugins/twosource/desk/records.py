"""What a story put on record: its change log, to which entries are only added, and its forecasts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from twosource.desk.sight import Sight
from twosource.newsroom.problems import Place
from twosource.newsroom.story import WatchItem
from twosource.newsroom.story_words import WatchStatus

ENTRY_SAYS = ("date", "kind", "text")
"""What may not change in an entry. Its `facts` are numbers that shift when a fact is put in."""
FORECAST_SAYS = ("statement", "says", "due", "decided_by", "likelihood")
"""What a forecast is measured by; what became of it is told later."""
PROSE = ("text", "statement", "decided_by")
"""Fields whose spelling may be mended."""

T = TypeVar("T")


def log(sight: Sight) -> Iterator[tuple[Place, str]]:
    """Entries of the change log that do not stand as they stood."""
    gone, _ = _unpaired(sight, sight.old.changes, sight.new.changes, ENTRY_SAYS)
    for entry in gone:
        place = sight.new.where.place("changes") if sight.new.changes else Place(sight.new.path, 1, 1)
        yield place, f"The entry of {entry.date.text}, “{entry.text}”, does not stand as it stood."


def forecasts(sight: Sight) -> Iterator[tuple[Place, str]]:
    """Forecasts that do not stand as they stood, verdicts that were turned, and new ones whose end is known."""
    gone, came = _unpaired(sight, sight.old.watch, sight.new.watch, FORECAST_SAYS)
    for item in gone:
        yield _place(sight, None), f"The forecast “{item.statement}”, due {item.due.text}, does not stand as it stood."
    for item in came:
        if item.status is not WatchStatus.OPEN:
            yield _place(sight, item), f"The forecast “{item.statement}” is new and decided already."
    for old, new in _pairs(sight, sight.old.watch, sight.new.watch, FORECAST_SAYS):
        if old.status is not WatchStatus.OPEN and new.status is not old.status:
            yield _place(sight, new), f"The forecast “{new.statement}” was decided as {old.status.value}."


def _place(sight: Sight, item: WatchItem | None) -> Place:
    if not sight.new.watch:
        return Place(sight.new.path, 1, 1)
    return sight.new.where.place("watch", *(() if item is None else (sight.new.watch.index(item),)))


def _pairs(sight: Sight, old: Sequence[T], new: Sequence[T], names: Sequence[str]) -> tuple[tuple[T, T], ...]:
    """Each old one with the first new one that says the same and has no partner yet, in whatever order they stand."""
    left, pairs = list(new), []
    for one in old:
        n = next((n for n, other in enumerate(left) if _same(sight, one, other, names)), None)
        if n is not None:
            pairs.append((one, left.pop(n)))
    return tuple(pairs)


def _unpaired(
    sight: Sight, old: Sequence[T], new: Sequence[T], names: Sequence[str]
) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """Old and new ones without a partner."""
    pairs = _pairs(sight, old, new, names)
    before, after = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    return tuple(one for one in old if id(one) not in before), tuple(one for one in new if id(one) not in after)


def _same(sight: Sight, one: object, other: object, names: Sequence[str]) -> bool:
    """True when every field is equal; prose may be spelt otherwise."""
    return all(
        sight.same(getattr(one, name), getattr(other, name))
        if name in PROSE
        else getattr(one, name) == getattr(other, name)
        for name in names
    )
