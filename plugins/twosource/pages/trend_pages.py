"""The longitudinal view: the beat, and each topic; every chart with its table and its data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from twosource.pages import addresses, trend_charts
from twosource.pages.cards import cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.json_ld import Thing
from twosource.pages.json_ld_things import DataSet, dataset
from twosource.pages.lists import PAGE_LENGTH
from twosource.pages.methodology import versions
from twosource.pages.names import entity_chip, entity_name, topic_link, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.track_record import track_record
from twosource.pages.trend_measures import MEASURES, singles
from twosource.pages.trend_tables import COLUMNS, COUNTED, counts, table
from twosource.pages.views import Chart, TrendBody, TrendsBody
from twosource.pages.views import Series as SeriesView
from twosource.pages.wording import counted, decimal, percent
from twosource.trends.developments import Development
from twosource.trends.movement import Movement
from twosource.trends.series import Series

PAIRS = 20
"""Pairs of entities shown, at most, and only those named together twice; the data holds them all."""

ABOUT = (
    "Developments on {}, counted by month from published stories, with their badges, mean impact and outlook "
    "balance. A development is a story, however many articles it cites; retracted stories are left out."
)
"""What the data set holds."""

MEASURED = (
    *("developments", "developments by badge", "mean impact, 1 to 10"),
    *("share of developments that are not confirmed", "outlook balance, -1 to 1"),
)
"""What is counted for each month."""


def trend_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The view of the beat, then one of each topic."""
    yield Sheet(addresses.TRENDS, "trends.html", _beat, indexed=True)
    for topic in stand.topics:
        yield Sheet(addresses.trend(topic), "trend.html", partial(_topic, topic=topic), indexed=True)


def _beat(stand: Newsstand) -> Page:
    hub, found = stand.library.hub, stand.trends
    files = (
        addresses.data("trends"),
        addresses.data("trends", "csv"),
        addresses.data("watch"),
        addresses.data("corrections"),
    )
    head = Head(
        title="Trends",
        description=f"What moves on the beat of {hub.name}: developments, impact and outlook over time.",
        crumbs=(("Trends", addresses.TRENDS),),
        json_ld=(_data(stand, f"Trends of {hub.name}", "the beat", addresses.TRENDS, files, found.beat),),
    )
    body: TrendsBody = {
        "n": found.beat.total.n,
        "minimum_n": found.minimum_n,
        "series": _series(stand, found.beat, stand.developments(), "trends"),
        "topics": [_row(stand, topic.id) for topic in hub.topics],
        "together": [
            {"a": entity_chip(stand, pair.a), "b": entity_chip(stand, pair.b), "count": pair.count}
            for pair in found.pairs[:PAIRS]
            if pair.count > 1
        ],
        "record": track_record(stand),
        "versions": versions(stand),
        "movements": [_movement(stand, held, topic=True) for held in found.movements]
        + [_movement(stand, held, topic=False) for held in found.entity_movements],
    }
    return html_page(stand, addresses.TRENDS, "trends.html", head, body)


def _topic(stand: Newsstand, topic: str) -> Page:
    name, series = topic_name(stand, topic), stand.trends.topics[topic]
    data = f"trends-{topic}"
    files = (addresses.data(data), addresses.data(data, "csv"))
    head = Head(
        title=f"Trends: {name}",
        description=f"Developments on {name} over time, with their badges and impact.",
        crumbs=(("Trends", addresses.TRENDS), (name, addresses.trend(topic))),
        json_ld=(_data(stand, f"Trends: {name}", name, addresses.trend(topic), files, series),),
        feeds=((f"Stories on {name}", addresses.topic_feed(topic)),),
    )
    body: TrendBody = {
        "name": name,
        "topic": topic_link(stand, topic),
        "n": series.total.n,
        "minimum_n": stand.minimum_n,
        "series": _series(stand, series, stand.developments(topic), data),
        "cards": cards(stand, stand.on_topic(topic)[:PAGE_LENGTH]),
    }
    return html_page(stand, addresses.trend(topic), "trend.html", head, body)


def _data(stand: Newsstand, name: str, what: str, page: str, files: tuple[str, ...], series: Series) -> Thing:
    """The numbers of a page as structured data."""
    months = [point.period.label for point in series.points]
    covers = f"{months[0]}/{months[-1]}" if months else ""
    return dataset(stand, DataSet(name, ABOUT.format(what), page, files, MEASURED, covers))


def _series(stand: Newsstand, series: Series, rows: Sequence[Development], data: str) -> list[SeriesView]:
    """Below the minimum n only single developments are shown, and no mean, share or balance."""
    made = [
        _view(stand, series, data, "developments", trend_charts.developments(stand, series), COUNTED, counts(series))
    ]
    least = stand.minimum_n
    for measure in MEASURES if series.enough else MEASURES[:1] if series.total.n else ():
        held = singles(rows, measure, stand.trends.grain)
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
        "columns": list(columns),
        "rows": rows,
        "csv": link(stand, "CSV", addresses.data(data, "csv")),
        "json": link(stand, "JSON", addresses.data(data)),
    }


def _row(stand: Newsstand, topic: str) -> dict[str, Any]:
    series = stand.trends.topics[topic]
    total = series.total
    share, impact = total.unconfirmed_share, total.impact
    return {
        "name": topic_name(stand, topic),
        "href": stand.href(addresses.trend(topic)),
        "n": total.n,
        "spark": trend_charts.spark(stand, series),
        "single_share": percent(share) if series.enough and share is not None else "",
        "impact": decimal(impact, 1) if series.enough and impact is not None else "",
    }


def _movement(stand: Newsstand, held: Movement, *, topic: bool) -> dict[str, Any]:
    name = topic_name(stand, held.id) if topic else entity_name(stand, held.id)
    target = addresses.trend(held.id) if topic else addresses.entity(held.id)
    verb = "rises" if held.rises else "falls"
    return {
        "name": name,
        "href": stand.href(target),
        "before": held.before,
        "after": held.after,
        "text": f"{verb}: {counted(held.after, 'development')} in the last 365 days, {held.before} in the "
        f"365 before; a split at least this uneven has a chance of {held.chance:.1g} when nothing changes.",
    }
