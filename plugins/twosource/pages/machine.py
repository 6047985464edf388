"""A story in machine form: all that its page says, and all that its badge and scores are reckoned from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from twosource import __version__
from twosource.newsroom.story import Source, Story
from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line, notice
from twosource.pages.dossier import Dossier
from twosource.pages.folio import Folio
from twosource.pages.machine_scores import confidence, impact, outlook, reckoned_from, verification
from twosource.pages.names import entity_name, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.story_facts import looked_up
from twosource.pages.wording import web_address
from twosource.trends.brief import Brief
from twosource.trends.corrections import changes_until
from twosource.trends.ledger import Forecast, forecasts_of
from twosource.verification.verdict import JudgedFact, JudgedQuote

Record = dict[str, Any]


def story_record(stand: Newsstand, held: Dossier) -> Record:
    """The whole story; its form is published at /data/story.schema.json."""
    folio = held.folio
    story, verdict = folio.story, folio.verdict
    return {
        "$schema": stand.url(addresses.STORY_SCHEMA),
        **story_entry(stand, folio.brief),
        **_byline(story),
        "verification": verification(verdict),
        "facts": [fact_record(story, fact) for fact in verdict.facts],
        "impact": impact(verdict),
        "confidence": confidence(stand.library.rubric, verdict),
        "outlook": outlook(verdict),
        "sources": [_source(stand, folio, source) for source in story.sources],
        **_parties(stand, story),
        "unknowns": list(story.unknowns),
        "pull_quote": _pull_quote(story),
        "analysis": story.body.text,
        "terms": list(folio.prose.terms),
        **_over_time(stand, folio.brief, story),
        "coverage": list(held.coverage),
        "related": [{"slug": other.slug, "reason": other.reason} for other in held.related],
        "rubric_version": stand.library.rubric.version,
        "receipt": verdict.receipt,
        "reckoned_from": reckoned_from(verdict.basis),
        "tool_version": __version__,
        "as_of": stand.day.isoformat(),
        "cite_as": held.cite_as,
        "licence": {"name": stand.library.hub.licence.name, "url": stand.library.hub.licence.url},
    }


def _byline(story: Story) -> Record:
    return {
        "authors": list(story.authors),
        "editor": story.editor,
        "ai_use": story.ai_use,
        "expires": dates.machine(story.expires) if story.expires else None,
        "takeaways": [{"text": line.text, "facts": list(line.facts)} for line in story.takeaways],
    }


def _parties(stand: Newsstand, story: Story) -> Record:
    affected = [
        {
            "entity": party.entity,
            "effect": party.effect.value,
            "because": party.because,
            "facts": list(party.facts),
            "horizon": party.horizon,
        }
        for party in story.affected
    ]
    return {"mentioned": [_entity(stand, name) for name in story.mentioned], "affected": affected}


def _over_time(stand: Newsstand, brief: Brief, story: Story) -> Record:
    changes = [
        {"n": n, "date": change.date.text, "kind": change.kind.value, "text": change.text, "facts": list(change.facts)}
        for n, change in changes_until(story, stand.day)
    ]
    return {
        "timeline": [{"date": one.date.text, "title": one.title, "facts": list(one.facts)} for one in story.timeline],
        "watch": [forecast_record(brief, forecast) for forecast in forecasts_of(story, stand.day)],
        "changes": changes,
    }


def story_entry(stand: Newsstand, story: Brief) -> Record:
    """The story as the index lists it."""
    mark = badge(story)
    return {
        "slug": story.slug,
        "title": story.title,
        "url": stand.url(addresses.story(story.slug)),
        "data": stand.url(addresses.story_data(story.slug)),
        "status": story.status.value,
        "notice": notice(stand, story),
        "summary": story.summary,
        "topic": {"id": story.category, "name": topic_name(stand, story.category)},
        "date": dates.machine(story.date),
        "written": dates.machine(story.written) if story.written else None,
        "updated": dates.machine(story.updated) if story.updated else None,
        "badge": badge_line(mark),
        "level": mark["level"],
        "n": story.n,
    }


def forecast_record(brief: Brief, entry: Forecast) -> Record:
    """One forecast; what was decided later than the site's day is not told."""
    item, decided = entry.item, entry.decided
    return {
        "id": entry.id,
        "n": entry.n,
        "statement": item.statement,
        "says": item.says,
        "due": item.due.text,
        "decided_by": item.decided_by,
        "status": entry.state.value,
        "hindsight": decided and entry.hindsight,
        "likelihood": item.likelihood,
        "decided_on": item.decided_on.text if decided and item.decided_on else None,
        "outcome": item.outcome if decided else "",
        "evidence": [_quote(held.judged) for held in looked_up(brief, entry)],
    }


def fact_record(story: Story, fact: JudgedFact) -> Record:
    """One key fact with its counts and its evidence."""
    as_of = story.facts[fact.n - 1].as_of
    return {
        "n": fact.n,
        "text": fact.text,
        "kind": fact.kind.value,
        "speaker": fact.speaker,
        "essential": fact.essential,
        "as_of": as_of.text if as_of else None,
        "count": fact.count,
        "against": fact.against,
        "status": fact.status.value,
        "confidence": fact.confidence,
        "evidence": [_quote(quote) for quote in fact.evidence],
    }


def _quote(quote: JudgedQuote) -> Record:
    return {
        "source": quote.source,
        "quote": quote.quote,
        "stance": quote.stance.value,
        "state": quote.state.value,
        "link": web_address(quote.link),
    }


def _source(stand: Newsstand, folio: Folio, source: Source) -> Record:
    publisher, rubric = stand.library.publishers[source.publisher], stand.library.rubric
    return {
        "id": source.id,
        "url": web_address(source.url),
        "title": source.title,
        "publisher": {"id": publisher.id, "name": publisher.name},
        "kind": source.kind.value,
        "primary": source.kind in rubric.gate.primary_kinds,
        "published": source.published.text,
        "author": source.author,
        "origin": {"kind": source.origin.kind.value, "name": source.origin.name},
        "independent_because": source.independent_because,
        "grade": publisher.grade.value,
        "reliability": rubric.grades[publisher.grade].reliability,
        "kind_weight": rubric.confidence.kinds[source.kind],
        "copy": _copy(folio, source),
    }


def _copy(folio: Folio, source: Source) -> Mapping[str, Any] | None:
    """What is known of the saved copy; the fingerprint cannot be turned back into the text."""
    saved = folio.saved(source)
    return (
        {
            "retrieved": saved.retrieved,
            "sha256": saved.sha256,
            "words": saved.words,
            "publisher": saved.publisher,
            "canonical": saved.canonical,
            "authors": list(saved.authors),
            "published": saved.published,
            "hints": [{"kind": hint.kind, "name": hint.name, "span": hint.span} for hint in saved.hints],
            "fingerprint": saved.fingerprint,
        }
        if saved
        else None
    )


def _entity(stand: Newsstand, name: str) -> Record:
    found = stand.entities.get(name)
    return {"id": name, "name": entity_name(stand, name), "type": found.type.value if found else ""}


def _pull_quote(story: Story) -> Record | None:
    return {"fact": story.pull_quote.fact, "evidence": story.pull_quote.evidence} if story.pull_quote else None
