"""The longitudinal view: the beat, and each topic; every chart with its table and its data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.newsroom.story import Story
from twosource.pages import addresses, trend_charts
from twosource.pages.cards import cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.json_ld import dataset
from twosource.pages.lists import PAGE_LENGTH
from twosource.pages.methodology import versions
from twosource.pages.names import entity_chip, entity_name, topic_link, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.track_record import track_record
from twosource.pages.trend_tables import COLUMNS, table
from twosource.pages.views import Series as SeriesView
from twosource.pages.views import TrendBody, TrendsBody
from twosource.pages.wording import counted, decimal, percent
from twosource.trends.movement import Movement
from twosource.trends.series import Series

PAIRS = 20
"""Pairs of entities shown; the data holds them all."""

ABOUT = (
    "Developments on {}, counted by month from published stories, with their badges, mean impact and outlook "
    "balance. A development is a story, however many articles it cites; retracted stories are left out."
)
"""What the data set holds."""


def trend_pages(stand: Newsstand) -> Iterator[Page]:
    """The view of the beat, then one of each topic."""
    yield _beat(stand)
    for topic in stand.library.hub.topics:
        yield _topic(stand, topic.id)


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
        json_ld=(dataset(stand, f"Trends of {hub.name}", ABOUT.format("the beat"), addresses.TRENDS, files),),
    )
    body: TrendsBody = {
        "n": found.beat.total.n,
        "minimum_n": found.minimum_n,
        "series": _series(stand, found.beat, stand.standing, "trends"),
        "topics": [_row(stand, topic.id) for topic in hub.topics],
        "together": [
            {"a": entity_chip(stand, pair.a), "b": entity_chip(stand, pair.b), "count": pair.count}
            for pair in found.pairs[:PAIRS]
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
    head = Head(
        title=f"Trends: {name}",
        description=f"Developments on {name} over time, with their badges and impact.",
        crumbs=(("Trends", addresses.TRENDS), (name, addresses.trend(topic))),
        json_ld=(
            dataset(
                stand,
                f"Trends: {name}",
                ABOUT.format(name),
                addresses.trend(topic),
                (addresses.data(data), addresses.data(data, "csv")),
            ),
        ),
        feeds=((f"Stories on {name}", addresses.topic_feed(topic)),),
    )
    body: TrendBody = {
        "name": name,
        "topic": topic_link(stand, topic),
        "n": series.total.n,
        "minimum_n": stand.trends.minimum_n,
        "series": _series(stand, series, stand.by_topic[topic], data),
        "cards": cards(stand, stand.by_topic[topic][:PAGE_LENGTH]),
    }
    return html_page(stand, addresses.trend(topic), "trend.html", head, body)


def _series(stand: Newsstand, series: Series, stories: tuple[Story, ...], data: str) -> list[SeriesView]:
    """Below the minimum n only single developments are shown, and no mean, share or balance."""
    n, least = series.total.n, stand.trends.minimum_n
    charts = [("developments", trend_charts.developments(stand, series))]
    if series.enough:
        charts += [
            ("impact", trend_charts.impact(stand, series)),
            ("unconfirmed", trend_charts.unconfirmed(stand, series)),
            ("outlook", trend_charts.balance(stand, series)),
        ]
    elif n:
        charts += [("impact", trend_charts.impact_dots(stand, series, stories))]
    note = (
        ""
        if series.enough
        else (f"{counted(n, 'development')}: fewer than {least}, so each is a dot of its own and nothing is claimed.")
    )
    csv = link(stand, "CSV", addresses.data(data, "csv"))
    json = link(stand, "JSON", addresses.data(data))
    return [
        {
            "id": name,
            "title": chart["title"],
            "n": n,
            "note": note,
            "chart": chart,
            "columns": list(COLUMNS[name]),
            "rows": table(series, name),
            "csv": csv,
            "json": json,
        }
        for name, chart in charts
    ]


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
