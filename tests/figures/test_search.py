"""Whole texts are searched strictly: the figure must stand in the clause that speaks of the same thing."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.verification.figures import Document, Outcome, search
from twosource.verification.figures.sentences import sentences

PAPER = """\
The port of Harwich took in 40 ships in March, the harbour office said. In the same month 25 trucks crossed the border.

Northline plans to buy 12 tankers from Hyundai, and Seaways plans to lease 30 barges from the port. The deals are worth
more than $3 billion. Northline was founded in 1990 and employs 4,000 people.

In 2015 it counted 900 claims, and 310 were settled. In 2016 there were 1,200 claims filed, and 450 were settled.

Duties of 8 percent on copper and 4 percent on zinc take effect on Friday, the minister said. The rate for tin was
raised from 3% to 6%.
"""

DOCUMENT = Document("harbour", PAPER, date(2016, 4, 5))


def outcome(fact: str) -> Outcome:
    return search(fact, [DOCUMENT]).outcome


@pytest.mark.parametrize(
    "fact",
    [
        "Forty ships came to Harwich in March.",
        "Northline plans to buy 12 tankers.",
        "Seaways plans to lease 30 barges.",
        "The deals are worth more than $3bn.",
        "In 2015, 310 claims were settled.",
        "In 2016 1,200 claims were filed and 450 settled.",
        "The duty on copper is 8 per cent.",
        "The duty on zinc is 4 per cent.",
        "The duties take effect on April 8.",
        "The rate for tin rose from 3% to 6%.",
        "Northline employs 4,000 people.",
        "Northline is 26 years old.",
    ],
)
def test_a_fact_that_the_text_carries_is_supported(fact: str) -> None:
    found = search(fact, [DOCUMENT])
    assert found.outcome is Outcome.SUPPORTED, found.missing
    assert all(one.quote in PAPER for one in found.passages)
    assert found.passages


@pytest.mark.parametrize(
    "fact",
    [
        "Forty trucks came to Harwich in March.",
        "Northline plans to buy 30 tankers.",
        "Seaways plans to lease 12 barges.",
        "Seaways plans to buy 12 tankers.",
        "The deals are worth $3 billion.",
        "The deals are worth more than $3 million.",
        "In 2016, 310 claims were settled.",
        "In 2016 450 claims were filed.",
        "In 2015 there were 310 claims.",
        "The duty on copper is 4 per cent.",
        "The duty on zinc is 8 per cent.",
        "The duties take effect on April 9.",
        "The rate for tin rose from 6% to 3%.",
        "Northline employs 400 people.",
        "Nordline plans to buy 12 tankers.",
        "The port of Harwich took in 41 ships.",
    ],
)
def test_a_number_that_stands_elsewhere_does_not_carry_it(fact: str) -> None:
    assert outcome(fact) is Outcome.UNSUPPORTED


def test_lists_told_respectively_are_paired() -> None:
    text = "The minister announced duties of 25 percent and 10 percent, respectively, on imported steel and aluminium."
    document = [Document("a", text, None)]
    assert search("The duty on steel is 25 percent.", document).outcome is Outcome.SUPPORTED
    assert search("The duty on steel is 10 percent.", document).outcome is Outcome.UNSUPPORTED


def test_texts_of_one_day_that_differ_are_a_conflict_and_those_of_two_months_are_none() -> None:
    here = Document("a", "The strike closed 14 mines in the north.", date(2020, 3, 1))
    for day, expected in ((date(2020, 3, 2), Outcome.CONFLICT), (date(2020, 5, 2), Outcome.SUPPORTED)):
        there = Document("b", "The strike closed 17 mines in the north.", day)
        assert search("The strike closed 14 mines in the north.", [here, there]).outcome is expected


def test_names_must_be_written_as_the_text_writes_them() -> None:
    found = search("The deals of Northlime are worth more than $3 billion.", [DOCUMENT])
    assert "Northlime" in [one.text for one in found.missing]


def test_a_short_name_stands_for_the_long_one() -> None:
    text = "The Trans-Pacific Partnership has 12 members."
    assert search("The TPP has 12 members.", [Document("a", text, None)]).outcome is Outcome.SUPPORTED


def test_passages_are_short_and_verbatim_with_their_typography() -> None:
    text = (
        "The minister’s plan — long awaited — would “cost about €3 billion” over ten years, " + "and so on " * 20 + "."
    )
    found = search("The plan would cost about €3 billion.", [Document("a", text, None)])
    assert found.passages[0].quote in text
    assert len(found.passages[0].quote.split()) <= 15


def test_an_empty_text_carries_nothing() -> None:
    assert search("Forty ships came.", [Document("a", "", None)]).outcome is Outcome.UNSUPPORTED
    assert search("Forty ships came.", []).outcome is Outcome.UNSUPPORTED


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    text = (
        "He met Sen. Smith in the U.S. on Sept. 8. The U.S. Treasury agreed at 5 p.m. on Friday."
        ' "Yes." He left the U.S. The end.'
    )
    assert [text[start:end] for start, end in sentences(text)] == [
        "He met Sen. Smith in the U.S. on Sept. 8.",
        "The U.S. Treasury agreed at 5 p.m. on Friday.",
        '"Yes."',
        "He left the U.S.",
        "The end.",
    ]


POLL = """\
A poll shows Mr Trump tied with Mike Huckabee in the field at 17 percent (Mitt Romney leads the pack at 21 percent).
Among farmers Mr Trump comes first (at 20 percent), followed by Romney (17 percent), Palin (12 percent) and Gingrich.

Ms Warren declined to comment, but the 78-year-old Sanders said that it was no matter.
Bloomberg, who has a net worth of $48 billion, threw several jabs at Trump.

Last year Sweden imported 3.2 million tonnes of coal, nearly five times the amount of 2016.

During an 80-minute meeting with Mr Xi, Trump agreed to wait.
Mr Kelly said that 800 miles of wall would do which included 600 miles of old fencing.
"""


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("Romney leads the field with 21 percent.", Outcome.SUPPORTED),
        ("Among farmers, Palin has 12 percent.", Outcome.SUPPORTED),
        ("Among farmers, Palin has 17 percent.", Outcome.UNSUPPORTED),
        ("Sanders is 78 years old.", Outcome.SUPPORTED),
        ("Warren is 78 years old.", Outcome.UNSUPPORTED),
        ("Bloomberg is worth $48 billion.", Outcome.SUPPORTED),
        ("Trump is worth $48 billion.", Outcome.UNSUPPORTED),
        ("Sweden imported 3.2 million tonnes of coal in 2017.", Outcome.SUPPORTED),
        ("Sweden imported 3.2 million tonnes of coal in 2016.", Outcome.UNSUPPORTED),
        ("The meeting of Trump and Xi lasted 80 minutes.", Outcome.SUPPORTED),
        ("Kelly said that 600 miles of wall would do.", Outcome.UNSUPPORTED),
        ("The poll was the worst since 2018.", Outcome.UNSUPPORTED),
    ],
)
def test_a_figure_belongs_to_whom_the_sentence_ties_it_to(fact: str, expected: Outcome) -> None:
    found = search(fact, [Document("poll", POLL, date(2018, 3, 1))])
    assert found.outcome is expected, found
