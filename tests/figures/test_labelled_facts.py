"""Labelled facts about real articles: those of the evidence folder, and our own with every figure swapped."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.accuracy_figures import LABELLED, QUOTED, Score, by_quotes, of_quotes, run, score

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    found = {score.name: score for score in run(SHARED)}
    if len(found) == 1:
        pytest.skip(f"NOT CHECKED: the labelled articles are not at {SHARED}")
    return found


def test_every_fact_of_the_evidence_folder_is_judged_right(scores: dict[str, Score]) -> None:
    assert scores["figures, facts.json"].wrong == ()


def test_our_facts_reach_a_precision_and_a_recall_of_97_in_100(scores: dict[str, Score]) -> None:
    ours = scores["figures, our labels"]
    assert ours.precision >= 0.97
    assert ours.recall >= 0.97


def test_of_figures_swapped_within_their_article_97_in_100_are_refused(scores: dict[str, Score]) -> None:
    swapped = scores["figures, swapped"]
    assert swapped.right >= 0.97 * swapped.total


def test_our_labels_are_facts_only_with_a_verdict_each() -> None:
    for line in LABELLED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            verdict, names, bad, fact = (part.strip() for part in line.split("|", 3))
            assert verdict in "suc"
            assert names
            assert fact.endswith(".")
            assert verdict == "u" or not bad


def test_of_facts_with_quotes_92_in_100_are_judged_right() -> None:
    """These need no articles, so that they are checked wherever the project is."""
    ours = score("figures, quotes", tuple(of_quotes()), by_quotes)
    assert ours.right >= 0.92 * ours.total
    assert ours.precision >= 0.92
    assert ours.recall >= 0.92


def test_our_labels_with_quotes_have_a_verdict_and_a_quote_each() -> None:
    for line in QUOTED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            verdict, _, fact, quotes = (part.strip() for part in line.split("|", 3))
            assert verdict in "suc"
            assert fact.endswith(".")
            assert all(quote.strip() for quote in quotes.split("||"))
