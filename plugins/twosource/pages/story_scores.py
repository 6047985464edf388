"""Confidence, impact and outlook of a story: three scores, never mixed, each with what it was reckoned from."""

from __future__ import annotations

from twosource.newsroom.story import Story
from twosource.pages.names import entity_chip, numbered
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import ConfidenceView, ImpactView, OutlookView
from twosource.pages.wording import decimal, percent
from twosource.verification.verdict import Verdict


def impact(verdict: Verdict) -> ImpactView:
    """Consequence, dimension by dimension."""
    return {
        "score": verdict.impact.score,
        "exact": decimal(verdict.impact.exact, 2),
        "parts": [
            {
                "dimension": part.dimension,
                "score": part.score,
                "weight": percent(part.weight),
                "points": decimal(part.points, 2),
                "anchor": part.anchor,
                "because": part.because,
                "facts": numbered(part.facts),
            }
            for part in verdict.impact.parts
        ],
    }


def confidence(verdict: Verdict) -> ConfidenceView:
    """How sure the evidence makes us, and why not more."""
    found = verdict.confidence
    return {
        "value": f"{found.value:.2f}",
        "band": found.band.value,
        "fact": numbered((found.fact,))[0],
        "shares": [
            {
                "sources": list(held.sources),
                "weakest": held.weakest,
                "grade": held.grade,
                "kind": held.kind,
                "value": f"{held.value:.2f}",
            }
            for held in found.shares
        ],
        "capped": found.capped,
        "why_not_higher": list(found.why_not_higher),
    }


def outlook(stand: Newsstand, story: Story) -> OutlookView | None:
    """Where it goes and for whom: the writer's reading beside the derived one."""
    found = stand.verdict(story).outlook
    if found is None:
        return None
    return {
        "value": found.value.value,
        "entity": entity_chip(stand, found.entity),
        "because": found.because,
        "facts": numbered(found.facts),
        "derived": found.derived.value,
    }
