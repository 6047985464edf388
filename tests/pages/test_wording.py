"""Numbers, lists and dates read the same everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.newsroom.moments import Moment, PartialDate
from twosource.pages import dates
from twosource.pages.wording import counted, decimal, listed, percent, sentence, web_address


@pytest.mark.parametrize(
    ("written", "iso", "shown"),
    [
        ("2026-02-19", "2026-02-19", "19 February 2026"),
        ("2025-10", "2025-10", "October 2025"),
        ("2025", "2025", "2025"),
        ("2025-Q4", "2025", "Q4 2025"),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_was_written(written: str, iso: str, shown: str) -> None:
    found = PartialDate.parse(written)
    assert found
    assert dates.partial(found) == {"iso": iso, "shown": shown}


@pytest.mark.parametrize(
    ("written", "iso", "shown"),
    [
        ("2026-02-19", "2026-02-19", "19 February 2026"),
        ("2026-02-19T14:30+01:00", "2026-02-19T14:30:00+01:00", "19 February 2026, 14:30 UTC+01:00"),
        ("2026-02-19 14:30 -0530", "2026-02-19T14:30:00-05:30", "19 February 2026, 14:30 UTC-05:30"),
        ("2026-02-19T14:30:05Z", "2026-02-19T14:30:05+00:00", "19 February 2026, 14:30 UTC"),
    ],
)
def test_a_moment_keeps_the_writers_zone(written: str, iso: str, shown: str) -> None:
    found = Moment.parse(written)
    assert found
    assert dates.moment(found) == {"iso": iso, "shown": shown}
    assert dates.moment_day(found) == {"iso": "2026-02-19", "shown": "19 February 2026"}
    assert dates.machine(found) == iso


def test_lists_and_counts() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [counted(n, "source") for n in (0, 1, 2, 1200)] == ["0 sources", "1 source", "2 sources", "1,200 sources"]
    assert counted(2, "story", "stories") == "2 stories"


@pytest.mark.parametrize(("value", "shown"), [(0.4, "40 %"), (1 / 3, "33.3 %"), (0, "0 %"), (1, "100 %")])
def test_shares_are_shown_in_percent(value: float, shown: str) -> None:
    assert percent(value) == shown


@given(st.floats(-1000, 1000))
def test_a_number_never_ends_in_a_point_or_reads_minus_nought(value: float) -> None:
    shown = decimal(value, 2)
    assert not shown.endswith(".")
    assert shown not in ("-0", "−0")
    assert abs(float(shown.replace("−", "-")) - value) <= 0.00501


def test_a_sentence_ends_once() -> None:
    assert [sentence(text) for text in ("So", "So.", "So?", "“So.”")] == ["So.", "So.", "So?", "“So.”"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JAVASCRIPT:x", "data:x", "file:///x", "http://[x", "//x", ""]
)
def test_only_web_and_mail_addresses_are_followed(address: str) -> None:
    assert web_address(address) == ""
