"""Topics, entities and terms side by side: small charts on the same scales, and tables with a spark in each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from twosource.pages.newsstand import Newsstand
from twosource.pages.trend_axis import grain_of
from twosource.pages.trend_charts import highest_of, small, spark
from twosource.pages.trend_findings import found_words, href_of, name_of
from twosource.pages.views import SubjectRow
from twosource.pages.wording import decimal, percent
from twosource.trends.series import KEYS, Kind, Series

ROWS = 12
"""Entities and terms in a table, at most: those with most developments."""

TITLES = ((Kind.TOPIC, "Topics"), (Kind.ENTITY, "Entities named most"), (Kind.TERM, "Glossary terms used most"))
"""Tables of the page."""


def multiples(stand: Newsstand) -> list[dict[str, Any]]:
    """Every topic that has developments, most first; bars of all stand on one scale."""
    found = [held for held in stand.trends.series(Kind.TOPIC, grain_of(stand)).values() if held.total.n]
    highest = max((highest_of(held) for held in found), default=1)
    return [
        {
            "id": f"topic-{held.id}",
            "name": name_of(stand, Kind.TOPIC, held.id),
            "href": href_of(stand, Kind.TOPIC, held.id),
            "n": held.total.n,
            "chart": small(stand, held, Kind.TOPIC, highest),
            "found": found_words(stand, Kind.TOPIC, held.id),
        }
        for held in sorted(found, key=lambda held: -held.total.n)
    ]


def tables(stand: Newsstand) -> list[dict[str, Any]]:
    """Topics, entities and terms with their numbers."""
    found = ((kind, title, stand.trends.series(kind, grain_of(stand))) for kind, title in TITLES)
    made = [
        {"id": f"table-{kind}", "title": title, "rows": _rows(stand, kind, held.values()), "of": len(held)}
        for kind, title, held in found
    ]
    return [table for table in made if table["rows"]]


def named_on(stand: Newsstand, topic: str) -> list[dict[str, Any]]:
    """Entities and terms that come up most on a topic; their numbers are those of the whole beat."""
    rows = stand.trends.on(topic)
    made = []
    for kind, title in TITLES[1:]:
        often = Counter(chain.from_iterable(map(KEYS[kind], rows)))
        keys = sorted(often, key=lambda key: (-often[key], key))[:ROWS]
        held = stand.trends.series(kind, grain_of(stand))
        shown = [_row(stand, kind, held[key]) for key in keys]
        made.append({"id": f"table-{kind}", "title": title, "rows": shown, "of": len(often)})
    return [held for held in made if held["rows"]]


def _rows(stand: Newsstand, kind: Kind, found: Iterable[Series]) -> list[SubjectRow]:
    held: Sequence[Series] = sorted(found, key=lambda series: (-series.total.n, series.id))
    return [_row(stand, kind, series) for series in (held if kind is Kind.TOPIC else held[:ROWS]) if series.total.n]


def _row(stand: Newsstand, kind: Kind, series: Series) -> SubjectRow:
    total, enough = series.total, series.enough
    spread = f" ± {decimal(total.spread or 0, 1)}" if total.n > 1 else ""
    return {
        "name": name_of(stand, kind, series.id),
        "href": href_of(stand, kind, series.id),
        "n": total.n,
        "spark": spark(stand, series),
        "impact": f"{decimal(total.impact or 0, 1)}{spread}" if enough else "",
        "share": percent(total.unconfirmed_share or 0) if enough else "",
        "confidence": decimal(total.confidence or 0, 2) if enough else "",
        "outlook": decimal(total.balance or 0, 2) if total.outlooks >= stand.minimum_n else "",
        "found": found_words(stand, kind, series.id),
    }
