"""Developments and briefs by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.story import Change, WatchItem
from twosource.newsroom.story_words import ChangeKind, Status, WatchStatus
from twosource.trends.brief import Brief
from twosource.trends.developments import Development
from twosource.verification.verdict import Band, Level

DAY = date(2026, 3, 10)


def row(day: str, **more: Any) -> Development:
    base = Development(f"s-{day}", date.fromisoformat(day), "trade", (), (), Level.VERIFIED, 5, None, 0.8)
    return base._replace(**more)


def partial(text: str) -> PartialDate:
    found = PartialDate.parse(text)
    assert found
    return found


def forecast(
    due: str,
    status: WatchStatus = WatchStatus.OPEN,
    decided: str = "",
    says: str = "desk",
    likelihood: float | None = None,
) -> WatchItem:
    return WatchItem(
        "It happens.", says, partial(due), "a report", status, likelihood, partial(decided) if decided else None, "", ()
    )


def change(day: str, kind: ChangeKind) -> Change:
    return Change(partial(day), kind, "Text.", ())


def brief(slug: str, **more: Any) -> Brief:
    when = Moment.parse("2026-01-01")
    assert when
    base = Brief(
        slug=slug,
        title=slug,
        summary="",
        category="trade",
        status=Status.PUBLISHED,
        authors=("A",),
        date=when,
        written=None,
        updated=None,
        expires=None,
        affected=(),
        watch=(),
        watch_quotes=(),
        changes=(),
        related=(),
        aliases=(),
        entities=(),
        terms=(),
        publishers=(),
        facts=(),
        sources=0,
        level=Level.VERIFIED,
        n=2,
        badge="Verified by 2 independent sources",
        detail="2 publications",
        publications=2,
        confirmed=0,
        impact=5,
        confidence=0.5,
        band=Band.MODERATE,
        outlook=None,
        outlook_for="",
    )
    return replace(base, **more)
