"""What is reckoned once the clusters stand: counts, words, gate, confidence, impact, outlook, and the whole recipe."""

from __future__ import annotations

import ast
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

import twosource.verification
from tests.verification.build import AS_OF, judged, library, reviewed, verdicts
from twosource.newsroom.layout import HUB, PUBLISHERS, RUBRIC
from twosource.newsroom.problems import Place, Problem, Severity
from twosource.newsroom.story_words import Effect, OutlookValue, Stance
from twosource.verification.badge import badge_words, counted, level_of
from twosource.verification.checks import CHECKS, check_evidence
from twosource.verification.checks.across import CHECKS_ACROSS
from twosource.verification.checks.quotes import has_unfound
from twosource.verification.confidence import fact_confidence, is_stale, share_of, source_worth, story_confidence
from twosource.verification.evidence import (
    Groups,
    carriers,
    judge_fact,
    judge_quote,
    judged_quotes,
    primary_carriers,
    touched,
)
from twosource.verification.gate import ORDER, judge_gate
from twosource.verification.impact import judge_impact
from twosource.verification.judge import UNJUDGEABLE, judge, judge_story, open_cases
from twosource.verification.outlook import derive, judge_outlook
from twosource.verification.receipt import basis_of, files_of, receipt_of
from twosource.verification.review import review
from twosource.verification.verdict import Basis, Ceiling, FactStatus, JudgedFact, Level, State

TWO = {"sources": {"a": {"publisher": "morning"}, "b": {"publisher": "evening"}}, "facts": [{"found": ["a", "b"]}]}


def fact(count: int, against: int = 0, essential: bool = True) -> JudgedFact:
    """A judged fact with these counts."""
    status = FactStatus.DISPUTED if against else FactStatus.CONFIRMED
    made = judged(TWO).facts[0]
    return replace(made, count=count, against=against, essential=essential, status=status)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ((fact(3), fact(2)), (2, Level.VERIFIED)),
        ((fact(3), fact(1)), (1, Level.SINGLE_SOURCE)),
        ((fact(3), fact(1, essential=False)), (3, Level.VERIFIED)),
        ((fact(3, against=1), fact(2)), (2, Level.DISPUTED)),
        ((fact(3, against=1), fact(0)), (0, Level.DISPUTED)),
        ((fact(3), fact(0)), (0, Level.UNCHECKED)),
        ((fact(3, essential=False),), (0, Level.UNCHECKED)),
    ],
)
def test_level(facts: tuple[JudgedFact, ...], outcome: tuple[int, Level]) -> None:
    """The lowest count of the essential facts, and the level that it gives."""
    assert level_of(facts) == outcome


def test_badge_words() -> None:
    """Only the first of them holds the word verified."""
    assert badge_words(Level.VERIFIED, 2, 1, 5, 5) == ("Verified by 2 independent sources", "1 publication")
    assert badge_words(Level.SINGLE_SOURCE, 1, 4, 5, 5) == ("Single source", "not independently confirmed")
    assert badge_words(Level.DISPUTED, 3, 4, 5, 5)[0] == "Disputed"
    assert badge_words(Level.UNCHECKED, 0, 0, 1, 0) == ("Cited, not checked", "1 source named, no saved copies")
    assert badge_words(Level.UNCHECKED, 0, 0, 2, 1)[1] == "2 sources named, 1 saved copy"
    assert badge_words(Level.UNCHECKED, 0, 0, 3, 2)[1] == "3 sources named, 2 saved copies"
    assert [counted(n, "source") for n in (0, 1, 2)] == ["0 sources", "1 source", "2 sources"]


