"""A quote is found word for word, blind only to typography, and never inside another word or figure."""

from __future__ import annotations

from itertools import pairwise, product
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.verification.quote_chain import NEARBY, NEGATION, first_chain
from twosource.verification.quotes import context_hash, find_quote, fragment_link, nearest, quote_key, too_common

SAME = [
    ("5 percent", "a rise of 5 percent was"),
    ("the first since 2001", "The deal—the first since 2001—was"),
    ("word — word", "word—word"),
    ("word -- word", "word – word"),
    ("a 10-15 percent rise", "a 10–15 percent rise"),
    ('He said "no" to it', "He said “no” to it"),
    ("can't be done", "can’t be done"),
    ("wait... what", "wait … what".replace(" …", "…")),
    ("wait... what", "wait. . . what"),
    ("tariffs on steel", "tar\u00adiffs\u00a0\u200bon\n   steel"),
    ("café", "cafe\u0301"),
    ("final offer", "ﬁnal offer"),
    ("5 1/2 percent", "5½ percent"),
    ("US-China trade", "US\u2011China trade"),
    ("the deal […] was signed", "the deal, after two days of talks, was signed"),
    ("the deal [...] was signed", "the deal, after two days of talks, was signed"),
    ("[T]he deal was signed", "Then, the deal was signed"),
    ("[t]he deal was signed", "The deal was signed"),
    ("of the U.S. trade", "of the U.S. trade"),
    ("from the US", "from the US. Then"),
    ("5 million", "about $5 million, or"),
]

OTHER = [
    ("5 percent", "25 percent"),
    ("3 tonnes", "13 tonnes"),
    ("1.5", "11.5"),
    ("1.5", "1.55"),
    ("5 percent", "1.5 percent"),
    ("5 percent", "-5 percent"),
    ("5 percent", "−5 percent"),
    ("15 percent", "10–15 percent"),
    ("rose by 10", "rose by 10-15 percent"),
    ("000 jobs", "10,000 jobs"),
    ("300 tonnes", "1 300 tonnes"),
    ("10", "10²"),
    ("1/2 percent", "5½ percent"),
    ("rose by 5", "rose by 5 million"),
    ("rose by 5", "rose by 5%"),
    ("can", "can't"),
    ("binding deal", "non-binding deal"),
    ("tax", "tax-free"),
    ("S. trade", "the U.S. trade"),
    ("The deal", "the deal"),
    ("Iran deal", "Iranian deal"),
    ("was signed […] the deal", "the deal was signed"),
    ("the deal […] was signed", "the deal" + " and so on" * 60 + " was signed"),
    ("colour", "color"),
    ("", "anything"),
    ("[…]", "anything"),
]


@pytest.mark.parametrize(("quote", "text"), SAME)
def test_a_quote_is_found_in_spite_of_typography(quote: str, text: str) -> None:
    """quote ; text"""
    passage = find_quote(quote, text)
    assert passage is not None
    assert 0 <= passage.start < passage.end <= len(text)


@pytest.mark.parametrize(("quote", "text"), OTHER)
def test_a_quote_is_not_found_where_other_words_stand(quote: str, text: str) -> None:
    """quote ; text"""
    assert find_quote(quote, text) is None


def test_a_passage_is_given_in_characters_of_the_original() -> None:
    """Folding shortens the text; the offsets do not notice."""
    text = "Then…  she said: “we won’t\u00ad pay 5½ percent” and left"
    passage = find_quote("we won't pay 5 1/2 percent", text)
    assert passage is not None
    assert text[passage.start : passage.end] == "we won’t\u00ad pay 5½ percent"


def test_a_later_place_is_taken_where_the_first_is_part_of_a_figure() -> None:
    """The search goes on after `25 percent`."""
    text = "25 percent then, 5 percent now"
    passage = find_quote("5 percent", text)
    assert passage is not None
    assert passage.start == text.index("5 percent now")


def test_quotes_with_other_typography_have_one_key() -> None:
    """Case is kept, and tells two quotes apart."""
    assert quote_key("“We won’t” — she  said…") == quote_key('"We won\'t" - she said...')
    assert quote_key("The deal") != quote_key("the deal")
    assert len(quote_key("x")) == 16


WORDS = st.lists(st.sampled_from(["steel", "5", "percent", "U.S.", "can’t", "—", "“the", "deal”", "10,000", "ﬁnal"]))


@given(WORDS, WORDS, WORDS)
def test_any_run_of_whole_words_of_a_text_is_found_in_it(
    before: list[str], quoted: list[str], after: list[str]
) -> None:
    """Figures that stand side by side would be one figure, so each side is set off by a word."""
    quote = " ".join(["so", *quoted, "so"])
    text = " ".join([*before, quote, *after])
    passage = find_quote(quote, text)
    assert passage is not None
    assert quote_key(text[passage.start : passage.end]) == quote_key(quote)


def test_the_nearest_passage_marks_the_words_that_differ() -> None:
    """Minus for the quote's words, plus for the source's."""
    text = "Nothing here. The ministry said that 40 years of work on the pipes are gone, for good. More follows."
    told = nearest("said that 30 years of work on pipes are gone", text)
    assert "[-30-]{+40+}" in told
    assert "{+the+}" in told
    assert "\n" not in told


def test_no_passage_is_called_near_where_nothing_is_like_the_quote() -> None:
    """Common words alone are not enough."""
    assert nearest("zebras graze beneath a violet moon", "The ministry said that work is done.") == ""


