"""The common ground of all charts over time: days across, and what is marked on them in every chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from twosource.pages.chart_frame import Axis, with_room
from twosource.pages.charts import Flag
from twosource.pages.newsstand import Newsstand
from twosource.pages.trend_words import burst_words, episode_words, gap_words, month_words, span_words
from twosource.trends.bursts import Burst
from twosource.trends.episodes import Episode
from twosource.trends.periods import REACH, Grain, Period, period_of
from twosource.trends.series import Kind

MOST_COLUMNS = 156
"""A chart of more months than this (thirteen years) counts by quarter: thinner bars could not be told apart."""

SPELT = 3
"""Bursts and episodes whose words stand in the chart, at most; the text below it has them all."""

MARGIN = 16
"""The part of the width that is left free before the first period, for the words of the scale."""

NARROW = 9.0
"""Percent of the width below which a gap has no room for words."""


def grain_of(stand: Newsstand) -> Grain:
    """Months, or quarters where there would be too many."""
    span = stand.trends.span(Grain.MONTH)
    many = span is not None and (span[1].first - span[0].first).days > MOST_COLUMNS * 31
    return Grain.QUARTER if many else Grain.MONTH


def axis_of(stand: Newsstand, grain: Grain) -> Axis:
    """From the period of the first development to the end of that of the day."""
    span = stand.trends.span(grain)
    if span is None:
        return Axis(stand.day, stand.day)
    return with_room(span[0].first, last_day(span[1], grain), MARGIN)


def last_day(period: Period, grain: Grain) -> date:
    """The last day of a period; the last one of all ends with the calendar."""
    if (date.max - period.first).days < REACH[grain]:
        return date.max
    return period_of(period.first + timedelta(days=REACH[grain]), grain).first - timedelta(days=1)


def gap_flags(stand: Newsstand, axis: Axis, *, words: bool) -> Iterator[Flag]:
    """Stretches without coverage."""
    for gap in stand.trends.gaps:
        wide = words and axis.across(gap.first, gap.last)[1] >= NARROW
        yield Flag("gap", gap.first, gap.last, "no coverage" if wide else "", f"No coverage: {gap_words(gap)}")


def version_flags(stand: Newsstand, axis: Axis, *, words: bool) -> Iterator[Flag]:
    """Days on which a version of the rubric came into force; of several on one day the last."""
    found = {held.date: held.version for held in reversed(stand.library.rubric.changes)}
    for day, version in sorted(found.items()):
        if axis.first <= day <= axis.last:
            yield Flag("version", day, day, f"rubric {version}" if words else "", f"Rubric {version}")


def found_flags(stand: Newsstand, kind: Kind, key: str, *, words: bool) -> Iterator[Flag]:
    """Bursts and episodes of one subject."""
    yield from _episodes(held for held in stand.trends.findings[kind].episodes if held.id == key)
    yield from _bursts([held for held in stand.trends.findings[kind].bursts if held.id == key], words=words)


def _episodes(held: Iterable[Episode]) -> Iterator[Flag]:
    for one in held:
        label = f"Episode, {span_words(one.first, one.last)}: {episode_words(one)}"
        yield Flag("episode", one.first, one.last, "", label)


def _bursts(held: list[Burst], *, words: bool) -> Iterator[Flag]:
    for one in held:
        text = f"burst, {month_words(one.first)}" if words and len(held) <= SPELT else ""
        yield Flag("burst", one.first, one.last, text, f"Burst, {span_words(one.first, one.last)}: {burst_words(one)}")
