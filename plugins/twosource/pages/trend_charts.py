"""The charts of the longitudinal view: what is drawn for a series, and what may not be drawn below the stated n."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from twosource.pages.charts import SMALL, WIDE, Column, Dot, Frame, Scale, Text, Tick, draw
from twosource.pages.newsstand import Newsstand
from twosource.pages.trend_measures import Measure, Single
from twosource.pages.views import Chart
from twosource.pages.wording import counted
from twosource.trends.periods import Period
from twosource.trends.series import Point, Series, Tally, without_gaps

PART = ""
"""Level of a bar that is no count of badges."""

PITCH = 9
"""Units between dots that stand above each other."""


def points_of(stand: Newsstand, series: Series) -> tuple[Point, ...]:
    """The series over the whole span of the beat, empty periods too."""
    return without_gaps(series, stand.trends.span, stand.trends.grain)


def spark(stand: Newsstand, series: Series) -> Chart:
    """Developments by period, small enough for a line of text."""
    text = Text("Developments by month", f"{counted(series.total.n, 'development')}.")
    return _counts(text, series, points_of(stand, series), SMALL)


def developments(stand: Newsstand, series: Series) -> Chart:
    """Developments by period, stacked by badge; single dots below the minimum n."""
    points = points_of(stand, series)
    text = Text("Developments by month, by badge", _seen(series, points))
    return _counts(text, series, points, WIDE, _years(points))


def measured(stand: Newsstand, series: Series, held: Mapping[Period, Sequence[Single]], measure: Measure) -> Chart:
    """A measure by period: a bar where enough developments carry it, else each development as a dot of its own."""
    points = points_of(stand, series)
    least = stand.minimum_n
    cols = [_measured(point, held.get(point.period, ()), measure, least) for point in points]
    total = measure.mean(series.total)
    known = total is not None and measure.n(series.total) >= least
    desc = f"Over all {counted(series.total.n, 'development')}: {measure.words(total or 0)}. " if known else ""
    return draw(
        Text(measure.title, f"{desc}{few(series, measure, least)}".strip()), cols, WIDE, measure.scale, _years(points)
    )


def few(series: Series, measure: Measure, least: int) -> str:
    """What is not claimed of months with fewer developments than the minimum; empty where there are none."""
    months = [measure.n(point.tally) for point in series.points if measure.n(point.tally)]
    short = sum(n < least for n in months)
    if not short:
        return ""
    which = "No month has" if short == len(months) else f"{short} of {len(months)} months do not have"
    return f"{which} {least} developments: there each is a dot, and nothing is claimed of the month."


def _measured(point: Point, held: Sequence[Single], measure: Measure, least: int) -> Column:
    label, value = point.period.label, measure.mean(point.tally)
    if value is not None and measure.n(point.tally) >= least:
        words = f"{label}: {measure.words(value)} ({counted(measure.n(point.tally), 'development')})"
        return Column(words, ((PART, value),))
    same = Counter(held)
    dots = (Dot(_dot_label(label, one, n, measure), one.level.value, one.value) for one, n in same.items())
    return Column(label, dots=tuple(dots))


def _dot_label(label: str, one: Single, n: int, measure: Measure) -> str:
    return f"{label}: {measure.shown(one.value)} ({counted(n, 'development')})"


def _counts(text: Text, series: Series, points: Sequence[Point], frame: Frame, ticks: Sequence[Tick] = ()) -> Chart:
    if series.enough:
        scale = Scale(0, _highest(points), (f"{_highest(points):,}", "0"))
        return draw(text, [Column(_label(point), tuple(_levels(point.tally))) for point in points], frame, scale, ticks)
    pile = Scale(0, max(frame.height / PITCH, _highest(points)))
    return draw(text, [Column(_label(point), dots=tuple(_piled(point))) for point in points], frame, pile, ticks)


def _piled(point: Point) -> Iterator[Dot]:
    """One dot for each development, piled up from the foot."""
    levels = [level for level, n in _levels(point.tally) for _ in range(int(n))]
    return (Dot(_label(point), level, place + 0.5) for place, level in enumerate(levels))


def _label(point: Point) -> str:
    return f"{point.period.label}: {counted(point.tally.n, 'development')}"


def _levels(tally: Tally) -> Iterator[tuple[str, float]]:
    """Badges from the foot up."""
    found = (
        ("verified", tally.verified),
        ("disputed", tally.disputed),
        ("single-source", tally.single_source),
        ("unchecked", tally.unchecked),
    )
    return ((level, float(n)) for level, n in found if n)


def _highest(points: Sequence[Point]) -> int:
    return max((point.tally.n for point in points), default=1) or 1


def _seen(series: Series, points: Sequence[Point]) -> str:
    if not series.points:
        return "No developments yet."
    first, last = series.points[0].period.label, series.points[-1].period.label
    return (
        f"{counted(series.total.n, 'development')} from {first} to {last}, at most {_highest(points)} in a month: "
        f"{series.total.verified} verified, {series.total.single_source} single-source, "
        f"{series.total.disputed} disputed, {series.total.unchecked} not checked."
    )


def _years(points: Sequence[Point]) -> list[Tick]:
    """A tick where a year begins, or where the chart does."""
    return [
        (index, f"{point.period.first.year}")
        for index, point in enumerate(points)
        if index == 0 or point.period.first.year != points[index - 1].period.first.year
    ]
