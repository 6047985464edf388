"""The calendar: a row for each year, a cell for each month, as dark as the highest impact in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from twosource.newsroom.written_dates import MONTH_NAMES
from twosource.pages.trend_words import month_words
from twosource.pages.views import CalendarView
from twosource.pages.wording import counted
from twosource.trends.developments import Development

STEPS = ((1, 1, 3), (2, 4, 5), (3, 6, 7), (4, 8, 10))
"""Shade, and the impact from which and up to which it stands."""


def calendar(rows: Iterable[Development]) -> CalendarView:
    """Years without a development are left out, between others too: the charts mark gaps in coverage."""
    held: dict[int, dict[int, list[Development]]] = {}
    for row in rows:
        held.setdefault(row.day.year, {}).setdefault(row.day.month, []).append(row)
    return {
        "title": "Developments by month and impact",
        "months": list(MONTH_NAMES),
        "years": [_year(year, held[year]) for year in sorted(held)],
        "steps": [{"step": step, "text": f"{low}–{high}"} for step, low, high in STEPS],
    }


def _year(year: int, months: Mapping[int, Sequence[Development]]) -> dict[str, Any]:
    cells = [_cell(months[month]) if month in months else None for month in range(1, 13)]
    return {"year": str(year), "n": sum(map(len, months.values())), "cells": cells}


def _cell(rows: Sequence[Development]) -> dict[str, Any]:
    top = max(row.impact for row in rows)
    return {
        "n": len(rows),
        "top": top,
        "step": next(step for step, _, high in STEPS if top <= high),
        "label": f"{month_words(rows[0].day)}: {counted(len(rows), 'development')}, highest impact {top}",
    }
