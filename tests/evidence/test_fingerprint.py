"""Copied prose is found, shared quotations are not, and neither is read back."""

from __future__ import annotations

import json
import random
import time
from base64 import b85encode
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.newsroom.hashes import LARGEST, number_of, packed_hashes
from twosource.verification.fingerprint import NAME, containment, fingerprint, fold, folded, hashes, in_print, prose

JOIN = 0.20
OWN = "Ministers agreed on a new duty for imported steel pipes after two days of talks in the capital. "
OTHER = "Growers in the north had asked for a lower rate, and the committee will hear them again in March. "
SPEECH = "we will not be the ones who blink first in a quarrel that nobody here wanted or began"


def clusters(shared: Path) -> list[dict[str, Any]]:
    return json.loads((shared / "evidence" / "clusters.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def components(docs: list[dict[str, str]]) -> set[frozenset[str]]:
    prints = {doc["domain"]: hashes(fingerprint(doc["text"])) for doc in docs}
    groups = {domain: {domain} for domain in prints}
    for a, b in combinations(prints, 2):
        if containment(prints[a], prints[b]) >= JOIN:
            merged = groups[a] | groups[b]
            for domain in merged:
                groups[domain] = merged
    return {frozenset(group) for group in groups.values()}


def test_all_labelled_groups_of_real_articles_fall_apart_as_labelled_by_text_alone(shared: Path) -> None:
    """22 groups on one event each: copies join, independent reports do not."""
    wrong = [
        group["cluster"]
        for group in clusters(shared)
        if components(group["docs"]) != {frozenset(part) for part in group["expected_text_components"]}
    ]
    assert wrong == []


def test_an_article_costs_a_few_milliseconds_and_about_a_kilobyte(shared: Path) -> None:
    """Measured at 1.7 ms; the bound leaves room for a busy machine."""
    texts = [doc["text"] for group in clusters(shared) for doc in group["docs"]]
    begun = time.process_time()
    prints = [fingerprint(text) for text in texts]
    assert (time.process_time() - begun) / len(texts) < 0.008
    assert sum(map(len, prints)) / len(prints) < 1300


@pytest.mark.parametrize(
    "quoting",
    [
        f"“{SPEECH},” she said. ",
        f'"{SPEECH}," she said. ',
        f"She said ‘{SPEECH}’. ",
        f"She said: “{SPEECH}\n",
        f"\n> {SPEECH}\n\n",
        f"\n{SPEECH} — The Minister (@minister) March 4, 2021\n",
        f"\n{SPEECH}\n\n— The Minister (@minister) March 4, 2021\n",
        f"\nThe minister after saying {SPEECH}. (AP Photo/A. Name)\n",
        f"“He called it “folly” and said {SPEECH}.” ",
    ],
)
def test_two_reports_that_quote_one_speech_share_nothing(quoting: str) -> None:
    """Quotations, quoted blocks, tweets and captions are taken out before."""
    a, b = (hashes(fingerprint(own + quoting)) for own in (OWN, OTHER))
    assert containment(a, b) == 0.0


def test_a_copy_in_other_typography_is_the_same_copy() -> None:
    """Case, dashes, apostrophes and spaces are folded."""
    text = "The minister's plan - agreed on Friday - can't be changed before the end of the year, officials say."
    copy = text.replace("'", "’").replace(" - ", "—").replace(" ", "\u00a0").upper()
    assert hashes(fingerprint(text)) == hashes(fingerprint(copy))


def test_no_shingle_crosses_what_was_taken_out() -> None:
    """Words that met only because a quotation between them is gone are no prose of anybody."""
    assert prose("one two three “four five” six seven") == ("one two three ", " six seven")
    assert fingerprint("one two three “four five” six seven") == NAME


@pytest.mark.parametrize(
    "unknown", ["", "w9x9-sha1-1:abc", NAME + "\x00", NAME + "abc", NAME + "abcdé", "no name at all"]
)
def test_a_fingerprint_of_another_kind_has_no_hashes(unknown: str) -> None:
    """A lock of a later version is not misread."""
    assert hashes(unknown) == frozenset()


def test_containment_is_shared_over_smaller() -> None:
    """A short copy inside a long text is wholly contained."""
    assert containment({1, 2}, {2, 3, 4, 5}) == 0.5
    assert containment({1, 2}, {1, 2, 3}) == 1.0
    assert containment(set(), {1}) == 0.0


@given(st.text())
def test_any_text_has_a_fingerprint_that_can_be_read(text: str) -> None:
    """The same text gives the same print; its hashes come back sorted in it."""
    made = fingerprint(text)
    assert made == fingerprint(text)
    assert made.startswith(NAME)
    assert bool(hashes(made)) == (made != NAME)


@given(st.text())
def test_folding_keeps_the_way_back_to_every_character(text: str) -> None:
    """Every stretch of the folded text lies inside the original, in order."""
    folded = fold(text)
    for at in range(len(folded.text)):
        start, end = folded.original(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(st.one_of(st.text(), st.text("ab .-`'\"\n\t…—", max_size=12)))
def test_folding_without_the_way_back_gives_the_same_text(text: str) -> None:
    assert folded(text) == fold(text).text


@given(st.frozensets(st.integers(0, 2**32 - 1), max_size=50))
def test_hashes_sort_and_compare_as_their_numbers_do(numbers: frozenset[int]) -> None:
    """Though they stay as they are written."""
    made = NAME + b85encode(b"".join(number.to_bytes(4) for number in sorted(numbers))).decode()
    assert list(in_print(made)) == sorted(in_print(made))
    assert list(map(number_of, in_print(made))) == sorted(numbers)
    assert all(packed <= LARGEST for packed in packed_hashes(made.removeprefix(NAME)) or ())


def test_a_fingerprint_is_decoded_once_for_all_rules_of_a_story() -> None:
    """Each rule that compares texts asks for it again."""
    made = fingerprint(OWN * 3)
    assert hashes(made) is hashes("".join(made))


@pytest.mark.parametrize("first", ["一", "ア", "ก", "က"])
def test_scripts_without_spaces_are_compared_as_well(first: str) -> None:
    """A copy and its beginning are found; another text of the same characters is another text."""
    signs = [chr(ord(first) + n) for n in range(30)]
    one, other = ("".join(random.Random(seed).choices(signs, k=600)) for seed in (1, 2))
    assert containment(hashes(fingerprint(one)), hashes(fingerprint(one[:300]))) > 0.9
    assert containment(hashes(fingerprint(one)), hashes(fingerprint(other))) < JOIN
