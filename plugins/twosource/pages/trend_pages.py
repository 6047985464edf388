"""The longitudinal view: the beat, and each topic; every chart with its table and its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from twosource.pages import addresses, trend_charts, trend_findings
from twosource.pages.cards import cards
from twosource.pages.charts import Flag
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.json_ld import Thing
from twosource.pages.json_ld_things import DataSet, dataset
from twosource.pages.lists import PAGE_LENGTH
from twosource.pages.methodology import versions
from twosource.pages.names import topic_link, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.track_record import track_record
from twosource.pages.trend_axis import found_flags, grain_of, last_day
from twosource.pages.trend_calendar import calendar
from twosource.pages.trend_data import SCHEMA
from twosource.pages.trend_matrix import matrix
from twosource.pages.trend_measures import MEASURES, singles
from twosource.pages.trend_subjects import multiples, named_on, tables
from twosource.pages.trend_tables import COLUMNS, COUNTED, counts, head, table
from twosource.pages.trend_words import gaps
from twosource.pages.views import Chart, Link, TrendBody, TrendsBody
from twosource.pages.views import Series as SeriesView
from twosource.trends.developments import Development
from twosource.trends.series import Kind, Series

ABOUT = (
    "Developments on {}, counted by week, month and quarter from published stories, with their badges, impact, "
    "confidence and outlook. A development is a story, however many articles it cites; retracted stories are left out."
)
"""What the data set holds."""

MEASURED = (
    *("developments", "developments by badge", "mean impact, 1 to 10"),
    *("share of developments that are not confirmed", "outlook balance, -1 to 1"),
)
"""What is counted for each period."""

METHOD = "bursts"
"""Chapter of the methodology on findings."""

FILES = (
    ("The beat and its topics", "trends", True),
    ("Every entity", "entity-trends", True),
    ("Every glossary term", "term-trends", True),
    ("Bursts and episodes", "trend-findings", True),
    ("Momentum", "momentum", False),
    ("Entities named together", "together", True),
    ("Effects on parties", "effects", True),
    ("Forecasts", "watch", True),
    ("Track record", "track-record", False),
    ("Corrections", "corrections", True),
)
"""What can be taken away: words, name, and whether there is JSON beside the CSV."""


def trend_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The view of the beat, then one of each topic."""
    yield Sheet(addresses.TRENDS, "trends.html", _beat, indexed=True)
    for topic in stand.topics:
        yield Sheet(addresses.trend(topic), "trend.html", partial(_topic, topic=topic), indexed=True)


def _beat(stand: Newsstand) -> Page:
    hub, found = stand.library.hub, stand.trends
    series = found.beat(grain_of(stand))
    findings, findings_of = trend_findings.findings(stand)
    head_of_page = Head(
        title="Trends",
        description=f"What moves on the beat of {hub.name}: developments, impact and outlook over time.",
        crumbs=(("Trends", addresses.TRENDS),),
        json_ld=(_data(stand, f"Trends of {hub.name}", "the beat", addresses.TRENDS, tuple(_addresses()), series),),
    )
    body: TrendsBody = {
        "n": series.total.n,
        "minimum_n": found.minimum_n,
        "findings": findings,
        "findings_of": findings_of,
        "method": _method(stand),
        "tested": trend_findings.tested(stand),
        "calendar": calendar(found.rows),
        "multiples": multiples(stand),
        "series": _series(stand, series, found.rows, "trends"),
        "tables": tables(stand),
        "momentum": trend_findings.momentum(stand),
        "unmoved": trend_findings.unmoved(stand),
        "marks": trend_findings.marks(),
        "matrix": matrix(stand),
        "record": track_record(stand),
        "versions": versions(stand),
        "gaps": gaps(stand),
        "files": [_file(stand, *held) for held in FILES],
    }
    return html_page(stand, addresses.TRENDS, "trends.html", head_of_page, body)


