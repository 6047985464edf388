"""One fact told two ways in two stories is found, by an index whose work does not grow with the square."""

from __future__ import annotations

import time

from twosource.newsroom.moments import PartialDate
from twosource.verification.figures.across import Told, told_of, told_otherwise


def told(story: str, text: str, day: str = "2018-07-06") -> Told:
    when = PartialDate.parse(day)
    assert when is not None
    return told_of(story, 1, text, when)


def test_the_same_thing_with_another_figure_is_found_once_at_the_later_story() -> None:
    (found,) = told_otherwise(
        [
            told("early", "The US trade deficit with China was $375 billion."),
            told("late", "The US trade deficit with China was $336 billion."),
        ]
    )
    assert (found.later.story, found.says, found.earlier.story, found.said) == (
        "late", "$336 billion", "early", "$375 billion",
    )  # fmt: skip


def test_another_day_another_thing_or_a_rounding_is_no_disagreement() -> None:
    first = told("early", "The US trade deficit with China was $375 billion.")
    for other in (
        told("late", "The US trade deficit with China was $336 billion.", "2019-07-06"),
        told("late", "The US trade deficit with Mexico was $71 billion."),
        told("late", "The US trade deficit with China was about $380 billion."),
        told("late", "The Chinese list of US goods was worth $60 billion."),
        told("early", "The US trade deficit with China was $336 billion."),
    ):
        assert not list(told_otherwise([first, other])), other


def test_four_times_as_many_facts_take_nothing_like_sixteen_times_as_long() -> None:
    """Linear is four times. The best of three, for machines are shared."""
    things = ("ships", "mines", "claims", "farms", "firms")

    def seconds(many: int) -> float:
        facts = [
            told(f"s{n}", f"Port{n % (many // 4)} counted {n % 97 + 3} {things[n % 5]} in town.") for n in range(many)
        ]
        began = time.perf_counter()
        list(told_otherwise(facts))
        return time.perf_counter() - began

    small, large = (min(seconds(many) for _ in range(3)) for many in (400, 1600))
    assert large < 10 * small
