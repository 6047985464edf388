"""The charts on the pages of entities and terms. Each goes by its own stories, so that no other edit makes it anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from twosource.newsroom.story_words import Effect
from twosource.pages import addresses
from twosource.pages.chart_frame import LANES, MEDIUM, Axis, Frame, Scale, with_room
from twosource.pages.charts import Column, Dot, Text, draw
from twosource.pages.chrome import link
from twosource.pages.newsstand import Newsstand
from twosource.pages.trend_axis import MOST_COLUMNS, last_day
from twosource.pages.trend_charts import counted_columns, seen
from twosource.pages.trend_tables import COUNTED, counts, head
from twosource.pages.trend_words import period_words
from twosource.pages.views import Chart, Series
from twosource.pages.wording import counted, listed
from twosource.trends.effects import Affecting
from twosource.trends.periods import Grain, Period, period_of
from twosource.trends.series import Kind, series_by
from twosource.trends.tally import packed

LANES_OF = (Effect.POSITIVE, Effect.MIXED, Effect.UNCLEAR, Effect.NEGATIVE)
"""Effects from the top down."""

WORDS = 4
"""The part of the width, beside that of the days, that is left free for the words of the lanes."""

FINE = 3 * 366
"""Effects over fewer days than this stand by month, over more by quarter: dots have room then."""


def effects_over_time(stand: Newsstand, entity: str) -> Series | None:
    """What developments did to an entity: a dot for each period, larger where it stands for several."""
    found = stand.effects_on(entity)
    if not found:
        return None
    axis = _axis(found[0].day, found[-1].day)
    grain = Grain.MONTH if (axis.last - axis.first).days < FINE else Grain.QUARTER
    sums = Counter((period_of(held.day, grain), held.effect) for held in found)
    chart = _lanes(axis, grain, sums, _told(found))
    columns = head([effect.value.capitalize() for effect in LANES_OF], grain)
    periods = sorted({period for period, _ in sums})
    rows = [[period_words(one, grain), *(str(sums[one, effect]) for effect in LANES_OF)] for one in periods]
    return _view(stand, chart, len(found), (columns, rows), "effects")


def use_over_time(stand: Newsstand, term: str) -> Series | None:
    """Developments whose analysis uses a term, by badge."""
    rows = stand.uses(term)
    if not rows:
        return None
    axis = _axis(rows[-1].day, rows[0].day)
    grain = Grain.MONTH if (axis.last - axis.first).days < MOST_COLUMNS * 31 else Grain.QUARTER
    series = series_by([(row, packed(row)) for row in rows], Kind.BEAT, grain, stand.minimum_n)[""]
    columns, scale = counted_columns(series, MEDIUM)
    text = Text(f"Developments by {grain} whose analysis uses it", seen(series))
    chart = draw(text, Frame(axis, scale, MEDIUM), columns)
    return _view(stand, chart, len(rows), (head(COUNTED, grain), counts(series)), "term-trends")


def _axis(first: date, last: date) -> Axis:
    """Whole years, so that charts of one year look alike, with room for the words of the scale before them."""
    return with_room(date(first.year, 1, 1), date(last.year, 12, 31), WORDS)


def _lanes(axis: Axis, grain: Grain, sums: Counter[tuple[Period, Effect]], told: str) -> Chart:
    top = len(LANES_OF)
    lanes = {effect: top - place - 0.5 for place, effect in enumerate(LANES_OF)}
    columns = [
        Column(period.first, last_day(period, grain), label, dots=(Dot(label, "", lanes[effect], n),))
        for (period, effect), n in sorted(sums.items())
        for label in (f"{period_words(period, grain)}: {counted(n, 'development')}, {effect}",)
    ]
    scale = Scale(0, top, tuple((lanes[effect], effect.value.capitalize()) for effect in LANES_OF))
    return draw(Text(f"Effects over time, by {grain}", told), Frame(axis, scale, LANES), columns)


def _told(found: Sequence[Affecting]) -> str:
    """`7 negative, 3 positive and 2 mixed.`"""
    sums = Counter(held.effect for held in found)
    parts = [f"{n} {effect}" for effect, n in sums.most_common()]
    return f"{listed(parts)}."


def _view(stand: Newsstand, chart: Chart, n: int, table: tuple[list[str], list[list[str]]], data: str) -> Series:
    few = f"Fewer than {stand.minimum_n}: nothing is claimed of a trend." if n < stand.minimum_n else ""
    return {
        "id": "over-time",
        "title": chart["title"],
        "n": n,
        "note": few,
        "chart": chart,
        "columns": table[0],
        "rows": table[1],
        "csv": link(stand, "CSV", addresses.data(data, "csv")),
        "json": link(stand, "JSON", addresses.data(data)),
    }
