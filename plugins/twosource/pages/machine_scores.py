"""The judgement of a story in machine form: clusters and joins, gate, and the three scores with their figures."""

from __future__ import annotations

from typing import Any

from twosource.newsroom.rubric import Rubric
from twosource.verification.verdict import Basis, Cluster, Join, Verdict

Record = dict[str, Any]


def verification(verdict: Verdict) -> Record:
    """What the badge says and what it rests on. A story's n is the lowest count of its essential facts."""
    return {
        "n": verdict.n,
        "level": verdict.level.value,
        "badge": " · ".join((verdict.badge, verdict.detail)),
        "gate": {"passed": verdict.gate.passed, "rule": verdict.gate.rule, "because": verdict.gate.because},
        "publications": verdict.publications,
        "claims_only": verdict.claims_only,
        "cited": verdict.cited,
        "confirmed": verdict.confirmed,
        "information": verdict.information,
        "checked": verdict.checked,
        "clusters": [_cluster(cluster) for cluster in verdict.clusters],
        "set_aside": [{**_join(held.join), "because": held.because} for held in verdict.set_aside],
    }


def impact(verdict: Verdict) -> Record:
    """Consequence: the points add up to `exact`, which is rounded to `score`."""
    return {
        "score": verdict.impact.score,
        "exact": verdict.impact.exact,
        "parts": [
            {
                "dimension": part.dimension,
                "score": part.score,
                "weight": part.weight,
                "points": part.points,
                "anchor": part.anchor,
                "because": part.because,
                "facts": list(part.facts),
            }
            for part in verdict.impact.parts
        ],
    }


def confidence(rubric: Rubric, verdict: Verdict) -> Record:
    """How sure the evidence makes us, with every figure of the formula."""
    found, rules = verdict.confidence, rubric.confidence
    return {
        "value": found.value,
        "band": found.band.value,
        "fact": found.fact,
        "against": found.against,
        "capped": found.capped,
        "why_not_higher": list(found.why_not_higher),
        "shares": [
            {
                "sources": list(held.sources),
                "weakest": held.weakest,
                "grade": held.grade,
                "kind": held.kind,
                "value": held.value,
            }
            for held in found.shares
        ],
        "rules": {
            "contradicted": rules.contradicted,
            "stale_after_days": rules.stale_after_days,
            "stale": rules.stale,
            "single_source_ceiling": rules.single_source_ceiling,
            "ceiling": rules.ceiling,
            "high": rules.high,
            "moderate": rules.moderate,
        },
    }


def outlook(verdict: Verdict) -> Record | None:
    """The writer's outlook beside the derived one."""
    found = verdict.outlook
    return (
        {
            "value": found.value.value,
            "for": found.entity,
            "because": found.because,
            "facts": list(found.facts),
            "derived": found.derived.value,
            "agrees": found.agrees,
        }
        if found
        else None
    )


def reckoned_from(basis: Basis) -> Record:
    """Everything that the receipt is a digest of, beside `tool_version` and `as_of`."""
    return {
        "files": [{"path": path, "sha256": digest} for path, digest in basis.files],
        "standing_text": list(basis.standing),
    }


def _cluster(cluster: Cluster) -> Record:
    return {
        "sources": list(cluster.sources),
        "counts": cluster.counts,
        "because": cluster.because,
        "joins": [_join(join) for join in cluster.joins],
    }


def _join(join: Join) -> Record:
    return {"kind": join.kind.value, "a": join.a, "b": join.b, "detail": join.detail}
