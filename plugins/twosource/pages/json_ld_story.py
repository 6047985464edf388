"""A story as a NewsArticle: what it cites, what it is based on, what was corrected, and its badge in the titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import ChangeKind, Status
from twosource.pages import addresses, dates
from twosource.pages.folio import Folio
from twosource.pages.json_ld import CONTEXT, KINDS, Thing, organisation
from twosource.pages.names import publisher_name, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import web_address
from twosource.trends.corrections import changes_until
from twosource.verification.verdict import State

NAMED_CHANGES = (ChangeKind.CORRECTION, ChangeKind.CLARIFICATION, ChangeKind.RETRACTION)
"""Changes that schema.org knows as corrections."""


def news_article(stand: Newsstand, folio: Folio, coverage: Sequence[str], mark: str) -> Thing:
    """The article. There is no ClaimReview: we report developments, and rate nobody's truthfulness."""
    story = folio.story
    url = stand.url(addresses.story(story.slug))
    article: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": story.title,
        "alternativeHeadline": f"{mark}: {story.title}",
        "abstract": f"{mark}. {story.summary}",
        "description": story.summary,
        "datePublished": dates.machine(story.issued),
        "temporalCoverage": dates.machine(story.date) if story.written else None,
        "dateModified": dates.machine(story.updated or story.issued),
        "author": [_author(stand, name) for name in story.authors],
        "publisher": organisation(stand),
        "editor": {"@type": "Person", "name": story.editor} if story.editor else None,
        "articleSection": topic_name(stand, story.category),
        "inLanguage": stand.library.hub.language,
        "wordCount": folio.prose.words,
        "isAccessibleForFree": True,
        "license": web_address(stand.library.hub.licence.url),
        "creativeWorkStatus": "Retracted" if story.status is Status.RETRACTED else "Published",
        "expires": dates.machine(story.expires) if story.expires else None,
        "backstory": " ".join(coverage),
        "citation": [_work(stand, source) for source in story.sources],
        "isBasedOn": _based_on(stand, folio),
        "correction": _corrections(stand, folio),
        "mentions": [_entity(stand, name) for name in folio.brief.entities if name in stand.entities],
        "about": _about(stand, folio),
    }
    return {key: value for key, value in article.items() if value not in (None, "", [])}


def _author(stand: Newsstand, name: str) -> Thing:
    desk = name in (stand.library.hub.publisher, stand.library.hub.name) or name.lower().endswith(" desk")
    return {"@type": "Organization" if desk else "Person", "name": name}


def _work(stand: Newsstand, source: Source) -> Thing:
    work: Thing = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": web_address(source.url),
        "publisher": {"@type": "Organization", "name": publisher_name(stand, source.publisher)},
        "datePublished": dates.partial(source.published)["iso"],
        "author": {"@type": "Person", "name": source.author} if source.author else None,
    }
    return {key: value for key, value in work.items() if value}


def _based_on(stand: Newsstand, folio: Folio) -> list[str]:
    """Sources in whose saved copies a quote was found."""
    facts = folio.verdict.facts
    found = {quote.source for fact in facts for quote in fact.evidence if quote.state is State.FOUND}
    return [web_address(source.url) for source in folio.story.sources if source.id in found]


def _corrections(stand: Newsstand, folio: Folio) -> list[Thing]:
    return [
        {"@type": "CorrectionComment", "text": change.text, "datePublished": dates.partial(change.date)["iso"]}
        for _, change in changes_until(folio.brief, stand.day)
        if change.kind in NAMED_CHANGES
    ]


def _entity(stand: Newsstand, name: str) -> Thing:
    entity = stand.entities[name]
    return {"@type": KINDS[entity.type], "name": entity.name, "url": stand.url(addresses.entity(name))}


def _about(stand: Newsstand, folio: Folio) -> list[Thing]:
    topic = {
        "@type": "Thing",
        "name": topic_name(stand, folio.story.category),
        "url": stand.url(addresses.topic(folio.story.category)),
    }
    terms = [
        {"@type": "DefinedTerm", "name": stand.library.terms[term].term, "url": stand.url(addresses.term(term))}
        for term in folio.prose.terms
    ]
    return [topic, *terms]
