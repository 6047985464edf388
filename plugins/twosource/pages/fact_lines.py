"""Key facts on other pages than their story's: the statement, its badge, and a link to its proof."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from twosource.newsroom.reference import Entity
from twosource.newsroom.story_words import FactKind
from twosource.pages.newsstand import Newsstand
from twosource.pages.story_facts import status_text, story_href
from twosource.pages.views import FactLine
from twosource.trends.brief import Brief, BriefFact
from twosource.verification.verdict import FactStatus


def fact_line(stand: Newsstand, brief: Brief, fact: BriefFact) -> FactLine:
    """One key fact."""
    return {
        "text": fact.text,
        "href": f"{story_href(stand, brief.slug)}#fact-{fact.n}",
        "status": fact.status.value,
        "status_text": status_text(fact),
    }


def resting_on(brief: Brief) -> Sequence[BriefFact]:
    """Key facts of a story, those that it rests on first."""
    return sorted(brief.facts, key=lambda fact: not fact.essential)


def known_of(stand: Newsstand, entity: Entity, briefs: Iterable[Brief], many: int) -> list[FactLine]:
    """Facts that name an entity, newest story first, those with two independent sources before the others.

    Claims and forecasts are left out: they are what somebody said, and not what is known.
    """
    # Short forms such as `US` stand in other names too often to tell of whom a fact speaks.
    names = [name for name in (entity.name, *entity.aliases) if len(name) > 3]
    wanted = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)")
    found = [
        (brief, fact)
        for brief in briefs
        for fact in brief.facts
        if fact.kind is FactKind.FACT and wanted.search(fact.text)
    ]
    ordered = sorted(found, key=lambda held: held[1].status is not FactStatus.CONFIRMED)
    return [fact_line(stand, brief, fact) for brief, fact in ordered[:many]]