def test_a_quote_is_found_not_found_or_was_never_looked_for() -> None:
    """Only a found one has a link."""
    case = open_cases(library([{
        "sources": {"a": {"publisher": "morning"}, "b": {"publisher": "evening", "locked": False}},
        "facts": [{"found": ["a", "b"], "missing": ["a"], "quotes": {}}],
    }]))[0]  # fmt: skip
    quotes = [judge_quote(case, quote) for quote in case.story.facts[0].evidence]
    assert [quote.state for quote in quotes] == [State.FOUND, State.UNSEEN, State.NOT_FOUND]
    assert [bool(quote.link) for quote in quotes] == [True, False, False]
    assert carriers(tuple(quotes), Stance.SUPPORTS, ()) == ("a",)
    assert carriers(tuple(quotes), Stance.SUPPORTS, {"a"}) == ()
    assert carriers(tuple(quotes), Stance.CONTRADICTS, ()) == ()
    assert primary_carriers(case, tuple(quotes), ()) == ()


def test_a_fact_counts_groups_and_not_sources() -> None:
    """A group that carries and contradicts counts on both sides."""
    case = open_cases(library([{**TWO, "facts": [{"found": ["a", "b"], "against": ["b"]}]}]))[0]
    given = case.story.facts[0]
    quotes = tuple(judge_quote(case, quote) for quote in given.evidence)
    assert touched((("a", "b"), ("c",)), ["b"]) == (("a", "b"),)
    for groups, count in (((("a",), ("b",)), 2), ((("a", "b"),), 1)):
        judged_fact = judge_fact(1, given, quotes, groups, (), 0.5)
        assert (judged_fact.count, judged_fact.against, judged_fact.status) == (count, 1, FactStatus.DISPUTED)


def test_evidence_older_than_the_rubric_allows_is_stale_worth_less_and_said_to_be_so() -> None:
    sources = {"a": {"publisher": "morning", "published": "2010-01-01"}, "b": {"publisher": "morning"}}
    case = open_cases(library([{"sources": sources, "facts": [{"found": ["a"]}]}]))[0]
    old, fresh = case.story.sources
    assert (is_stale(case, old), is_stale(case, fresh)) == (True, False)
    assert source_worth(case, old) == pytest.approx(source_worth(case, fresh) * case.rubric.confidence.stale)
    verdict = judge_story(case, library([]), AS_OF)
    assert any("stale at the story's date" in reason for reason in verdict.confidence.why_not_higher)


def test_a_cluster_is_worth_its_weakest_member_that_counts() -> None:
    """0.80 x 0.90 for The Morning, 0.30 x 0.50 for the blog."""
    sources = {"a": {"publisher": "morning"}, "b": {"publisher": "blogger", "kind": "social"}}
    case = open_cases(library([{"sources": sources, "facts": [{"found": ["a", "b"]}]}]))[0]
    assert [round(source_worth(case, source), 4) for source in case.story.sources] == [0.72, 0.15]
    assert [is_stale(case, source) for source in case.story.sources] == [False, False]
    assert share_of(case, ("a", "b"), ()).weakest == "b"
    assert share_of(case, ("a", "b"), {"b"}).value == 0.72
    quotes = tuple(judge_quote(case, quote) for quote in case.story.facts[0].evidence)
    value, shares, ceiling = fact_confidence(case, quotes, (("a",), ("b",)), ())
    assert (round(value, 4), len(shares), ceiling) == (0.762, 2, Ceiling.NONE)
    value, shares, ceiling = fact_confidence(case, quotes, (("a",), ("b",)), {"b"})
    assert (value, len(shares), ceiling) == (0.69, 1, Ceiling.SINGLE_SOURCE)


MINISTRY = {"publisher": "ministry", "kind": "document"}


@pytest.mark.parametrize(
    ("sources", "ceiling"),
    [
        ({"a": MINISTRY}, Ceiling.SINGLE_SOURCE),
        ({"a": {"publisher": "blogger", "kind": "document"}, "b": {"publisher": "morning"}}, Ceiling.NONE),
        ({"a": MINISTRY, "b": {"publisher": "reuters"}, "c": {"publisher": "morning"}}, Ceiling.COMMON),
    ],
)
def test_only_the_ceiling_of_a_single_source_makes_a_confidence_capped(
    sources: dict[str, Any], ceiling: Ceiling
) -> None:
    """What many sources reach together is held down too, and is not said to be for want of a second one."""
    confidence = judged({"sources": sources, "facts": [{"found": list(sources)}]}).confidence
    assert confidence.ceiling is ceiling
    assert confidence.capped == (ceiling is Ceiling.SINGLE_SOURCE)
    assert any("rests on one independent source" in why for why in confidence.why_not_higher) == confidence.capped


