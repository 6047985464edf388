"""What holds for every story whatever: Hypothesis looks for exceptions; `verification.properties` has the sentences."""

from __future__ import annotations

import json
import os
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, find, given, settings
from hypothesis import strategies as st

from tests.verification import recompute
from tests.verification.build import AS_OF, judged, library, reviewed, verdicts
from tests.verification.strategies import POOL, shelves, stories
from twosource.newsroom.story_words import FactKind, Stance
from twosource.pages.dossier import dossier
from twosource.pages.machine import story_record
from twosource.pages.small_stand import make_newsstand
from twosource.verification.clusters import groups_for, set_aside
from twosource.verification.evidence import carriers, judge_quote, touched
from twosource.verification.joins import find_joins
from twosource.verification.judge import judge, open_cases
from twosource.verification.last_run import LAST_RUN
from twosource.verification.never_counting import never_counts
from twosource.verification.properties import PROPERTIES, property_of
from twosource.verification.verdict import Level, Verdict

Story = dict[str, Any]

often = settings(
    max_examples=int(os.environ.get("TWOSOURCE_EXAMPLES", "60")),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
"""The same stories each time: what fails fails again. TWOSOURCE_EXAMPLES=5000 looks for longer."""


def numbers(verdict: Verdict) -> dict[str, Any]:
    """Everything about a verdict that is no matter of order."""
    return {
        "n": verdict.n,
        "level": verdict.level,
        "counts": [(fact.count, fact.against, fact.status, round(fact.confidence, 9)) for fact in verdict.facts],
        "confidence": (verdict.confidence.value, verdict.confidence.band, verdict.confidence.fact),
        "publications": verdict.publications,
        "information": verdict.information,
        "gate": verdict.gate,
        "impact": verdict.impact.score,
    }


def partition(verdict: Verdict) -> set[frozenset[str]]:
    return {frozenset(cluster.sources) for cluster in verdict.clusters}


def counting(verdict: Verdict) -> list[str]:
    return sorted(name for cluster in verdict.clusters if cluster.counts for name in cluster.sources)


@often
@given(stories())
def test_one_cluster_each(story: Story) -> None:
    """Clusters partition the sources, and each join lies within one of them."""
    verdict = judged(story)
    shown = [name for cluster in verdict.clusters for name in cluster.sources]
    assert sorted(shown) == sorted(story["sources"])
    assert all({join.a, join.b} <= set(cluster.sources) for cluster in verdict.clusters for join in cluster.joins)


@often
@given(shelves(), st.randoms(use_true_random=False))
def test_any_order(shelf: list[Story], chance: Any) -> None:
    """Sources, quotes and stories in another order give the same numbers and the same clusters."""
    other = deepcopy(shelf)
    for story in other:
        shuffled = list(story["sources"].items())
        chance.shuffle(shuffled)
        story["sources"] = dict(shuffled)
        for fact in story["facts"]:
            chance.shuffle(fact["found"])
    made = library(other)
    told, locks = list(made.stories), list(made.locks.items())
    chance.shuffle(told)
    chance.shuffle(locks)
    turned = replace(made, stories=tuple(told), locks=dict(locks))
    before, after = verdicts(shelf), judge(turned, open_cases(turned), AS_OF)
    assert before.keys() == after.keys()
    for slug, verdict in before.items():
        assert numbers(after[slug]) == numbers(verdict)
        assert partition(after[slug]) == partition(verdict)


def test_stories_of_a_shelf_bear_on_each_other() -> None:
    """Else their order could not matter: some have standing text that they have not alone."""

    def bears(shelf: list[Story]) -> bool:
        together, alone = verdicts(shelf), {slug: one for each in shelf for slug, one in verdicts([each]).items()}
        return any(partition(together[slug]) != partition(alone[slug]) for slug in together)

    find(shelves(), bears, settings=settings(often, max_examples=2000, phases=[Phase.generate]))


@often
@given(stories(), st.randoms(use_true_random=False))
def test_any_order_of_joins(story: Story, chance: Any) -> None:
    """Joins in another order give the same groups and undo the same ones."""
    case = open_cases(library([story]))[0]
    joins = list(find_joins(case))
    held, undone = set_aside(case, joins, never_counts(case))
    chance.shuffle(joins)
    turned, parted = set_aside(case, joins, never_counts(case))
    for kind in FactKind:
        assert groups_for(case, kind, turned) == groups_for(case, kind, held)
    assert {each.join for each in parted} == {each.join for each in undone}


COPIES = ("relay", "text", "site", "owner")


def copied(story: Story, original: str, way: str, chance: Any) -> Story:
    """The story with one more source, which only repeats what the original says."""
    more = deepcopy(story)
    first = more["sources"][original]
    url = "https://copy.copy.com/x"
    fresh = {"publisher": chance.choice(POOL), "kind": chance.choice(["reporting", "document"]), "url": url}
    ways: dict[str, dict[str, Any]] = {
        "relay": {"origin": {"source": original}},
        "text": {"text": first["text"] or ["900-960"]},
        "site": {"publisher": first["publisher"]},
        "owner": {"publisher": "tribune" if first["publisher"] == "herald" else "herald"},
    }
    if way == "text":
        first["text"] = ways["text"]["text"]
    more["sources"]["copy"] = fresh | ways[way]
    for fact in more["facts"]:
        if original in fact["found"] and chance.random() < 0.8:
            fact["found"].append("copy")
    return more


@often
@given(stories(), st.sampled_from(COPIES), st.randoms(use_true_random=False))
def test_copies_never_raise(story: Story, way: str, chance: Any) -> None:
    """One more copy of a source that counts never raises N, impact or confidence."""
    choice = counting(judged(story))
    assume(choice)
    original = chance.choice(choice)
    first = story["sources"][original]
    first["locked"] = True
    if way in ("site", "owner"):
        first.pop("because", None)
    if way == "owner":
        first["publisher"], first["published"] = chance.choice(["herald", "tribune"]), "2026-02-18"
    if way == "text":
        assume(first["text"] != ("200-219",))
        first["text"] = first["text"] or ("900-960",)
    before, after = judged(story), judged(copied(story, original, way, chance))
    assume(original in counting(before))
    assert after.n <= before.n
    assert after.impact == before.impact
    assert all(late.count <= early.count for late, early in zip(after.facts, before.facts, strict=True))
    if all(late.against >= early.against for late, early in zip(after.facts, before.facts, strict=True)):
        assert after.confidence.value <= before.confidence.value


@often
@given(stories(), st.randoms(use_true_random=False))
def test_fewer_joins_never_lower(story: Story, chance: Any) -> None:
    """Without one of its joins a story's facts count no less."""
    case = open_cases(library([story]))[0]
    excluded = never_counts(case)
    held, _ = set_aside(case, find_joins(case), excluded)
    assume(held)
    left_out = chance.choice(held)
    fewer = [join for join in held if join is not left_out]
    for fact in case.story.facts:
        quotes = tuple(judge_quote(case, quote) for quote in fact.evidence)
        carrying = carriers(quotes, Stance.SUPPORTS, excluded)
        before, after = (len(touched(groups_for(case, fact.kind, joins), carrying)) for joins in (held, fewer))
        assert after >= before


@often
@given(stories(), st.randoms(use_true_random=False))
def test_fewer_joins_never_lower_by_a_written_reason(story: Story, chance: Any) -> None:
    """A reason that a writer adds undoes joins, and so never lowers N."""
    other = deepcopy(story)
    chance.choice(list(other["sources"].values()))["because"] = "A reason."
    assert judged(other).n >= judged(story).n


@often
@given(stories(), st.randoms(use_true_random=False))
def test_independent_never_lowers(story: Story, chance: Any) -> None:
    """One more source that nothing joins to the others lowers neither N nor confidence."""
    more = deepcopy(story)
    more["sources"]["new"] = {
        "publisher": "ministry",
        "kind": chance.choice(["document", "social"]),
        "published": "2010",
    }
    for fact in more["facts"]:
        if chance.random() < 0.7:
            fact["found"].append("new")
    before, after = judged(story), judged(more)
    assert after.n >= before.n
    assert after.confidence.value >= before.confidence.value


@often
@given(stories(), st.randoms(use_true_random=False))
def test_less_evidence_never_raises(story: Story, chance: Any) -> None:
    """A supporting quote that is taken away, or no longer found, raises neither N nor confidence."""
    less = deepcopy(story)
    fact = chance.choice(less["facts"])
    gone = chance.choice(fact["found"])
    fact["found"].remove(gone)
    if not (fact["found"] or fact["against"]) or chance.random() < 0.5:
        fact["missing"] = [gone]
    before, after = judged(story), judged(less)
    assert after.n <= before.n
    assert after.confidence.value <= before.confidence.value


@often
@given(stories())
def test_single_never_verified(story: Story) -> None:
    """The level and the words agree with N, and with contradictions."""
    verdict = judged(story)
    against = any(fact.against for fact in verdict.facts if fact.essential)
    words = f"{verdict.badge} {verdict.detail}".lower()
    assert (verdict.level is Level.VERIFIED) == (verdict.n >= 2 and not against)
    assert ("verified" in words) == (verdict.level is Level.VERIFIED)
    assert "confirmed" not in words.replace("not independently confirmed", "")


@often
@given(stories())
def test_never_more_than_shown(story: Story) -> None:
    """N is bounded by what readers see: clusters that count, and publications."""
    verdict = judged(story)
    assert verdict.n <= sum(cluster.counts for cluster in verdict.clusters)
    assert verdict.n <= verdict.publications <= verdict.cited


@often
@given(stories(), st.sampled_from(["digest", "us", "loop"]), st.randoms(use_true_random=False))
def test_worthless_changes_nothing(story: Story, what: str, chance: Any) -> None:
    """An aggregator, a page of this hub or a source that is its own origin changes no number."""
    more = deepcopy(story)
    copied_texts = [spec["text"] for spec in more["sources"].values()]
    extra = {
        "digest": {"publisher": "digest"},
        "us": {"publisher": chance.choice(POOL), "origin": {"wire": "The Test Ledger"}},
        "loop": {"publisher": chance.choice(POOL), "origin": {"source": "new"}},
    }
    url = chance.choice([spec["url"] for spec in more["sources"].values()])
    more["sources"]["new"] = {"text": chance.choice(copied_texts), "url": url, **extra[what]}
    for fact in more["facts"]:
        fact[chance.choice(["found", "against"])].append("new")
    assert numbers(judged(more)) == numbers(judged(story))


@often
@given(stories())
def test_recomputed(story: Story) -> None:
    """Another program reckons the same from the JSON that is published for the story, and from nothing else."""
    if not judged(story).gate.passed:
        story = {**story, "status": "retracted"}
    stand = make_newsstand(reviewed([story]), AS_OF, "https://ledger.example.edu")
    record = json.loads(json.dumps(story_record(stand, dossier(stand, "story-0"))))
    shown = record["verification"]
    assert recompute.counts(record) == [(fact["count"], fact["against"]) for fact in record["facts"]]
    assert recompute.badge(record) == (shown["n"], shown["level"])
    assert recompute.impact(record) == record["impact"]["score"]
    exact = {fact["n"]: recompute.confidence(record, fact) for fact in record["facts"]}
    assert [fact["confidence"] for fact in record["facts"]] == pytest.approx([round(exact[n], 2) for n in exact])
    lowest = min(exact[fact["n"]] for fact in record["facts"] if fact["essential"])
    assert record["confidence"]["value"] == pytest.approx(round(lowest, 2))
    assert exact[record["confidence"]["fact"]] == pytest.approx(lowest)


def test_every_property_has_its_test() -> None:
    """No sentence is printed that nothing tests."""
    named = {f"test_{each.name.replace('-', '_')}" for each in PROPERTIES}
    assert named <= globals().keys()
    assert len({each.name for each in PROPERTIES}) == len(PROPERTIES)
    assert all(each.sentence.endswith(".") for each in PROPERTIES)


def test_the_result_on_file_is_of_the_very_tests_that_there_are() -> None:
    """A test that is new, gone or renamed asks for another run: make evidence."""
    assert LAST_RUN is not None
    assert {each.test: each.property for each in LAST_RUN.tests} == {
        name: found for name in globals() if name.startswith("test_") and (found := property_of(name))
    }
    assert {each.property for each in LAST_RUN.tests} == {each.name for each in PROPERTIES}
    assert all(each.examples > 0 or not each.held for each in LAST_RUN.tests)
