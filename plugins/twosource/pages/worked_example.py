"""The worked example of the methodology: one story of the hub, reckoned step by step with its own numbers."""

from __future__ import annotations

from itertools import islice
from typing import Any

from twosource.pages.cards import card
from twosource.pages.folio import Folio
from twosource.pages.names import numbered
from twosource.pages.newsstand import Newsstand
from twosource.pages.story_facts import status_text, story_href
from twosource.pages.story_scores import confidence, impact
from twosource.pages.story_sources import clusters
from twosource.pages.views import ConfidenceView, ExampleView, ImpactView
from twosource.trends.brief import Brief
from twosource.verification.verdict import Level

AMONG, OPENED = 40, 8
"""The example is one of so many of the newest verified stories; so many of these are opened to choose from."""


def worked_example(stand: Newsstand) -> ExampleView | None:
    """Of the newest verified stories one in which many sources of different publishers count as one; None without any.

    Briefs tell how far publications shrink when they are counted, so that few stories have to be opened.
    """
    verified = (slug for slug, level in stand.current if level is Level.VERIFIED)
    briefs = [stand.brief(slug) for slug in islice(verified, AMONG)]
    likely = sorted(briefs, key=lambda brief: (brief.n - brief.publications, -brief.impact))[:OPENED]
    chosen = max((stand.folio(brief.slug) for brief in likely), key=_merged, default=None)
    return _worked(stand, chosen, story_href(stand, chosen.story.slug)) if chosen else None


def _merged(folio: Folio) -> int:
    """Publishers that do not count since they share an origin with another."""
    publishers = {source.id: source.publisher for source in folio.story.sources}
    held = ({publishers[name] for name in cluster.sources} for cluster in folio.verdict.clusters if cluster.counts)
    return sum(len(names) - 1 for names in held)


def _worked(stand: Newsstand, folio: Folio, page: str) -> ExampleView:
    brief = folio.brief
    shown = clusters(stand, folio)
    return {
        "card": card(stand, brief),
        "cited": len(folio.story.sources),
        "publications": brief.publications,
        "clusters": [
            {
                "heading": one["heading"],
                "counts": one["counts"],
                "publishers": list(dict.fromkeys(source["publisher"]["text"] for source in one["sources"])),
                "href": f"{page}#cluster-{one['n']}",
            }
            for one in shown
        ],
        "facts": _facts(brief, page),
        "n": brief.n,
        "confidence": _confidence(confidence(stand, folio), page),
        "impact": _impact(impact(stand, folio.verdict), page),
    }


def _facts(brief: Brief, page: str) -> list[dict[str, Any]]:
    """The facts on which it rests; the first of the lowest sets the badge."""
    essential = [fact for fact in brief.facts if fact.essential]
    lowest = min(essential, key=lambda fact: fact.count)
    return [
        {
            "n": fact.n,
            "text": fact.text,
            "href": f"{page}#fact-{fact.n}",
            "status": fact.status.value,
            "status_text": status_text(fact),
            "decides": fact is lowest,
        }
        for fact in essential
    ]


def _confidence(found: ConfidenceView, page: str) -> ConfidenceView:
    """The same with links that lead from here."""
    shares = found["shares"]
    for share in shares:
        share["sources"] = [{"text": one["text"], "href": page + one["href"]} for one in share["sources"]]
    return {**found, "fact": numbered((found["fact"]["n"],), page)[0]}


def _impact(found: ImpactView, page: str) -> ImpactView:
    for part in found["parts"]:
        part["facts"] = numbered((fact["n"] for fact in part["facts"]), page)
    return found
