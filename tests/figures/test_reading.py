"""A sentence is read into figures: what each measures, how much, how sure, and in which role."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.verification.figures.figure import Bound, Figure, Measure, Role
from twosource.verification.figures.reading import figures_in
from twosource.verification.figures.same_value import comparable, excludes, says
from twosource.verification.fingerprint import fold

TUESDAY = date(2019, 4, 23)


def one(text: str) -> Figure:
    (figure,) = figures_in(text)
    return figure


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("a $1.2 billion fine", Measure.MONEY, 1.2e9, "USD"),
        ("tariffs on $34bn of goods", Measure.MONEY, 34e9, "USD"),
        ("75 BILLION DOLLARS of product", Measure.MONEY, 75e9, "USD"),
        ("it cost €3 million", Measure.MONEY, 3e6, "EUR"),
        ("40 per cent of output", Measure.PERCENT, 40, ""),
        ("up by 0.3 percent", Measure.PERCENT, 0.3, ""),
        ("half of the members", Measure.PERCENT, 50, ""),
        ("a cut of 50 basis points", Measure.POINTS, 0.5, ""),
        ("two years", Measure.MONTHS, 24, ""),
        ("a six-month waiver", Measure.MONTHS, 6, ""),
        ("a 41-year-old rule", Measure.MONTHS, 492, ""),
        ("10 weeks", Measure.SECONDS, 6_048_000, ""),
        ("3 tonnes of ore", Measure.QUANTITY, 3000, "mass"),
        ("5 p.m. sharp", Measure.TIME, 1020, ""),
        ("the 45th president", Measure.ORDINAL, 45, ""),
        ("a dozen states", Measure.NUMBER, 12, ""),
        ("forty-five people", Measure.NUMBER, 45, ""),
        ("one hundred and twenty ships", Measure.NUMBER, 120, ""),
        ("the 12-nation pact", Measure.NUMBER, 12, ""),
        ("half a million jobs", Measure.NUMBER, 500_000, ""),
        ("dozens of ships", Measure.VAGUE, 12, ""),
        ("a quarter of a percentage point", Measure.POINTS, 0.25, ""),
        ("a half-point cut", Measure.POINTS, 0.5, ""),
        ("halted for a quarter of an hour", Measure.SECONDS, 900, ""),
        ("half an hour", Measure.SECONDS, 1800, ""),
        ("it lasted a day and a half", Measure.SECONDS, 129_600, ""),
        ("an hour and 20 minutes", Measure.SECONDS, 4800, ""),
        ("two years and three months", Measure.MONTHS, 27, ""),
        ("once in a decade", Measure.MONTHS, 120, ""),
        ("for a fortnight", Measure.SECONDS, 1_209_600, ""),
        ("within 15 session days", Measure.SECONDS, 1_296_000, ""),
        ("one in three companies", Measure.PERCENT, 100 / 3, ""),
        ("nine out of ten doctors", Measure.PERCENT, 90, ""),
        ("40,000 m³ of gas", Measure.QUANTITY, 40_000_000, "volume"),
        ("40 °C in the shade", Measure.QUANTITY, 40, "celsius"),
        ("40 degrees Celsius", Measure.QUANTITY, 40, "celsius"),
        ("5 p.m. Eastern time", Measure.TIME, 1020, "E"),
        ("more than 25 times that of others", Measure.TIMES, 25, ""),
        ("the first-quarter profit", Measure.ORDINAL, 1, ""),
        ("the profit of Q3", Measure.ORDINAL, 3, ""),
        ("52 votes to 47 for the bill that passed", Measure.SCORE, 52, ""),
        ("the rate doubled", Measure.TIMES, 2, ""),
    ],
)
def test_a_figure_is_read_with_its_measure_and_worth(text: str, measure: Measure, value: float, unit: str) -> None:
    figure = one(fold(text).text)
    assert (figure.measure, figure.unit) == (measure, unit)
    assert figure.low == pytest.approx(value)
    assert figure.measure is Measure.SCORE or figure.high == figure.low


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 50 aircraft", Bound.AT_LEAST),
        ("nearly 40% of it", Bound.NEARLY),
        ("close to 1,000 jobs", Bound.NEARLY),
        ("up to $60 billion", Bound.AT_MOST),
        ("as much as 34%", Bound.AT_MOST),
        ("no more than 30 days", Bound.AT_MOST),
        ("more than 600 points", Bound.OVER),
        ("over 18,000 taxes", Bound.OVER),
        ("fewer than 20 ships", Bound.UNDER),
        ("about 400 will move", Bound.ABOUT),
        ("300 jobs or so, or 300 or more", Bound.EXACT),
        ("30 or more", Bound.AT_LEAST),
    ],
)
def test_words_that_make_a_number_rough_are_part_of_it(text: str, bound: Bound) -> None:
    assert figures_in(text)[0].bound is bound


def test_over_behind_a_word_of_flying_may_be_no_bound_at_all() -> None:
    assert one("flights over 11 states").loose
    assert not one("they paid over 11 billion").loose


@pytest.mark.parametrize("text", ["duties of 5% to 25%", "between 5 and 25 percent", "5-25 percent", "5 to 25 percent"])
def test_a_range_is_one_figure_however_it_is_written(text: str) -> None:
    figure = one(text)
    assert (figure.measure, figure.low, figure.high) == (Measure.PERCENT, 5, 25)


def test_a_change_is_two_figures_with_their_roles() -> None:
    old, new = figures_in("the rate was raised from 10% to 25%")
    assert (old.low, old.role, new.low, new.role) == (10, Role.BEFORE, 25, Role.AFTER)
    assert one("shares fell 3 percent").role is Role.STEP


def test_coordinated_numbers_share_their_unit() -> None:
    assert [figure.measure for figure in figures_in("25 and 10 percent")] == [Measure.PERCENT, Measure.PERCENT]


@pytest.mark.parametrize(
    "text",
    ["Section 232 applies", "the Group of Seven met", "a Boeing 737 MAX", "COVID-19", "N95 masks", "no one came"],
)
def test_numbers_in_names_state_nothing(text: str) -> None:
    assert figures_in(text) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 14 October 2025", ("2025-10-14",)),
        ("in October 2025", ("2025-10",)),
        ("on Sept. 8", ("--09-08",)),
        ("in 2018", ("2018",)),
        ("fiscal 2018", ("2018",)),
        ("it failed on Tuesday", ("2019-04-23",)),
        ("it failed on Friday", ("2019-04-19",)),
        ("it will begin on Friday", ("2019-04-19", "2019-04-26")),
        ("last year", ("2018",)),
        ("yesterday", ("2019-04-22",)),
    ],
)
def test_dates_are_read_and_those_that_lean_on_publication_are_reckoned(text: str, days: tuple[str, ...]) -> None:
    assert one_dated(text).days == days


def one_dated(text: str) -> Figure:
    (figure,) = figures_in(text, TUESDAY)
    return figure


def test_the_last_day_of_a_span_is_a_date_too() -> None:
    assert [one.days for one in figures_in("from Sept. 8 through 22, after the storm")] == [("--09-08",), ("--09-22",)]


def test_a_rate_is_kept_apart_from_its_amount() -> None:
    assert one("$16 an hour").per == "hour"
    assert one("up to five hours of leave a month").per == "month"


@given(st.integers(min_value=2000, max_value=10**12), st.sampled_from(("ships", "people", "tariff lines")))
def test_a_count_reads_the_same_with_and_without_commas(number: int, thing: str) -> None:
    grouped = one(f"There were {number:,} {thing}")
    assert grouped.low == number
    if number > 9999:
        assert one(f"There were {number} {thing}").low == number


@given(st.text(max_size=120))
def test_any_text_can_be_read_and_each_figure_lies_in_it(text: str) -> None:
    for figure in figures_in(text, TUESDAY):
        assert 0 <= figure.start < figure.end <= len(text)


@given(st.sampled_from(("$%d billion", "%d percent", "%d companies", "%d months", "%d km")), st.integers(2, 900))
def test_every_figure_says_itself_and_never_excludes_itself(form: str, number: int) -> None:
    figure = figures_in(form % number)[0]
    assert says(figure, figure)
    assert not excludes(figure, figure)


@given(st.integers(2, 900), st.integers(2, 900))
def test_two_counts_say_each_other_only_when_they_are_equal(a: int, b: int) -> None:
    one_figure, other = one(f"{a} firms"), one(f"{b} firms")
    assert comparable(one_figure, other)
    assert says(one_figure, other) == (a == b)
    assert excludes(one_figure, other) == (a != b)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("in office 2007-2009", ["2007", "2009"]),
        ("the 2018-19 season", ["2018", "2019"]),
        ("passed in the 1990s", ["199"]),
        ("page 1998-1234", []),
    ],
)
def test_spans_of_years_and_decades_are_dates(text: str, days: list[str]) -> None:
    assert [one.days[0] for one in figures_in(text) if one.measure is Measure.DATE] == days


def test_a_year_of_accounts_is_told_from_one_of_the_calendar() -> None:
    for text in ("fiscal 2018", "the budget year 2018", "FY2018", "the 2018 fiscal year"):
        assert not says(one(text), one("in 2018")), text
        assert says(one(text), one("in fiscal 2018")), text


def test_two_periods_of_two_things_stay_two() -> None:
    for text in ("after two days and three people died", "30 people two days ago"):
        assert len(figures_in(text)) == 2, text