def test_facts_are_compared_before_their_confidence_is_rounded() -> None:
    """0.7186 for the second is less than 0.72 for the first, though both are shown as 0.72."""
    kinds = {"kind": "reporting"}
    rubric = {"confidence": {"single_source_ceiling": 0.8}, "grades": {"B": {"reliability": 0.8, "meaning": "B"}}}
    rubric["grades"]["C"] = {"reliability": 0.7984, "meaning": "C"}
    sources = {"a": {"publisher": "morning", **kinds}, "b": {"publisher": "weekly", **kinds}}
    verdict = judged({"sources": sources, "facts": [{"found": ["a"]}, {"found": ["b"]}], "rubric": rubric})
    assert [fact.confidence for fact in verdict.facts] == [0.72, 0.72]
    assert verdict.confidence.fact == 2


def test_a_verdict_knows_what_became_of_every_quote() -> None:
    """With its place in the story; a quote that stands in no copy is told of the story."""
    sources = {"a": {"publisher": "morning"}, "b": {"publisher": "evening"}}
    made = reviewed([{"sources": sources, "facts": [{"found": ["a", "b"], "missing": ["b"]}]}])
    story, verdict = made.library.stories[0], made.verdicts["story-0"]
    states = {steps: quote.state for steps, quote in judged_quotes(story, verdict)}
    found, lost = State.FOUND, State.NOT_FOUND
    assert states == {("facts", 0, "evidence", n): state for n, state in enumerate((found, found, lost))}
    assert verdict.watch == ()
    assert has_unfound(story, verdict)


@pytest.mark.parametrize(
    ("kinds", "only"),
    [((("claim", True),), True), ((("fact", True),), False), ((("forecast", True), ("fact", False)), True)],
)
def test_a_story_is_of_claims_only_when_no_essential_fact_is_plain(
    kinds: tuple[tuple[str, bool], ...], only: bool
) -> None:
    """kind and weight of each fact ; what the verdict says"""
    facts = [{"kind": kind, "essential": essential, "found": ["a", "b"]} for kind, essential in kinds]
    assert judged({**TWO, "facts": facts}).claims_only is only


@pytest.mark.parametrize(
    "description",
    [
        TWO,
        {**TWO, "facts": [{"found": ["a"]}]},
        {**TWO, "facts": [{"missing": ["a"]}]},
        {**TWO, "facts": [{"found": ["a"], "against": ["b"]}]},
        {
            "sources": {
                "a": {"publisher": "ministry", "kind": "document"},
                "b": {"publisher": "reuters", "kind": "dataset"},
            },
            "facts": [{"found": ["a", "b"]}],
        },
    ],
)
def test_there_is_always_a_reason_why_confidence_is_not_higher(description: dict[str, Any]) -> None:
    """And each is a sentence."""
    reasons = judged(description).confidence.why_not_higher
    assert reasons
    assert all(reason.endswith(".") for reason in reasons)


def test_story_confidence_is_that_of_the_first_of_the_weakest() -> None:
    """Facts that are not essential do not decide."""
    both, alone = {"found": ["a", "b"]}, {"found": ["a"], "essential": False}
    case = open_cases(library([{**TWO, "facts": [both, both, alone]}]))[0]
    verdict = judge_story(case, library([TWO]), AS_OF)
    groups: dict[int, Groups] = dict.fromkeys((1, 2, 3), (("a",), ("b",)))
    assert story_confidence(case, verdict.facts, groups, ()).fact == 1


def test_the_gate_takes_the_weakest_pass_and_the_first_refusal() -> None:
    """Every rule that passes has its rank."""
    case = open_cases(library([TWO]))[0]
    gate = judge_gate(case, (fact(2), fact(3)), (), {})
    assert (gate.rule, gate.passed, gate.fact) == ("independent", True, 0)
    assert ORDER[-1] == gate.rule
    refused = judge_gate(case, (fact(2), replace(fact(1), n=11)), (), {})
    assert (refused.rule, refused.passed, refused.fact) == ("second-hand", False, 11)


