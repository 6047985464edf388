"""The charts of the longitudinal view: what is drawn for a series, and what may not be drawn below the stated n."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource.pages.chart_frame import LARGE, MEDIUM, SMALL, SPARK, Frame, Scale, Size
from twosource.pages.charts import Column, Dot, Flag, Text, draw
from twosource.pages.newsstand import Newsstand
from twosource.pages.trend_axis import axis_of, found_flags, gap_flags, last_day, version_flags
from twosource.pages.trend_measures import Measure, Single
from twosource.pages.trend_words import period_words
from twosource.pages.views import Chart
from twosource.pages.wording import capital, counted
from twosource.trends.periods import Grain, Period
from twosource.trends.series import Kind, Point, Series
from twosource.trends.tally import Tally

PART = ""
"""Level of a bar that is no count of badges."""

PITCH = 9
"""Pixels between dots that stand above each other."""


def spark(stand: Newsstand, series: Series) -> Chart:
    """Developments by period, small enough for a line of text."""
    text = Text(f"Developments by {series.grain}", f"{counted(series.total.n, 'development')}.")
    return _counts(stand, text, series, SPARK)


def developments(stand: Newsstand, series: Series, flags: Iterable[Flag] = ()) -> Chart:
    """Developments by period, stacked by badge; single dots below the minimum n."""
    axis = axis_of(stand, series.grain)
    marked = (*gap_flags(stand, axis, words=True), *version_flags(stand, axis, words=True), *flags)
    return _counts(stand, Text(f"Developments by {series.grain}, by badge", seen(series)), series, LARGE, marked)


def small(stand: Newsstand, series: Series, kind: Kind, highest: int = 0) -> Chart:
    """One of many: developments by period on a scale up to `highest`, with its bursts and episodes."""
    axis = axis_of(stand, series.grain)
    marked = (*gap_flags(stand, axis, words=False), *found_flags(stand, kind, series.id, words=True))
    return _counts(stand, Text(f"Developments by {series.grain}", seen(series)), series, SMALL, marked, highest)


def measured(stand: Newsstand, series: Series, held: Mapping[Period, Sequence[Single]], measure: Measure) -> Chart:
    """A measure by period: a mean where enough developments carry it, else each development as a dot of its own."""
    least, axis = stand.minimum_n, axis_of(stand, series.grain)
    columns = [_measured(point, held.get(point.period, ()), measure, least, series.grain) for point in series.points]
    total = measure.mean(series.total)
    known = total is not None and measure.n(series.total) >= least
    over = f"Over all {counted(series.total.n, 'development')}: {measure.words(total or 0)}. " if known else ""
    flags = (*gap_flags(stand, axis, words=False), *version_flags(stand, axis, words=False))
    text = Text(f"{measure.title}, by {series.grain}", f"{over}{few(series, measure, least)}".strip())
    return draw(text, Frame(axis, measure.scale, MEDIUM), columns, flags)


def few(series: Series, measure: Measure, least: int) -> str:
    """What is not claimed of periods with fewer developments than the minimum; empty where there are none."""
    found = [measure.n(point.tally) for point in series.points if measure.n(point.tally)]
    short = sum(n < least for n in found)
    if not short:
        return ""
    which = f"No {series.grain} has" if short == len(found) else f"{short} of {len(found)} {series.grain}s do not have"
    return f"{which} {least} developments: there each is a dot, and nothing is claimed of the {series.grain}."


def seen(series: Series) -> str:
    """A series in a sentence."""
    if not series.sums:
        return "No developments yet."
    points, total = series.points, series.total
    first, last = (period_words(points[place].period, series.grain) for place in (0, -1))
    stretch = f"in {first}" if first == last else f"from {first} to {last}"
    return (
        f"{capital(stretch)}, at most {highest_of(series)} in a {series.grain}: {total.verified} verified, "
        f"{total.single_source} single-source, {total.disputed} disputed, {total.unchecked} not checked."
    )


def highest_of(series: Series) -> int:
    """Most developments in a period, 1 at least."""
    return max((point.tally.n for point in series.points), default=1)


def _measured(point: Point, held: Sequence[Single], measure: Measure, least: int, grain: Grain) -> Column:
    name, value = period_words(point.period, grain), measure.mean(point.tally)
    first, last = point.period.first, last_day(point.period, grain)
    n = measure.n(point.tally)
    if value is not None and n >= least:
        words = f"{name}: {measure.words(value)} ({counted(n, 'development')})"
        return Column(first, last, words, mean=value, spread=measure.spread(point.tally))
    same = Counter(held)
    dots = (
        Dot(f"{name}: {measure.shown(one.value)} ({counted(n, 'development')})", one.level.value, one.value, n)
        for one, n in same.items()
    )
    return Column(first, last, name, dots=tuple(dots))


def counted_columns(series: Series, size: Size, highest: int = 0) -> tuple[list[Column], Scale]:
    """Bars by badge and their scale, up to `highest` where it is given; single dots below the minimum n."""
    top = highest or highest_of(series)
    columns = [_column(point, series.grain, bars=series.enough) for point in series.points]
    if series.enough:
        return columns, Scale(0, top, ((top, f"{top:,}"),) if size is not SPARK else ())
    return columns, Scale(0, max(size.plot / PITCH, top))


def _counts(
    stand: Newsstand, text: Text, series: Series, size: Size, flags: Iterable[Flag] = (), highest: int = 0
) -> Chart:
    columns, scale = counted_columns(series, size, highest)
    return draw(text, Frame(axis_of(stand, series.grain), scale, size), columns, flags)


def _column(point: Point, grain: Grain, *, bars: bool) -> Column:
    label = f"{period_words(point.period, grain)}: {counted(point.tally.n, 'development')}"
    first, last = point.period.first, last_day(point.period, grain)
    if bars:
        return Column(first, last, label, bars=tuple(_levels(point.tally)))
    return Column(first, last, label, dots=tuple(_piled(point, label)))


def _piled(point: Point, label: str) -> Iterator[Dot]:
    """One dot for each development, piled up from the foot."""
    levels = [level for level, n in _levels(point.tally) for _ in range(int(n))]
    return (Dot(label, level, place + 0.5) for place, level in enumerate(levels))


def _levels(tally: Tally) -> Iterator[tuple[str, float]]:
    """Badges from the foot up."""
    found = (
        ("verified", tally.verified),
        ("disputed", tally.disputed),
        ("single-source", tally.single_source),
        ("unchecked", tally.unchecked),
    )
    return ((level, float(n)) for level, n in found if n)
