"""Every case in `cases/*.yml` comes out as its file says."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.verification.build import CASES, reviewed
from twosource.newsroom.rules import RULES
from twosource.verification.verdict import Join, JoinKind, Verdict

FILES = ("independence", "counts", "gate", "checks")
GOLDEN = [
    pytest.param(case, id=f"{name}: {case['case']}")
    for name in FILES
    for case in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
]


def told(join: Join) -> str:
    """A join in three words, its sources by name."""
    return " ".join((join.kind.value, *sorted((join.a, join.b))))


def outcome(verdict: Verdict, rules: list[str]) -> dict[str, Any]:
    """Everything that a case may expect."""
    return {
        "clusters": sorted(sorted(cluster.sources) for cluster in verdict.clusters),
        "joins": sorted(told(join) for cluster in verdict.clusters for join in cluster.joins),
        "reasons": sorted(join.detail for cluster in verdict.clusters for join in cluster.joins),
        "set_aside": sorted(told(each.join) for each in verdict.set_aside),
        "told": sorted({each.because for each in verdict.set_aside}),
        "never": {name: each.because for each in verdict.clusters if not each.counts for name in each.sources},
        "counts": [fact.count for fact in verdict.facts],
        "against": [fact.against for fact in verdict.facts],
        "statuses": [fact.status.value for fact in verdict.facts],
        "n": verdict.n,
        "level": verdict.level.value,
        "badge": f"{verdict.badge} · {verdict.detail}",
        "publications": verdict.publications,
        "confirmed": verdict.confirmed,
        "gate": verdict.gate.rule,
        "because": verdict.gate.because,
        "passed": verdict.gate.passed,
        "information": int(verdict.information),
        "confidence": verdict.confidence.value,
        "band": verdict.confidence.band.value,
        "decided_by": verdict.confidence.fact,
        "impact": verdict.impact.score,
        "outlook": verdict.outlook.derived.value if verdict.outlook else None,
        "problems": sorted(rules),
    }


@pytest.mark.parametrize("case", GOLDEN)
def test_case(case: dict[str, Any]) -> None:
    """What a case expects is what the rules give; problems are compared whenever it names them, and none else."""
    review = reviewed([case])
    verdict = review.verdicts["story-0"]
    here = [problem.rule for problem in review.problems if problem.place.path.endswith("story-0.md")]
    found = outcome(verdict, here)
    wanted = {key: sorted(map(sorted, value)) if key == "clusters" else value for key, value in case["expect"].items()}
    sort = ("joins", "reasons", "set_aside", "told", "problems")
    wanted = {key: sorted(value) if key in sort else value for key, value in wanted.items()}
    assert {key: found[key] for key in wanted} == wanted


def words(text: str) -> set[str]:
    return set(text.split())


def test_cases_expect_only_what_there_is() -> None:
    """A misspelt key of a description would test nothing."""
    of_case = words(
        "case why expect sources facts rubric hub affected outlook for status body aliases addresses elsewhere impact"
    )
    of_source = words("publisher kind published origin because url locked locked_url canonical hints text author")
    of_fact = words("kind speaker essential text quotes found missing against")
    for case in (param.values[0] for param in GOLDEN):
        assert isinstance(case, dict)
        assert case.keys() <= of_case
        assert all((spec or {}).keys() <= of_source for spec in case["sources"].values()), case["case"]
        assert all(fact.keys() <= of_fact for fact in case["facts"]), case["case"]


def test_every_kind_of_join_has_a_case() -> None:
    """No rule of independence goes without an example that one can read."""
    shown = {join.split()[0] for param in GOLDEN for join in param.values[0]["expect"].get("joins", ())}  # type: ignore[index]
    assert shown == {kind.value for kind in JoinKind}


def test_every_problem_of_the_evidence_has_a_case() -> None:
    """Each rule that the evidence can break is broken by a case; locks and pairs of stories have other suites."""
    rules = list(RULES)
    of_evidence = set(rules[rules.index("quote-not-found") :]) - {"stories-disagree"}
    shown = {rule for param in GOLDEN for rule in param.values[0]["expect"].get("problems", ())}  # type: ignore[index]
    assert of_evidence - shown == set()