TEXT = (
    "He said the deal was done.\n\nThe minister said that the deal was done, and 30 years of work, well-known & big,"
    " are gone.\nNext the deal was off."
)


def link(quote: str, url: str = "https://example.org/a", text: str = TEXT) -> str:
    passage = find_quote(quote, text)
    assert passage is not None
    return fragment_link(url, text, passage)


def test_a_link_encodes_what_has_a_meaning_in_a_text_directive() -> None:
    """Comma, hyphen, ampersand and blank."""
    assert link("30 years of work, well-known & big").endswith(
        "#:~:text=30%20years%20of%20work%2C%20well%2Dknown%20%26%20big"
    )


def test_a_link_names_the_words_around_where_the_passage_stands_more_than_once() -> None:
    """Before it, and no further than its own paragraph."""
    assert link("the deal was").endswith("#:~:text=said-,the%20deal%20was")


def test_a_link_names_words_after_it_where_nothing_before_tells_the_places_apart() -> None:
    """A passage that begins its paragraph may need its suffix."""
    text = "We agree on steel.\n\nWe agree on copper."
    assert link("We agree", text=text) == "https://example.org/a#:~:text=We%20agree,-on%20steel."


def test_a_link_over_an_omission_names_both_ends() -> None:
    """So does one that runs over a paragraph."""
    assert link("minister said […] are gone").endswith("#:~:text=minister%20said,are%20gone")
    assert link("big, are gone. Next the deal").endswith("big%2C%20are%20gone.,Next%20the%20deal")


def test_a_link_keeps_the_fragment_that_the_address_has() -> None:
    """And replaces a text directive that somebody pasted."""
    assert "/a#part:~:text=30" in link("30 years", "https://example.org/a#part")
    assert link("30 years", "https://example.org/a#:~:text=old") == "https://example.org/a#:~:text=30%20years"


def test_the_context_hash_changes_with_the_words_around_and_not_with_far_ones() -> None:
    """Eight words on each side count."""
    near, far = TEXT.replace("are gone", "are lost"), TEXT + " And more."
    hashes = []
    for text in (TEXT, near, far):
        passage = find_quote("30 years of work", text)
        assert passage is not None
        hashes.append(context_hash(text, passage))
    assert hashes[0] != hashes[1]
    assert hashes[0] == hashes[2]


@pytest.mark.parametrize("hidden", ["no", "not any", "never a piece of", "hardly any", "what they denied was"])
def test_an_omission_cannot_hide_a_negation(hidden: str) -> None:
    text = f"He said there was {hidden} evidence that the strike came from Yemen."
    assert find_quote("there was […] evidence that the strike", text) is None
    assert find_quote(f"there was {hidden} evidence that the strike", text) is not None


def test_an_omission_may_hide_what_does_not_turn_the_meaning() -> None:
    text = "He said there was, after a long search, evidence that the strike came from Yemen."
    assert find_quote("there was […] evidence that the strike", text) is not None


SOURCE = "The price will go up, and if the price will go up, he said the price will go up in March, says Acme."


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("it is so", "few words"),
        ("Prices rose", "few words"),
        ("the price will go up", "more than once"),
        ("The price will go up", ""),
        ("the price will go up in March", ""),
        ("March, says Acme", ""),
        ("up 5%", ""),
        ("will go […] in March", ""),
    ],
)
def test_a_quote_that_stands_everywhere_is_told_from_one_that_names_a_passage(quote: str, said: str) -> None:
    """quote ; words of the reason. Case counts, as it does when quotes are looked for."""
    assert said in too_common(quote, SOURCE)
    assert bool(too_common(quote, SOURCE)) == bool(said)


def test_a_short_quote_within_other_words_is_not_counted() -> None:
    """`1.5 percent a year` does not stand in `11.5 percent a year`."""
    text = "It grew 1.5 percent a year, and others 11.5 percent a year."
    assert too_common("1.5 percent a year", text) == ""


PLACES = st.lists(st.integers(0, 900), max_size=5).map(lambda begins: [(begin, begin + 9) for begin in sorted(begins)])


def tried(segments: list[list[tuple[int, int]]], text: str) -> tuple[tuple[int, int], ...]:
    """The first way through all places, by trying every one."""

    def leads(one: tuple[int, int], other: tuple[int, int]) -> bool:
        near = one[1] <= other[0] <= one[1] + NEARBY
        return near and not NEGATION.search(text, one[1], other[0])

    ways = (way for way in product(*segments) if all(leads(a, b) for a, b in pairwise(way)))
    return next(ways, ())


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(PLACES, min_size=1, max_size=4), st.sets(st.integers(0, 90), max_size=4))
def test_the_first_chain_is_the_one_that_trying_every_place_finds(
    segments: list[list[tuple[int, int]]], negated: set[int]
) -> None:
    """In the same order, near, and with no negation between two segments."""
    text = "".join("it is not " if n in negated else "word word " for n in range(91))
    assert first_chain(segments, text) == tried(segments, text)


def test_many_omissions_in_a_text_that_repeats_itself_cost_no_more_than_one_reading() -> None:
    """Going back from every place to try the next took ages for each further omission."""
    quote = " […] ".join(["the deal and"] * 8 + ["words that stand nowhere"])
    begun = process_time()
    assert find_quote(quote, "the deal and " * 3000) is None
    assert process_time() - begun < 2
