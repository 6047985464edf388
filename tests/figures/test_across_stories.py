"""One fact told two ways in two stories is found, by an index whose work does not grow with the square."""

from __future__ import annotations

import pytest

from twosource.newsroom.moments import PartialDate
from twosource.verification.figures import across
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


def test_four_times_as_many_facts_are_compared_four_times_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs that are looked at grow as the facts do, and not as their square: sixteen times."""
    looked: list[int] = []
    monkeypatch.setattr(across, "_one_time", lambda one, other: bool(looked.append(1)))

    def looks(many: int) -> int:
        looked.clear()
        facts = [
            told(f"s{n}", f"Port{n % (many // 4)} counted {n % 97 + 3} crates in Quay{n % (many // 4)}.")
            for n in range(many)
        ]
        assert list(told_otherwise(facts)) == []
        return len(looked)

    few, many = looks(400), looks(1600)
    assert 0 < few <= many <= 5 * few
