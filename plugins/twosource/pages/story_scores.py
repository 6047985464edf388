"""Confidence, impact and outlook of a story: three scores, never mixed, each with what it was reckoned from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from twosource.newsroom.rubric import Dimension
from twosource.pages.agencies import page_names
from twosource.pages.folio import Folio
from twosource.pages.names import entity_chip, numbered, publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import ConfidenceView, ImpactView, OutlookView, ShareView
from twosource.pages.wording import decimal, percent
from twosource.verification.verdict import Points, Share, Verdict


def impact(stand: Newsstand, verdict: Verdict) -> ImpactView:
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
                "anchor": stand.once(f"anchor:{part.dimension}:{part.score}", partial(_anchor, stand, part)),
                "because": part.because,
                "facts": numbered(part.facts),
            }
            for part in verdict.impact.parts
        ],
    }


def confidence(stand: Newsstand, folio: Folio) -> ConfidenceView:
    """How sure the evidence makes us, and why not more."""
    found = folio.verdict.confidence
    return {
        "value": f"{found.value:.2f}",
        "band": found.band.value,
        "fact": numbered((found.fact,))[0],
        "shares": [_share(stand, folio, held) for held in found.shares],
        "capped": found.capped,
        "why_not_higher": _limits(stand, folio),
    }


def _limits(stand: Newsstand, folio: Folio) -> list[str]:
    """What holds the value down, without what the table of shares says line by line; all of it where that is all."""
    found = folio.verdict.confidence
    publisher = {source.id: source.publisher for source in folio.story.sources}
    table = {
        f"{publisher_name(stand, publisher[held.weakest])} is worth {held.value:.2f}: grade {held.grade}, "
        f"counted as {held.kind}."
        for held in found.shares
    }
    return [line for line in found.why_not_higher if line not in table] or list(found.why_not_higher)


def outlook(stand: Newsstand, folio: Folio) -> OutlookView | None:
    """Where it goes and for whom: the writer's reading beside the derived one."""
    found = folio.verdict.outlook
    if found is None:
        return None
    return {
        "value": found.value.value,
        "entity": entity_chip(stand, found.entity),
        "because": found.because,
        "facts": numbered(found.facts),
        "derived": found.derived.value,
    }


def _anchor(stand: Newsstand, part: Points) -> str:
    """The rubric's words for a score that has an anchor, else those for the anchors on either side of it."""
    rules: Mapping[str, Dimension] = {
        name: getattr(stand.library.rubric.impact, name) for name in ("regulatory", "financial", "operational")
    }
    anchors = {int(score): words for score, words in rules[part.dimension].anchors.items()}
    above = min((score for score in anchors if score >= part.score), default=part.score)
    below = max(score for score in anchors if score <= part.score)
    if above == below or above not in anchors:
        return f"Anchor {below} of the rubric: “{anchors[below]}”"
    return f"Between two anchors of the rubric: {below}, “{anchors[below]}”, and {above}, “{anchors[above]}”"


def _share(stand: Newsstand, folio: Folio, held: Share) -> ShareView:
    inside = [source for source in folio.story.sources if source.id in held.sources]
    weakest = next(source.publisher for source in inside if source.id == held.weakest)
    alone = len({source.publisher for source in inside}) == 1
    return {
        "sources": [
            {"text": name, "href": f"#source-{source.id}"}
            for name, source in zip(page_names(stand, inside), inside, strict=True)
        ],
        "weakest": "" if alone else publisher_name(stand, weakest),
        "grade": held.grade,
        "kind": held.kind,
        "value": f"{held.value:.2f}",
    }
