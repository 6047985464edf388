"""Quotes are judged by what they say otherwise; what they leave out is no objection."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.verification.figures import Outcome, Quoted, judge_quotes


def outcome(fact: str, *quotes: str) -> Outcome:
    return judge_quotes(fact, [Quoted(f"source-{n}", text) for n, text in enumerate(quotes)]).outcome


@pytest.mark.parametrize(
    ("fact", "quote"),
    [
        ("The fine was $1.2 billion.", "a fine of 1,200 million dollars"),
        ("The ban lasts two years.", "for 24 months"),
        ("The office was set up in October 2025.", "2025-10-14"),
        ("The cost was 30%.", "30 per cent"),
        ("Half of the firms left.", "50 percent of the firms left"),
        ("A dozen states signed.", "12 states signed"),
        ("The road is 161 km long.", "100 miles of road"),
        ("There was 1 survivor.", "only one survivor"),
        ("The country imported 3 tonnes of ore.", "3 tonnes of ore were imported"),
        ("Boeing plans to sell 100 planes.", "Boeing's plans to sell 100 aircraft to the airline"),
        ("The rate rose from 10% to 25%.", "to 25 percent from 10 percent"),
        ("About 1,000 jobs stay.", "close to 1,000 jobs"),
        ("More than 1,300 products are on the list.", "1,333 products"),
        ("The deal covers 12 countries.", "the 12-nation deal"),
        ("About 400 containers are moving.", "only about 400 will be moving Thursday"),
        ("12 cities took part.", "30 companies from 12 cities took part"),
        ("Germany buys 40% and France 30% of the gas.", "Of the gas, Germany takes 40 percent, and France 30 percent."),
        ("The board has 15 members, seven of them women.", "Seven of the 15 members of the board are women."),
        ("More than 40 countries signed.", "43 countries signed"),
        ("Ford will invest $1bn over five years.", "For five years Ford is to invest $1 billion."),
        ("The law is from the 1990s.", "passed in 1994"),
        ("Prices fell by two thirds.", "prices dropped by 67 per cent"),
        ("The plant opened in the third quarter.", "the plant was opened in Q3"),
    ],
)
def test_a_quote_carries_the_same_figure_in_other_clothes(fact: str, quote: str) -> None:
    assert outcome(fact, quote) is Outcome.SUPPORTED


@pytest.mark.parametrize(
    ("fact", "quote"),
    [
        ("It cost $1 billion.", "nearly $1 billion"),
        ("It cost more than $1 billion.", "at least $1 billion"),
        ("It cost $60 billion.", "up to $60 billion"),
        ("The country imported 3 tonnes of ore.", "3 tonnes of ore mined"),
        ("Planes were traced to 30 companies.", "30 cities in 11 states"),
        ("The tariff on aluminium is 25%.", "25% on steel and 10% on aluminium"),
        ("China taxed $60 billion of Chinese goods.", "$60 billion worth of American goods"),
        ("In 2018 8,384 claims were granted.", "for 2009, 8,384 were granted"),
        ("Boeing plans to sell 135 aircraft.", "sell 135 advanced engines, and Boeing's plans to sell 100 aircraft"),
        ("The rate rose to 10%.", "the rate rose from 10%"),
        ("The rate rose to 5%.", "the rate rose by 5%"),
        ("It cost 5 billion yuan.", "$5 billion"),
        ("Wages are $16 a day.", "$16 an hour"),
        ("It weighs 3 kilograms.", "3 tonnes"),
        ("Shares rose 3 percent.", "shares fell 3 percent"),
        ("Twelve ships came.", "eleven ships came"),
        ("The third plan failed.", "the second plan failed"),
        ("The rule dates from May 1991.", "in June 1991"),
        ("Such as KQW Aviation.", "such as KQM Aviation"),
        ("Prices fell by 67.3%.", "prices fell by 67%"),
        ("The law was passed in the 1980s.", "passed in the 1990s"),
        ("Revenue was $4bn in 2019.", "in the fiscal year 2019 revenue came to $4 billion"),
        ("The talks end at 5 p.m. Eastern time.", "they end at 5 p.m. Pacific time"),
        ("The tariffs rest on Section 301.", "it invoked Section 232"),
        ("The G20 met for two days.", "the G7 held a two-day meeting"),
        ("It signed 46 contracts for 4G networks.", "46 commercial 5G contracts"),
        ("It is the largest producer.", "the world's second-largest producer"),
        ("The lira had its worst monthly fall since 2008.", "its worst weekly fall since 2008"),
        ("Number of cases: the lowest in 13 years.", "the highest number in the past 13 years"),
        ("The index was up 5.8%.", "the index was down 5.8%"),
        (
            "Taxes would be raised by a third.",
            "payroll taxes cut by nearly a third, a boost in pay; taxes cut by a third",
        ),
        ("Germany buys 40% of the gas.", "France buys 40% of the gas"),
        ("Apple's market value was $1 trillion.", "Microsoft's market value was $1 trillion"),
        ("Germany buys 40% of the gas.", "Germany buys 40% of the oil and France 30% of the gas"),
        ("Two were hurt.", "Nobody was hurt; police arrested two people."),
        ("Trump imposed a 25% duty.", "Trump agreed not to proceed with plans to impose a 25% duty"),
        ("Revenue fell 8% in the third quarter.", "Third-quarter profit fell 8 percent."),
        ("Four farmers lost money.", "Four in ten farmers lost money."),
    ],
)
def test_a_quote_that_shows_another_thing_does_not(fact: str, quote: str) -> None:
    assert outcome(fact, quote) is Outcome.UNSUPPORTED


def test_what_is_missing_is_named_as_the_fact_writes_it_with_the_reason() -> None:
    found = judge_quotes("It cost $1 billion.", [Quoted("times", "nearly $1 billion")])
    assert [(one.text, one.because) for one in found.missing] == [("$1 billion", "The quote says “nearly $1 billion”.")]


def test_a_name_that_the_quote_leaves_out_is_no_fault() -> None:
    assert outcome("Boeing plans to sell 100 aircraft to Vietjet.", "plans to sell 100 aircraft") is Outcome.SUPPORTED


@pytest.mark.parametrize(
    "quotes",
    [
        ("The British pound plunged to 31-year lows", "the pound worth $1.34, a 30-year low and"),
        ("The British pound plunged to 31-year lows", "pound sank to the lowest in 20 years: a 20-year low"),
    ],
)
def test_quotes_with_two_figures_for_one_fact_disagree(quotes: tuple[str, ...]) -> None:
    found = judge_quotes("The pound fell to a 31-year low.", [Quoted(text, text) for text in quotes])
    assert found.outcome is Outcome.CONFLICT
    assert found.conflicts[0].stated == "31-year"


@pytest.mark.parametrize(
    ("fact", "quotes"),
    [
        ("Exports rose 5% in 2018.", ("exports rose 5% in 2018", "exports rose 4% in 2017")),
        ("The list has 1,333 products.", ("a list of 1,333 products", "a list of 1,300 products")),
        ("The Dow fell 617 points.", ("the Dow fell 617 points", "the Dow fell more than 600 points")),
        ("The deficit was $336 billion or $375 billion.", ("a deficit of $336 billion", "a deficit of $375 billion")),
        (
            "Tariffs hit $34 billion of goods.",
            ("tariffs on $34 billion of goods", "tariffs on another $16 billion of goods"),
        ),
    ],
)
def test_two_dates_roundings_stated_alternatives_and_further_parts_do_not_disagree(
    fact: str, quotes: tuple[str, ...]
) -> None:
    assert outcome(fact, *quotes) is Outcome.SUPPORTED


def test_an_age_and_the_year_of_a_beginning_are_held_against_each_other() -> None:
    fact = "The arms embargo was 41 years old."
    age = Quoted("townhall", "lifted the 41-year arms embargo", date(2016, 5, 23))
    late, early = (Quoted("fox", f"The embargo was imposed in {year}", date(2016, 5, 23)) for year in (1984, 1975))
    assert judge_quotes(fact, [age, late]).conflicts[0].figure == "imposed in 1984 = 32 years"
    assert judge_quotes(fact, [age, early]).outcome is Outcome.SUPPORTED
    assert judge_quotes(fact, [early]).outcome is Outcome.SUPPORTED


def test_a_day_of_the_week_is_a_date_once_the_day_of_publication_is_known() -> None:
    fact, quote = "The deadline was April 23.", "missed the deadline on Tuesday"
    assert judge_quotes(fact, [Quoted("reuters", quote, date(2019, 4, 23))]).outcome is Outcome.SUPPORTED
    assert judge_quotes(fact, [Quoted("reuters", quote)]).outcome is Outcome.UNSUPPORTED


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        ("The tariff is 25%.", "The tariff is 10%."),
        ("Exports in 2018 were $4 billion.", "Exports in 2018 were $5 billion."),
        ("The meeting is on June 5.", "The meeting is on June 6."),
        ("Sales rose 5%.", "Sales fell 5%."),
        ("Output grew 3% in the first quarter.", "Output grew 2% in the first quarter."),
    ],
)
def test_short_quotes_that_differ_in_one_thing_disagree(fact: str, other: str) -> None:
    assert outcome(fact, fact, other) is Outcome.CONFLICT


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        ("The company sold 300 cars in May.", "The company sold 350 cars in June."),
        ("Output grew 3% in the first quarter.", "Output grew 2% in the second quarter."),
        ("Exports in 2018 were $4 billion.", "Exports in 2019 were $5 billion."),
        ("The tariff on steel is 25%.", "The tariff on aluminium is 10%."),
        ("The meeting is on June 5.", "The meeting is in June."),
    ],
)
def test_quotes_of_two_times_or_two_things_do_not(fact: str, other: str) -> None:
    assert outcome(fact, fact, other) is Outcome.SUPPORTED


def test_a_fact_that_is_quoted_word_for_word_carries_its_figures_however_they_stand() -> None:
    """The words around a figure were once taken to speak of two countries, and of two people, in one and the same."""
    for fact in (
        "The US put duties on $34bn in Chinese goods, to which Beijing answered with levies on as many US imports.",
        "Ohio kept Ms. Bell, 76, who speaks for the coast, and Carl Summer of New York, 66, who leads since 2005.",
        "Trade groups polled by NBC (at 20 percent) lead, followed by Romney (17 percent) and the others.",
    ):
        assert judge_quotes(fact, [Quoted("s1", fact)]).outcome == "supported"
        assert judge_quotes(fact, [Quoted("s1", fact.removesuffix("."))]).outcome == "supported"
