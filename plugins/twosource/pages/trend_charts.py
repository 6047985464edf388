"""The charts of the longitudinal view: what is drawn for a series, and what may not be drawn below the stated n."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from twosource.newsroom.story import Story
from twosource.pages.charts import SMALL, WIDE, Column, Frame, Text, Tick, columns, dots
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import Chart
from twosource.pages.wording import counted, decimal, percent
from twosource.trends.periods import period_of
from twosource.trends.series import Point, Series, Tally, without_gaps

PART = ""
"""Level of a mark that is no count of badges."""

DOT = 9
"""Units between dots that stand above each other."""


def points_of(stand: Newsstand, series: Series) -> tuple[Point, ...]:
    """The series over the whole span of the beat, empty periods too."""
    return without_gaps(series, stand.trends.span, stand.trends.grain)


def spark(stand: Newsstand, series: Series) -> Chart:
    """Developments by period, small enough for a line of text."""
    points = points_of(stand, series)
    text = Text("Developments by month", f"{counted(series.total.n, 'development')}.", _peak(points))
    if not series.enough:
        return dots(text, _stacked_dots(points), SMALL, _pile(points, SMALL))
    return columns(text, [_stacked(point) for point in points], SMALL, (0, _highest(points)))


def developments(stand: Newsstand, series: Series) -> Chart:
    """Developments by period, stacked by badge; single dots below the minimum n."""
    points = points_of(stand, series)
    text = Text("Developments by month, by badge", _seen(series, points), _peak(points))
    if not series.enough:
        return dots(text, _stacked_dots(points), WIDE, _pile(points, WIDE), _years(points))
    return columns(text, [_stacked(point) for point in points], WIDE, (0, _highest(points)), _years(points))


def impact(stand: Newsstand, series: Series) -> Chart:
    """Mean impact by period, from 0 to 10."""
    return _single(
        stand,
        series,
        "Mean impact by month",
        lambda tally: tally.impact,
        (0, 10),
        lambda value: f"mean impact {decimal(value, 1)}",
    )


def unconfirmed(stand: Newsstand, series: Series) -> Chart:
    """Share of single-source and unchecked developments by period."""
    return _single(
        stand,
        series,
        "Single-source and unchecked share by month",
        lambda tally: tally.unconfirmed_share,
        (0, 1),
        lambda value: f"{percent(value)} unconfirmed",
    )


def balance(stand: Newsstand, series: Series) -> Chart:
    """Outlook balance by period: bars above the line are bullish, below it bearish."""
    return _single(
        stand,
        series,
        "Outlook balance by month",
        lambda tally: tally.balance,
        (-1, 1),
        lambda value: f"balance {decimal(value, 2)}",
    )


def impact_dots(stand: Newsstand, series: Series, stories: Sequence[Story]) -> Chart:
    """The impact of each development: single values where a mean would claim too much."""
    points = points_of(stand, series)
    place = {point.period: index for index, point in enumerate(points)}
    parts: list[list[tuple[str, float]]] = [[] for _ in points]
    for story in sorted(stories, key=lambda held: held.slug):
        verdict = stand.verdict(story)
        index = place[period_of(story.date.day, stand.trends.grain)]
        parts[index].append((verdict.level.value, float(verdict.impact.score)))
    held = [Column(point.period.label, tuple(values)) for point, values in zip(points, parts, strict=True)]
    scores = [value for values in parts for _, value in values]
    text = Text("Impact of each development", _range(scores), decimal(max(scores, default=0), 0))
    return dots(text, held, WIDE, (0, 10), _years(points))


def _single(
    stand: Newsstand,
    series: Series,
    title: str,
    measure: Callable[[Tally], float | None],
    scale: tuple[float, float],
    words: Callable[[float], str],
) -> Chart:
    points = points_of(stand, series)
    values = [measure(point.tally) for point in points]
    known = [value for value in values if value is not None]
    held = [
        Column(
            f"{point.period.label}: {words(value)} ({counted(point.tally.n, 'development')})"
            if value is not None
            else point.period.label,
            ((PART, value),) if value is not None else (),
        )
        for point, value in zip(points, values, strict=True)
    ]
    overall = measure(series.total)
    desc = f"Over all {counted(series.total.n, 'development')}: {words(overall)}." if overall is not None else ""
    return columns(Text(title, desc, words(max(known)) if known else ""), held, WIDE, scale, _years(points))


def _stacked(point: Point) -> Column:
    return Column(f"{point.period.label}: {counted(point.tally.n, 'development')}", tuple(_levels(point.tally)))


def _stacked_dots(points: Sequence[Point]) -> list[Column]:
    """One dot for each development, piled up from the foot."""
    held = []
    for point in points:
        levels = [level for level, n in _levels(point.tally) for _ in range(int(n))]
        parts = tuple((level, place + 0.5) for place, level in enumerate(levels))
        held.append(Column(f"{point.period.label}: {counted(point.tally.n, 'development')}", parts))
    return held


def _levels(tally: Tally) -> Iterator[tuple[str, float]]:
    """Badges from the foot up."""
    found = (
        ("verified", tally.verified),
        ("disputed", tally.disputed),
        ("single-source", tally.single_source),
        ("unchecked", tally.unchecked),
    )
    return ((level, float(n)) for level, n in found if n)


def _highest(points: Sequence[Point]) -> float:
    return float(max((point.tally.n for point in points), default=1) or 1)


def _pile(points: Sequence[Point], frame: Frame) -> tuple[float, float]:
    """A scale on which dots touch each other, or overlap where they would run out of the frame."""
    return 0, max(frame.height / DOT, _highest(points))


def _peak(points: Sequence[Point]) -> str:
    top = max((point.tally.n for point in points), default=0)
    return f"{top:,}"


def _seen(series: Series, points: Sequence[Point]) -> str:
    if not series.points:
        return "No developments yet."
    first, last = series.points[0].period.label, series.points[-1].period.label
    return (
        f"{counted(series.total.n, 'development')} from {first} to {last}, at most {_peak(points)} in a month: "
        f"{series.total.verified} verified, {series.total.single_source} single-source, "
        f"{series.total.disputed} disputed, {series.total.unchecked} not checked."
    )


def _range(scores: Sequence[float]) -> str:
    if not scores:
        return "No developments yet."
    return f"{counted(len(scores), 'development')}, impact {min(scores):.0f} to {max(scores):.0f}."


def _years(points: Sequence[Point]) -> list[Tick]:
    """A tick where a year begins, or where the chart does."""
    return [
        (index, f"{point.period.first.year}")
        for index, point in enumerate(points)
        if index == 0 or point.period.first.year != points[index - 1].period.first.year
    ]
