"""The checks of a hub: figures without evidence, quotes that disagree, stories that disagree."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library
from twosource.newsroom.problems import Problem, Severity
from twosource.newsroom.story_words import Stance
from twosource.newsroom.ties import ties_of
from twosource.verification.case import Case
from twosource.verification.checks.across import account_of, stories_agree
from twosource.verification.checks.outcome import figures_supported
from twosource.verification.judge import judge_story, open_cases
from twosource.verification.verdict import JudgedQuote, State, Verdict

ROOT = Path(__file__).resolve().parents[2]
SLUG = "carrier-keeps-indiana-jobs"


@cache
def hub() -> tuple[Library, Case, Verdict]:
    """The demo hub, with one story of it and its verdict."""
    library = load_library(ROOT)
    case = next(case for case in open_cases(library) if case.story.slug == SLUG)
    return library, case, judge_story(case, library, datetime(2026, 1, 1, tzinfo=UTC))


def problems(text: str, *quotes: str, stance: Stance = Stance.SUPPORTS) -> list[Problem]:
    """What is found when the first fact reads so, with these quotes from one source each; the last takes the stance."""
    library, case, verdict = hub()
    sources = [source.id for source in case.story.sources]
    stances = [Stance.SUPPORTS] * (len(quotes) - 1) + [stance]
    evidence = tuple(
        JudgedQuote(source, quote, how, State.FOUND, "")
        for source, quote, how in zip(sources, quotes, stances, strict=False)
    )
    fact = replace(verdict.facts[0], text=text, evidence=evidence)
    return list(figures_supported(case, replace(verdict, facts=(fact,)), library))


def test_a_figure_that_no_quote_carries_is_an_error_with_its_reason() -> None:
    (found,) = problems("Carrier keeps 1,000 jobs.", "will keep close to 1,000 jobs")
    assert (found.rule, found.severity) == ("figure-without-evidence", Severity.ERROR)
    assert "“1,000”" in found.message
    assert "nearly 1,000" in found.message


def test_two_supporting_quotes_with_two_figures_are_an_error() -> None:
    (found,) = problems("Carrier keeps 1,000 jobs.", "keep 1,000 jobs in the state", "keep about 850 jobs in the state")
    assert (found.rule, found.severity) == ("sources-disagree", Severity.ERROR)
    assert "“850”" in found.message


def test_a_quote_marked_as_contradicting_does_not_disagree_any_more() -> None:
    quotes = ("keep 1,000 jobs in the state", "keep about 850 jobs in the state")
    assert problems("Carrier keeps 1,000 jobs.", *quotes, stance=Stance.CONTRADICTS) == []


def test_a_fact_that_gives_both_figures_does_not_disagree() -> None:
    quotes = ("keep 1,000 jobs in the state", "keep about 850 jobs in the state")
    assert problems("Carrier keeps 1,000 or about 850 jobs.", *quotes) == []


def test_two_stories_with_two_figures_for_one_fact_are_a_warning_at_the_later_one() -> None:
    _, case, _ = hub()
    fact = replace(case.story.facts[0], text="Carrier keeps 1,000 jobs in Indiana.")
    early = replace(case.story, facts=(fact,))
    other = replace(fact, text="Carrier keeps 850 jobs in Indiana.")
    late = replace(early, slug="zz-later", facts=(other,))
    accounts = [account_of(story, ties_of(story, None)) for story in (early, late)]
    (found,) = stories_agree(accounts, (), lambda path: case.story.where)
    assert (found.rule, found.severity) == ("stories-disagree", Severity.WARNING)
    assert found.message == f"“850” here is “1,000” in key fact 1 of `{SLUG}`."


def test_the_demo_stories_agree_with_their_quotes_and_with_each_other() -> None:
    library, _, _ = hub()
    cases = open_cases(library)
    accounts = [account_of(case.story, ties_of(case.story, None)) for case in cases]
    wheres = {case.story.path: case.story.where for case in cases}
    assert list(stories_agree(accounts, (), wheres.__getitem__)) == []
    for case in cases:
        verdict = judge_story(case, library, datetime(2026, 1, 1, tzinfo=UTC))
        assert list(figures_supported(case, verdict, library)) == [], case.story.slug