def test_impact_shows_the_anchor_that_a_score_reaches() -> None:
    """An odd score shows the anchor below it."""
    case = open_cases(library([{**TWO, "impact": {"regulatory": 5, "financial": 0, "operational": 10}}]))[0]
    impact = judge_impact(case.story, case.rubric)
    anchors = [getattr(case.rubric.impact, part.dimension).anchors for part in impact.parts]
    reached = ("4", "0", "10")
    assert [part.anchor for part in impact.parts] == [rows[key] for rows, key in zip(anchors, reached, strict=True)]
    assert (impact.exact, impact.score) == (5.0, 5)


@pytest.mark.parametrize(
    ("effects", "outlook"),
    [
        ("positive", OutlookValue.BULLISH),
        ("negative", OutlookValue.BEARISH),
        ("positive negative", OutlookValue.MIXED),
        ("positive positive negative", OutlookValue.MIXED),
        ("positive positive positive negative", OutlookValue.BULLISH),
        ("mixed", OutlookValue.MIXED),
        ("positive mixed", OutlookValue.BULLISH),
        ("unclear", OutlookValue.NEUTRAL),
        ("unclear negative", OutlookValue.BEARISH),
        ("", OutlookValue.NEUTRAL),
    ],
)
def test_outlook_from_effects(effects: str, outlook: OutlookValue) -> None:
    """A mean of a third or more tilts; what is unclear has no weight."""
    assert derive([Effect(effect) for effect in effects.split()], 0.34) is outlook


def test_a_story_without_an_outlook_has_none() -> None:
    """And none is made up."""
    case = open_cases(library([TWO]))[0]
    assert judge_outlook(case.story, case.rubric) is None


def test_a_broken_story_is_not_judged_and_does_not_hinder_others() -> None:
    """A fault in its file or its lock leaves nothing sensible to count."""
    for rule in UNJUDGEABLE:
        ending = "lock" if rule == "lock-unreadable" else "md"
        fault = Problem(Place(f"content/stories/story-0.{ending}", 1, 1), rule, "Wrong.", "Mend it.")
        assert list(reviewed([TWO, TWO], (fault,)).verdicts) == ["story-1"]


def test_nothing_is_judged_without_a_rubric() -> None:
    """What could not be read gives no numbers."""
    made = replace(library([TWO]), readable=False)
    assert open_cases(made) == ()
    assert judge(made, (), AS_OF) == {}


def test_a_hub_that_is_not_there_gives_problems_and_no_verdicts(tmp_path: Path) -> None:
    """`review` is the whole way from a folder."""
    found = review(tmp_path, AS_OF)
    assert found.verdicts == {}
    assert {problem.rule for problem in found.problems} >= {"file-missing"}


def test_gaps_of_a_draft_are_warnings() -> None:
    """Work in progress stops no press."""
    alone = {**TWO, "facts": [{"found": ["a"]}]}
    for status, severity in (("draft", Severity.WARNING), ("published", Severity.ERROR)):
        problems = reviewed([{**alone, "status": status}]).problems
        assert [(problem.rule, problem.severity) for problem in problems] == [("gate-refused", severity)]


def test_checks_run_over_every_case_that_was_judged() -> None:
    """Two stories of one fault give two problems, each in its file."""
    made = library([{**TWO, "facts": [{"found": ["a"]}]}] * 2)
    cases = open_cases(made)
    problems = list(check_evidence(made, cases, judge(made, cases, AS_OF)))
    assert [problem.place.path[-10:] for problem in problems] == ["story-0.md", "story-1.md"]
    assert len((*CHECKS, *CHECKS_ACROSS)) == len({*CHECKS, *CHECKS_ACROSS})


