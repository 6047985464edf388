"""A fact's figures stand in its quotes, however they are written there; `cases/figures.yml` has the rows."""

from __future__ import annotations

import pytest
import yaml

from tests.verification.build import CASES
from twosource.verification.figures import missing_figures
from twosource.verification.figures.figure import Measure
from twosource.verification.figures.reading import figures_in
from twosource.verification.figures.same_value import says

ROWS = [
    pytest.param(*row, id=f"{group['title']}: {row[0]} <- {row[1]}")
    for group in yaml.safe_load((CASES / "figures.yml").read_text(encoding="utf-8"))
    for row in group["rows"]
]


@pytest.mark.parametrize(("fact", "quote", "missing"), ROWS)
def test_row(fact: str, quote: str, missing: list[str]) -> None:
    """Just the figures that the row names are missing from the quote."""
    assert [figure.text for figure in missing_figures(fact, (quote,))] == missing


@pytest.mark.parametrize(("fact", "quote", "missing"), ROWS)
def test_a_sentence_carries_its_own_figures(fact: str, quote: str, missing: list[str]) -> None:
    """Quoted word for word, nothing is ever missing."""
    assert missing_figures(fact, (fact,)) == missing_figures(quote, (quote,)) == ()


def test_figures_may_come_from_several_quotes() -> None:
    """One quote gives the sum, another the year."""
    assert missing_figures("It paid $5m in 2025.", ("paid $5m", "in 2025")) == ()
    assert [figure.text for figure in missing_figures("It paid $5m in 2025.", ())] == ["$5m", "2025"]


def test_a_figure_keeps_its_measure_its_unit_and_how_it_was_written() -> None:
    """In the order of the text."""
    read = [(one.measure, one.low, one.unit, one.text) for one in figures_in("It paid US$5bn, 30% of it.")]
    assert read == [(Measure.MONEY, 5e9, "USD", "US$5bn"), (Measure.PERCENT, 30, "", "30%")]


def test_a_date_is_carried_by_one_as_exact_and_never_by_a_vaguer_one() -> None:
    """`says` is no symmetric relation."""
    (day,), (month,) = figures_in("2025-10-14"), figures_in("2025-10")
    assert says(day, month)
    assert not says(month, day)


def test_text_without_figures_has_none() -> None:
    """Nothing is read out of words that only resemble numbers."""
    assert figures_in("Tension often weighs on someone; no one won, and nine-to-five it is not.") != ()
    assert figures_in("Tension often weighs on someone, and no one won.") == ()
