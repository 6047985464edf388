"""Signs that tell which patterns are worth trying: without its sign, no pattern finds anything."""

from __future__ import annotations

import re
from datetime import date

from bench.accuracy_figures import LABELLED, QUOTED
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.verification.figures import triggers
from twosource.verification.figures.calendar import reckoned_dates, written_dates
from twosource.verification.figures.number_words import NAMES
from twosource.verification.figures.numbers import BEGINNING, _singles
from twosource.verification.figures.reading import READERS, figures_in
from twosource.verification.figures.sentence import FULL_STOP, Sentence, sentence

DAY = date(2018, 7, 6)
EVERYWHERE = re.compile("")

WORDS = sorted(triggers.ANY | triggers.NAME_WORDS | triggers.ARTICLES | triggers.PERIODS)
BITS = (
    *WORDS,
    *(word.capitalize() for word in WORDS),
    *"in out of every to and from the no. rose fell percent % - / : . , ( ) ' $ € £ US$ a.m. p.m. MAX GMT".split(),  # noqa: SIM905
    *"1 2 7 12 25 100 1,300 1.5 2018 1990s 2018-19 9/11 N95 5G Q3 3rd 45th 219-211 302 17:30 T-14 COVID-19".split(),  # noqa: SIM905
    *("workers", "Brazil", "lorries", "İ", "ſeven", "mıllıon", "\u212a"),
)
"""What sentences full of signs are made of, letters among them that only patterns take for others."""

texts = st.lists(st.tuples(st.sampled_from(BITS), st.sampled_from((" ", "", "-", " "))), max_size=9).map(
    lambda row: "".join(part for pair in row for part in pair)
)


def labelled() -> list[str]:
    """Every fact and quote that was labelled by hand."""
    lines = [line for path in (LABELLED, QUOTED) for line in path.read_text("utf-8").splitlines()]
    return [part.strip() for line in lines if not line.startswith("#") for part in line.split("|")]


def check(text: str) -> None:
    """Every pattern that the signs spare this text finds nothing in it."""
    text = triggers.plain_letters(text)
    low = text.lower()
    letters = triggers.letters_in(low)
    words = letters & triggers.ANY
    assert len(low) == len(text)
    for reader in READERS:
        if not reader.worth_trying(words, low):
            assert list(reader.read(text)) == [], reader.read
    if not triggers.DIGIT.search(text):
        assert list(written_dates(text, low)) == []
    if not words & triggers.DAYS:
        assert list(reckoned_dates(text, DAY)) == []
    if not triggers.may_name(letters, low):
        assert NAMES.search(text) is None
    beginning = BEGINNING if triggers.in_words(letters) else triggers.DIGIT
    assert list(_singles(text, 0, len(text), beginning)) == list(_singles(text, 0, len(text), EVERYWHERE))


def test_no_labelled_text_has_a_figure_without_its_sign() -> None:
    for text in labelled():
        check(text)


@given(texts)
@example("half a million")
@example("an hour and 20 minutes")
@example("three quarters of an hour")
@example("one in three")
@example("US$ 5 bn to US$ 7 bn")
@example("mıllıon")
def test_no_text_has_a_figure_without_its_sign(text: str) -> None:
    check(text)


@given(texts)
def test_a_full_stop_behind_a_word_or_a_year_changes_no_figure(text: str) -> None:
    if FULL_STOP.fullmatch(f"{text}.", max(0, len(text) - 6)):
        assert figures_in(f"{text}.", DAY) == figures_in(text, DAY)


def test_a_fact_and_a_quote_in_its_words_are_one_sentence_whatever_the_day() -> None:
    fact = sentence("Carrier kept 1,000 jobs in Indiana.")
    assert sentence("Carrier kept 1,000 jobs in Indiana", DAY) is fact


def test_a_sentence_that_hangs_on_the_day_is_another_one_each_day() -> None:
    assert sentence("Carrier kept 1,000 jobs on Monday.", DAY) is not sentence("Carrier kept 1,000 jobs on Monday.")
    assert sentence("The plant was opened in 1984.", DAY).published == DAY


def test_a_letter_that_only_looks_like_one_of_a_number_word_is_read_as_that_one() -> None:
    (found,) = figures_in("They moved a mıllıon crates.")
    assert found.low == 1_000_000


def test_where_a_full_stop_may_belong_to_the_word_it_stays() -> None:
    assert sentence("They met at 5 p.m.").text.endswith(".")
    assert sentence("They met in Sept.") == Sentence("They met in Sept.", None)


def test_a_place_that_begins_like_a_month_is_no_date() -> None:
    assert figures_in("The house stands in Mayfair and belongs to a group of Mayors.") == ()
