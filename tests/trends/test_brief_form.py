"""The compact form holds all of a brief, and nothing but primitives."""

from __future__ import annotations

import marshal
from dataclasses import replace

from twosource.newsroom.moments import Moment
from twosource.newsroom.story import Affected, Quote
from twosource.newsroom.story_words import ChangeKind, Effect, FactKind, OutlookValue, Stance, WatchStatus
from twosource.trends.brief import Brief, BriefFact, CitedQuote
from twosource.trends.brief_form import CHANGES, WATCH, pack, unpack
from twosource.trends.row import Row, row_of
from twosource.verification.verdict import FactStatus, JudgedQuote, State

from .rows import brief, change, forecast, partial

RECEIPT = "ab" * 32


def full() -> Brief:
    quote = Quote("daily", "It did.", Stance.SUPPORTS)
    judged = JudgedQuote("daily", "It did.", Stance.SUPPORTS, State.FOUND, "https://daily.example/#:~:text=It")
    item = forecast("2026-Q1", WatchStatus.CAME_TRUE, "2026-02")
    return brief(
        "full",
        written=Moment.parse("2026-02-19T14:30+01:00"),
        updated=Moment.parse("2026-03-01"),
        expires=Moment.parse("1969-12-31"),
        affected=(Affected("china", Effect.NEGATIVE, "Because.", (1, 2), "by 2027"),),
        watch=(replace(item, likelihood=0.6, evidence=(quote,)), forecast("2027")),
        watch_quotes=((CitedQuote(judged, "daily", "https://daily.example/"),), ()),
        changes=(change("2026-03", ChangeKind.CORRECTION),),
        related=("other",),
        aliases=("/old/",),
        entities=("china", "roe"),
        terms=("wto",),
        publishers=("daily", "office"),
        facts=(
            BriefFact(1, "A.", FactKind.FACT, "", True, partial("2025-10"), 2, 0, FactStatus.CONFIRMED),
            BriefFact(2, "B.", FactKind.CLAIM, "roe", False, None, 1, 1, FactStatus.DISPUTED),
        ),
        outlook=OutlookValue.BULLISH,
        outlook_for="china",
    )


def test_a_brief_comes_back_as_it_was() -> None:
    for held in (full(), brief("bare")):
        again = unpack(marshal.loads(marshal.dumps(pack(held))))
        assert again == held
        assert repr(again) == repr(held), "words of a list are no plain strings"


def test_the_forecasts_and_the_changes_stand_where_a_row_looks_for_them() -> None:
    bare = pack(brief("full"))
    assert len(pack(full())[WATCH]) == 2
    assert len(pack(full())[CHANGES]) == 1
    assert (bare[WATCH], bare[CHANGES]) == ((), ())


def test_a_row_comes_back_from_its_primitives() -> None:
    row = row_of(full(), "content/full.md", RECEIPT)
    assert Row(*marshal.loads(marshal.dumps(tuple(row)))) == row
    assert row.speakers == ("roe",)
    assert (row.forecasts, len(row.logged), row.aliases) == (2, 1, ("/old/",))


def test_the_mark_is_of_all_that_a_brief_says() -> None:
    """Each field changed by itself gives another mark."""
    held, other = full(), brief("bare", title="Other", summary="More", sources=9, impact=1, confidence=0.1, n=7)
    mark = row_of(held, "", RECEIPT).mark
    for name in Brief.__slots__:
        if getattr(held, name) != getattr(other, name):
            assert row_of(replace(held, **{name: getattr(other, name)}), "", RECEIPT).mark != mark, name
