"""Forecasts stand where the day puts them; faults are counted by story."""

from __future__ import annotations

from datetime import timedelta

import pytest

from twosource.newsroom.story import WatchItem
from twosource.newsroom.story_words import ChangeKind, WatchStatus
from twosource.trends.corrections import corrections_of
from twosource.trends.ledger import ForecastState, ledger_of, records_of, state_on
from twosource.trends.together import companions, pairs_of

from .rows import DAY, brief, change, forecast, row


@pytest.mark.parametrize(
    ("due", "state"),
    [
        ("2026-03-09", ForecastState.OVERDUE),
        ("2026-03-10", ForecastState.DUE),
        ("2026-04-09", ForecastState.DUE),
        ("2026-04-10", ForecastState.OPEN),
        ("2026-03", ForecastState.DUE),
        ("2026", ForecastState.OPEN),
        ("2026-02", ForecastState.OVERDUE),
        ("2026-Q1", ForecastState.DUE),
    ],
)
def test_a_forecast_is_overdue_only_when_its_last_day_has_passed(due: str, state: ForecastState) -> None:
    assert state_on(forecast(due), DAY) is state


def test_a_forecast_decided_later_was_still_open_on_the_day() -> None:
    item = forecast("2026-05", WatchStatus.CAME_TRUE, "2026-03-11")
    assert state_on(item, DAY) is ForecastState.OPEN
    assert state_on(item, DAY + timedelta(days=1)) is ForecastState.CAME_TRUE


def test_the_ledger_is_in_order_of_the_days_on_which_it_falls_due() -> None:
    stories = [brief("b", watch=(forecast("2027"), forecast("2026-04"))), brief("a", watch=(forecast("2026-04"),))]
    assert [entry.id for entry in ledger_of(stories, DAY)] == ["a-1", "b-2", "b-1"]


def test_a_track_record_is_kept_for_each_speaker_and_claims_no_rate_below_the_minimum() -> None:
    true = forecast("2026-01", WatchStatus.CAME_TRUE, "2026-01-02", "roe")
    false = forecast("2026-01", WatchStatus.DID_NOT, "2026-01-02", "roe")
    vague = forecast("2026-01", WatchStatus.UNCLEAR, "2026-01-02")
    stories = [brief("a", watch=(true, true, false, vague, forecast("2027", says="poe")))]
    first, second = records_of(ledger_of(stories, DAY), 3)
    assert (first.says, first.decided, first.came_true, first.did_not, first.enough) == ("roe", 3, 2, 1, True)
    assert first.hit_rate == pytest.approx(2 / 3)
    assert (second.says, second.decided, second.unclear, second.enough) == ("desk", 1, 1, False)
    assert (second.hit_rate, second.brier) == (None, None)


def test_what_could_not_be_told_is_neither_a_hit_nor_a_miss() -> None:
    true = forecast("2026-01", WatchStatus.CAME_TRUE, "2026-01-02", "roe")
    vague = forecast("2026-01", WatchStatus.UNCLEAR, "2026-01-02", "roe")
    (record,) = records_of(ledger_of([brief("a", watch=(true, true, vague, vague))], DAY), 2)
    assert (record.decided, record.told, record.hit_rate) == (4, 2, 1.0)
    (record,) = records_of(ledger_of([brief("a", watch=(true, vague, vague))], DAY), 2)
    assert record.hit_rate is None, "two that could not be told make no second hit"


def test_a_brier_score_is_the_mean_square_of_likelihood_less_outcome() -> None:
    def said(status: WatchStatus, likelihood: float | None) -> WatchItem:
        return forecast("2026-01", status, "2026-01-02", "roe", likelihood)

    true, false, vague = WatchStatus.CAME_TRUE, WatchStatus.DID_NOT, WatchStatus.UNCLEAR
    held = (said(true, 0.8), said(false, 0.4), said(vague, 0.9), said(true, None))
    (record,) = records_of(ledger_of([brief("a", watch=held)], DAY), 2)
    assert (record.told, record.likely) == (3, 2)
    assert record.brier == pytest.approx((0.2**2 + 0.4**2) / 2)
    (record,) = records_of(ledger_of([brief("a", watch=held)], DAY), 3)
    assert record.brier is None, "two likelihoods are too few for a score where three are the least"
    assert record.hit_rate is not None


def test_two_corrections_of_one_story_are_two_entries_and_one_fault() -> None:
    held = [
        brief("a", changes=(change("2026-01-05", ChangeKind.CORRECTION), change("2026-02-05", ChangeKind.CORRECTION)))
    ]
    log = corrections_of(held, 1, DAY, 1)
    assert [(entry.slug, entry.n) for entry in log.entries] == [("a", 2), ("a", 1)]
    assert log.faulty == 1


def test_updates_are_no_corrections_and_clarifications_are_no_faults() -> None:
    held = [
        brief("a", changes=(change("2026-01-05", ChangeKind.UPDATE), change("2026-01-06", ChangeKind.CLARIFICATION)))
    ]
    log = corrections_of(held, 1, DAY, 1)
    assert [entry.change.kind for entry in log.entries] == [ChangeKind.CLARIFICATION]
    assert log.faulty == 0


def test_a_change_made_after_the_day_is_not_told() -> None:
    held = [brief("a", changes=(change("2026-03-11", ChangeKind.CORRECTION),))]
    assert corrections_of(held, 1, DAY, 1).entries == ()


def test_pairs_are_counted_once_for_each_development() -> None:
    rows = [row("2026-01-01", entities=("b", "a", "c")), row("2026-01-02", entities=("a", "b"))]
    pairs = pairs_of(rows)
    assert [(pair.a, pair.b, pair.count) for pair in pairs] == [("a", "b", 2), ("a", "c", 1), ("b", "c", 1)]
    assert companions("a", [one.entities for one in rows]) == (("b", 2), ("c", 1))
