"""Developments and stories by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from twosource.newsroom.body import Body
from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story import Change, Consequence, Consequences, Story, WatchItem
from twosource.newsroom.story_words import ChangeKind, Status, WatchStatus
from twosource.trends.developments import Development
from twosource.verification.verdict import Level

DAY = date(2026, 3, 10)


def row(day: str, **more: Any) -> Development:
    base = Development(f"s-{day}", date.fromisoformat(day), "trade", (), (), Level.VERIFIED, 5, None)
    return replace(base, **more)


def partial(text: str) -> PartialDate:
    found = PartialDate.parse(text)
    assert found
    return found


def forecast(due: str, status: WatchStatus = WatchStatus.OPEN, decided: str = "", says: str = "desk") -> WatchItem:
    return WatchItem(
        "It happens.", says, partial(due), "a report", status, None, partial(decided) if decided else None, "", ()
    )


def change(day: str, kind: ChangeKind) -> Change:
    return Change(partial(day), kind, "Text.", ())


def story(slug: str, **more: Any) -> Story:
    when = Moment.parse("2026-01-01")
    assert when
    none = Consequence(0, "", ())
    base = Story(
        path=f"{slug}.md",
        slug=slug,
        title=slug,
        date=when,
        written=None,
        updated=None,
        category="trade",
        authors=("A",),
        editor="",
        ai_use="",
        status=Status.PUBLISHED,
        expires=None,
        summary="",
        takeaways=(),
        sources=(),
        facts=(),
        mentioned=(),
        affected=(),
        outlook=None,
        impact=Consequences(none, none, none),
        timeline=(),
        watch=(),
        unknowns=(),
        pull_quote=None,
        related=(),
        changes=(),
        aliases=(),
        body=Body("", 1),
        sound=True,
        where=SourceMap(f"{slug}.md"),
    )
    return replace(base, **more)
