"""Dates as writers give them: what was written is kept, and every span is right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.newsroom.moments import Moment, PartialDate
from twosource.newsroom.written_dates import MONTH_NAMES, MONTHS, dates_in

days = st.dates(date(1, 1, 1), date(9999, 12, 31))
zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
steady = settings(deadline=None, derandomize=True, database=None)


@steady
@given(days)
def test_a_day_comes_back_as_it_was_written(day: date) -> None:
    read = PartialDate.parse(day.isoformat())
    assert read == PartialDate.of_day(day)
    assert read is not None
    assert (read.first, read.last, read.text) == (day, day, day.isoformat())


@steady
@given(days)
def test_a_day_lies_in_its_month_quarter_and_year(day: date) -> None:
    forms = (f"{day:%Y-%m}", f"{day:%Y}-Q{(day.month + 2) // 3}", f"{day:%Y}")
    for text in (form.zfill(len(form)) for form in forms):
        span = PartialDate.parse(text.rjust(len(text), "0"))
        if day.year < 1000:
            continue
        assert span is not None
        assert span.text == text
        assert span.first <= day <= span.last
        assert span.meets(PartialDate.of_day(day))
        assert PartialDate.of_day(day).meets(span)


@steady
@given(days, days)
def test_two_days_meet_only_when_they_are_one(one: date, other: date) -> None:
    assert PartialDate.of_day(one).meets(PartialDate.of_day(other)) is (one == other)


@steady
@given(st.text(max_size=12))
def test_whatever_is_read_as_a_date_is_kept_as_it_was_written(text: str) -> None:
    partial, moment = PartialDate.parse(text), Moment.parse(text)
    assert partial is None or partial.text == text
    assert moment is None or moment.text == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_span_runs_from_its_first_to_its_last_day(text: str, first: date, last: date) -> None:
    assert PartialDate.parse(text) == PartialDate(text, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000",
        "25",
        "2025-13",
        "2025-00",
        "2025-Q0",
        "2025-q1",
        "2025-02-30",
        "2025-1-1",
        "2025-10-14T09:00",
        "٢٠٢٥",
    ],
)
def test_other_forms_are_no_dates(text: str) -> None:
    assert PartialDate.parse(text) is None


@steady
@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)), zones)
def test_a_moment_comes_back_at_its_instant_and_its_writers_day(at: datetime, zone: timezone) -> None:
    written = at.replace(second=0, microsecond=0, tzinfo=zone)
    read = Moment.parse(written.isoformat(timespec="minutes"))
    assert read is not None
    assert read.instant == written
    assert read.instant.tzinfo is UTC
    assert read.day == written.date()
    assert read.exact


def test_a_plain_day_begins_at_midnight_utc() -> None:
    day = date(2026, 2, 19)
    assert Moment.parse("2026-02-19") == Moment("2026-02-19", day, datetime(2026, 2, 19, tzinfo=UTC), False)


@pytest.mark.parametrize(
    "text",
    ["2026-02-19T14:30", "2026-02-19 14:30", "2026-02-19T24:30Z", "2026-02-19T14:30 CET", "2026-02-30", "2026-02", ""],
)
def test_a_time_without_zone_and_days_that_are_none_are_no_moments(text: str) -> None:
    assert Moment.parse(text) is None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 14 October 2025", ["2025-10-14"]),
        ("on the 3rd of May, 2025,", ["2025-05-03"]),
        ("on October 14, 2025,", ["2025-10-14"]),
        ("on Sept. 5, 2025", ["2025-09-05"]),
        ("in May 2025 and in Dec 2025", ["2025-05", "2025-12"]),
        ("on 2025-10-14, in 2025-Q4 and in 2025-10", ["2025-10-14", "2025-Q4", "2025-10"]),
        ("from 12 to 14 October 2025", ["2025-10"]),
        ("from October 12–14, 2025", ["2025-10"]),
        ("in 2025", []),
        ("on 30 February 2025", []),
        ("in the 2011-12 season and the 1999-00 one", []),
        ("2025-13", []),
        ("in Auguſt 2025 or Aprıl 2025", []),
        ("she may 2025 times", []),
        ("14 ٣ 2025", []),
    ],
)
def test_dates_are_found_in_running_text(text: str, dates: list[str]) -> None:
    assert [found.text for found in dates_in(text)] == dates


def test_months_have_their_english_names_whatever_the_machine_speaks() -> None:
    """Their first three letters are their short forms; September has a second one."""
    assert len(MONTH_NAMES) == 12
    assert [MONTHS[name.lower()] for name in MONTH_NAMES] == list(range(1, 13))
    assert [MONTHS[name[:3].lower()] for name in MONTH_NAMES] == list(range(1, 13))
    assert MONTHS["sept"] == 9