def _topic(stand: Newsstand, topic: str) -> Page:
    name, series = topic_name(stand, topic), stand.trends.series(Kind.TOPIC, grain_of(stand))[topic]
    data = f"trends-{topic}"
    files = (addresses.data(data), addresses.data(data, "csv"), SCHEMA)
    head_of_page = Head(
        title=f"Trends: {name}",
        description=f"Developments on {name} over time, with their badges and impact.",
        crumbs=(("Trends", addresses.TRENDS), (name, addresses.trend(topic))),
        json_ld=(_data(stand, f"Trends: {name}", name, addresses.trend(topic), files, series),),
        feeds=((f"Stories on {name}", addresses.topic_feed(topic)),),
    )
    flags = tuple(found_flags(stand, Kind.TOPIC, topic, words=True))
    findings, findings_of = trend_findings.findings(stand, (Kind.TOPIC,), topic)
    body: TrendBody = {
        "name": name,
        "topic": topic_link(stand, topic),
        "n": series.total.n,
        "minimum_n": stand.minimum_n,
        "findings": findings,
        "findings_of": findings_of,
        "method": _method(stand),
        "series": _series(stand, series, stand.trends.on(topic), data, flags),
        "tables": named_on(stand, topic),
        "gaps": gaps(stand),
        "cards": cards(stand, stand.on_topic(topic)[:PAGE_LENGTH]),
    }
    return html_page(stand, addresses.trend(topic), "trend.html", head_of_page, body)


def _data(stand: Newsstand, name: str, what: str, page: str, files: tuple[str, ...], series: Series) -> Thing:
    """The numbers of a page as structured data."""
    return dataset(stand, DataSet(name, ABOUT.format(what), page, files, MEASURED, _covers(series)))


def _covers(series: Series) -> str:
    """The months from the first period to the last, for ISO 8601 knows no quarters: `2018-03/2020-06`."""
    if not series.sums:
        return ""
    periods = list(series.sums)
    ends = periods[0].first, last_day(periods[-1], series.grain)
    return "/".join(day.isoformat()[:7] for day in ends)


def _method(stand: Newsstand) -> Link | None:
    """The chapter that tells how findings are reckoned, where the hub has it."""
    told = any(note.id == METHOD for note in stand.library.notes)
    return link(stand, "How this is reckoned", addresses.chapter(METHOD)) if told else None


def _series(
    stand: Newsstand, series: Series, rows: Sequence[Development], data: str, flags: Iterable[Flag] = ()
) -> list[SeriesView]:
    """Below the minimum n only single developments are shown, and no mean, share or balance."""
    chart = trend_charts.developments(stand, series, flags)
    made = [_view(stand, series, data, "developments", chart, COUNTED, counts(series))]
    least = stand.minimum_n
    for measure in MEASURES if series.enough else MEASURES[:1] if series.total.n else ():
        held = singles(rows, measure, series.grain)
        chart = trend_charts.measured(stand, series, held, measure)
        cells = table(series, measure, held, least)
        view = _view(stand, series, data, measure.id, chart, COLUMNS[measure.id], cells)
        made.append({**view, "n": measure.n(series.total), "note": trend_charts.few(series, measure, least)})
    return made


def _view(
    stand: Newsstand, series: Series, data: str, name: str, chart: Chart, columns: Sequence[str], rows: list[list[str]]
) -> SeriesView:
    n, least = series.total.n, stand.minimum_n
    few = f"Fewer than {least} developments: each is a dot, and nothing is claimed." if n < least else ""
    return {
        "id": name,
        "title": chart["title"],
        "n": n,
        "note": few,
        "chart": chart,
        "columns": head(columns, series.grain),
        "rows": rows,
        "csv": link(stand, "CSV", addresses.data(data, "csv")),
        "json": link(stand, "JSON", addresses.data(data)),
    }


def _file(stand: Newsstand, words: str, name: str, both: bool) -> dict[str, Any]:
    json = link(stand, "JSON", addresses.data(name)) if both else None
    return {"text": words, "csv": link(stand, "CSV", addresses.data(name, "csv")), "json": json}


def _addresses() -> Iterator[str]:
    """Every file of the data set."""
    for _, name, both in FILES:
        yield from (addresses.data(name, ending) for ending in (("json", "csv") if both else ("csv",)))
    yield SCHEMA