def test_problems_stand_where_the_fault_is() -> None:
    """The refused fact is the one that is pointed at, not the first with as low a count."""
    sources = {"a": {"publisher": "ministry", "kind": "document"}, "b": {"publisher": "morning"}}
    made = reviewed([{"sources": sources, "facts": [{"found": ["a"]}, {"found": ["b"]}]}])
    where = made.library.stories[0].where
    assert [problem.place for problem in made.problems] == [where.place("facts", 1)]


SAID = {**TWO, "facts": [{"kind": "claim", "speaker": "acme", "found": ["a", "b"]}]}
READ = (
    "content/stories/story-0.md",
    "content/stories/story-0.lock",
    RUBRIC,
    PUBLISHERS,
    HUB,
    "content/entities/acme.md",
)


def test_a_receipt_names_every_file_that_the_verdict_is_reckoned_from() -> None:
    """The gate asks who the speaker is, and the hub's name and address decide who cites us."""
    made = library([SAID])
    assert set(files_of(made.stories[0], made)) == set(READ)


@pytest.mark.parametrize("changed", READ)
def test_a_receipt_changes_with_each_file_that_it_covers(changed: str) -> None:
    """file"""
    made = library([SAID])
    case = open_cases(made)[0]
    first, then = (replace(made, digests={**dict.fromkeys(READ, "0"), changed: new}) for new in "01")
    assert basis_of(case, first) != basis_of(case, then)


def test_a_receipt_changes_with_the_day_and_the_standing_text_and_with_nothing_else() -> None:
    """Another hour of one day gives the same; so does a file of no speaker."""
    made = library([SAID])
    case = open_cases(made)[0]
    first = judge_story(case, made, AS_OF).receipt
    assert judge_story(case, made, AS_OF.replace(hour=1)).receipt == first
    assert (
        judge_story(case, replace(made, digests={**made.digests, "content/entities/china.md": "x"}), AS_OF).receipt
        == first
    )
    assert judge_story(case, made, AS_OF.replace(day=2)).receipt != first
    assert judge_story(replace(case, boilerplate=frozenset({b"00007"})), made, AS_OF).receipt != first


def test_a_verdict_is_plain_data_through_and_through() -> None:
    """Nothing in it but texts, numbers, lists and records."""

    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(each) for key, each in value.items())
        if isinstance(value, tuple):
            return all(plain(each) for each in value)
        return value is None or isinstance(value, str | int | float | bool)

    assert plain(asdict(judged({**TWO, "outlook": "neutral"})))


def test_one_library_gives_each_story_its_own_verdict() -> None:
    """In the order of their slugs."""
    assert list(verdicts([{**TWO, "slug": "second"}, {**TWO, "slug": "first"}])) == ["first", "second"]


ROOM = Path(twosource.verification.__file__ or "").parent
ELSEWHERE = {"quotes", "quote_chain", "fingerprint", "hints", "figures", "across"}
"""Modules, and a folder, with a suite of their own."""


def public_functions() -> list[str]:
    here = (path for path in ROOM.rglob("*.py") if path.parent.name not in ELSEWHERE and path.stem != "across")
    modules = [path for path in here if path.stem not in ELSEWHERE or path.parent != ROOM]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    functions = [node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [name for name in functions if not name.startswith("_")]


def test_every_public_function_is_named_in_a_test() -> None:
    """Checks are run by the golden cases, by rule; everything else is called by name."""
    suite = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py"))
    checks = {check.__name__ for check in (*CHECKS, *CHECKS_ACROSS)}
    assert [name for name in public_functions() if name not in suite and name not in checks] == []


def test_a_receipt_is_another_when_any_part_of_it_is() -> None:
    """A file, a passage that was left out, the day or the tool."""
    basis = Basis((("a.md", "0" * 64),), (7,))
    parts = (
        (basis, "2026-03-01", "1"),
        (replace(basis, files=(("a.md", "1" * 64),)), "2026-03-01", "1"),
        (replace(basis, standing=(7, 8)), "2026-03-01", "1"),
        (basis, "2026-03-02", "1"),
        (basis, "2026-03-01", "2"),
    )
    assert len({receipt_of(*each) for each in parts}) == len(parts)
