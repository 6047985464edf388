"""A story as a NewsArticle: what it cites and is based on, what was corrected, and how well it is verified.

There is no ClaimReview: we report developments, and rate nobody's truthfulness. The badge stands in plain properties:
in the second headline and the abstract in words, among the keywords as a term whose code programs may read, and its
reasons in the backstory.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import ChangeKind, Status
from twosource.pages import addresses, dates
from twosource.pages.cards import badge
from twosource.pages.folio import Folio
from twosource.pages.json_ld import CONTEXT, Thing, publisher_in_short
from twosource.pages.json_ld_things import KINDS
from twosource.pages.names import publisher_name, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.social_cards import card_address
from twosource.pages.wording import web_address
from twosource.trends.brief import Brief
from twosource.trends.corrections import changes_until
from twosource.verification.agencies import name_key
from twosource.verification.verdict import State

NAMED_CHANGES = (ChangeKind.CORRECTION, ChangeKind.CLARIFICATION, ChangeKind.RETRACTION)
"""Changes that schema.org knows as corrections."""

BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\band\b)\s*")
"""What parts the names in a byline."""


def news_article(stand: Newsstand, folio: Folio, coverage: Sequence[str], mark: str) -> Thing:
    """The article; `mark` is the line of its badge, `coverage` how it was made."""
    story = folio.story
    url, card = stand.url(addresses.story(story.slug)), card_address(stand, folio.brief)
    article: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": _page(folio, url),
        "image": stand.url(card) if card else None,
        "headline": story.title,
        "alternativeHeadline": f"{mark}: {story.title}",
        "abstract": f"{mark}. {story.summary}",
        "description": story.summary,
        "datePublished": dates.machine(story.issued),
        "temporalCoverage": dates.machine(story.date) if story.written else None,
        "dateModified": dates.machine(story.updated or story.issued),
        "author": [_author(stand, name) for name in story.authors],
        "publisher": publisher_in_short(stand),
        "publishingPrinciples": stand.url(addresses.METHODOLOGY),
        "editor": {"@type": "Person", "name": story.editor} if story.editor else None,
        "articleSection": topic_name(stand, story.category),
        "keywords": [verification_term(stand, folio.brief)],
        "inLanguage": stand.library.hub.language,
        "wordCount": folio.prose.words,
        "license": web_address(stand.library.hub.licence.url),
        "creativeWorkStatus": "Retracted" if story.status is Status.RETRACTED else None,
        "expires": dates.machine(story.expires) if story.expires else None,
        "backstory": " ".join(coverage),
        "citation": [_work(stand, source) for source in story.sources],
        "isBasedOn": _based_on(stand, folio),
        "correction": _corrections(stand, folio),
        "mentions": [_entity(stand, name) for name in folio.brief.entities if name in stand.entities],
        "about": _about(stand, folio),
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": stand.url(addresses.story_data(story.slug)),
            "encodingFormat": "application/json",
        },
    }
    return {key: value for key, value in article.items() if value not in (None, "", [])}


def verification_term(stand: Newsstand, brief: Brief) -> Thing:
    """The badge as a term: its words, its level as a code, what it rests on, and where its meaning is told."""
    mark = badge(brief)
    term = {
        "@type": "DefinedTerm",
        "name": mark["text"],
        "termCode": mark["level"],
        "description": mark["detail"],
        "inDefinedTermSet": stand.url(addresses.METHODOLOGY),
    }
    return {key: value for key, value in term.items() if value}


def _page(folio: Folio, url: str) -> Thing:
    """The story's page, and when its sources were last looked at."""
    checked = {"lastReviewed": folio.verdict.checked} if folio.verdict.checked else {}
    return {"@type": "WebPage", "@id": url, **checked}


def _author(stand: Newsstand, name: str) -> Thing:
    if name in (stand.library.hub.publisher, stand.library.hub.name) or name.lower().endswith(" desk"):
        return {"@type": "Organization", "name": name, "url": stand.url(addresses.ABOUT)}
    return {"@type": "Person", "name": name}


def _work(stand: Newsstand, source: Source) -> Thing:
    work: Thing = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": web_address(source.url),
        "publisher": {"@type": "Organization", "name": publisher_name(stand, source.publisher)},
        "datePublished": dates.partial(source.published)["iso"],
        "author": [_writer(stand, name) for name in BETWEEN_NAMES.split(source.author) if name],
    }
    return {key: value for key, value in work.items() if value}


def _writer(stand: Newsstand, name: str) -> Thing:
    """Who wrote a source: a person, unless an agency is credited."""
    return {"@type": "Organization" if name_key(name) in stand.house.agencies else "Person", "name": name}


def _based_on(stand: Newsstand, folio: Folio) -> list[str]:
    """Sources in whose saved copies a quote was found."""
    facts = folio.verdict.facts
    found = {quote.source for fact in facts for quote in fact.evidence if quote.state is State.FOUND}
    return [web_address(source.url) for source in folio.story.sources if source.id in found]


def _corrections(stand: Newsstand, folio: Folio) -> list[Thing]:
    return [
        {
            "@type": "CorrectionComment",
            "name": change.kind.value.capitalize(),
            "text": change.text,
            "datePublished": dates.partial(change.date)["iso"],
            "url": f"{stand.url(addresses.story(folio.story.slug))}#changes",
        }
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
