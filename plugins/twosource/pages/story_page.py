"""The page of one story, put together from its parts in the order in which readers meet them."""

from __future__ import annotations

from math import ceil

from twosource import __version__
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import FactKind
from twosource.pages import addresses, dates, story_after, story_facts, story_scores, story_sources
from twosource.pages.cards import badge_line, card
from twosource.pages.chrome import Head, html_page
from twosource.pages.common_origin import set_aside
from twosource.pages.dossier import Dossier
from twosource.pages.folio import Folio
from twosource.pages.json_ld_story import news_article
from twosource.pages.names import entity_chip, entity_name, topic_link, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.social_cards import card_address, card_words
from twosource.pages.views import Badge, Link, ReceiptView, StoryBody
from twosource.pages.wording import counted, in_query, listed, web_address
from twosource.verification.verdict import Verdict

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: about 238 words a minute in Brysbaert's review of 2019."""


def story_page(stand: Newsstand, held: Dossier) -> Page:
    """The page of one story."""
    folio = held.folio
    story = folio.story
    mark = badge_line(held.badge)
    head = Head(
        title=story.title,
        description=f"{mark}. {story.summary}",
        crumbs=(
            ("Topics", addresses.TOPICS),
            (topic_name(stand, story.category), addresses.topic(story.category)),
            (story.title, addresses.story(story.slug)),
        ),
        json_ld=(news_article(stand, folio, held.coverage, mark),),
        feeds=((f"Stories on {topic_name(stand, story.category)}", addresses.topic_feed(story.category)),),
        image=card_address(stand, folio.brief),
        image_alt=card_words(folio.brief),
    )
    return html_page(stand, addresses.story(story.slug), "story.html", head, story_body(stand, held))


def story_body(stand: Newsstand, held: Dossier) -> StoryBody:
    """Everything below the frame."""
    folio = held.folio
    story = folio.story
    verdict, prose = folio.verdict, folio.prose
    return {
        "type": "Archive analysis" if story.written else "News analysis",
        "title": story.title,
        "summary": story.summary,
        "notice": story_after.notice(stand, folio),
        "expired": folio.brief.has_expired(stand.house.as_of),
        "topic": topic_link(stand, story.category),
        "authors": list(story.authors),
        "editor": story.editor,
        "ai_use": story.ai_use,
        "date": dates.moment(story.date),
        "written": dates.moment(story.written) if story.written else None,
        "updated": dates.moment(story.updated) if story.updated else None,
        "checked": dates.iso_day(verdict.checked),
        "minutes": _minutes(story, prose.words),
        "share": _share(stand, folio, held.badge),
        "badge": held.badge,
        "facts_confirmed": facts_confirmed(verdict.confirmed, len(verdict.facts)),
        "claims": claims(stand, verdict),
        "information": _information(stand, verdict),
        "takeaways": story_facts.takeaways(folio),
        "mentioned": [entity_chip(stand, name) for name in story.mentioned],
        "facts": story_facts.facts(stand, folio),
        "unknowns": list(story.unknowns),
        "affected": story_facts.affected(stand, folio),
        "html": prose.html,
        "contents": [{"text": heading.text, "href": f"#{heading.id}"} for heading in prose.headings],
        "pull_quote": story_facts.pull_quote(stand, folio),
        "watch": story_after.watch(stand, folio),
        "timeline": story_after.timeline(stand, folio),
        "clusters": story_sources.clusters(stand, folio),
        "set_aside": set_aside(stand, folio),
        "coverage": list(held.coverage),
        "impact": story_scores.impact(stand, verdict),
        "confidence": story_scores.confidence(stand, folio),
        "outlook": story_scores.outlook(stand, folio),
        "changes": story_after.changes(stand, folio),
        "related": [{"card": card(stand, stand.brief(other.slug)), "reason": other.reason} for other in held.related],
        "receipt": _receipt(stand, folio, held.cite_as),
    }


def _information(stand: Newsstand, verdict: Verdict) -> dict[str, str]:
    meanings = stand.library.rubric.information
    return {"rating": verdict.information, "meaning": meanings.get(verdict.information, "")}


def facts_confirmed(confirmed: int, facts: int) -> str:
    """`4 of 5 key facts independently confirmed`."""
    return f"{confirmed} of {counted(facts, 'key fact')} independently confirmed"


def claims(stand: Newsstand, verdict: Verdict) -> str:
    """What a count means for the claims that a story rests on: that they were made."""
    found = [fact for fact in verdict.facts if fact.essential and fact.kind is not FactKind.FACT]
    if not found:
        return ""
    who = entity_name(stand, found[0].speaker) if found[0].speaker else "its speaker"
    if verdict.claims_only:
        said = f"{who} said so" if len(found) == 1 else "it was said"
        return f"All that this story rests on is what somebody says: counted is that {said}, not that it is so."
    if len(found) == 1:
        return f"Key fact {found[0].n} is what somebody says: counted is that {who} said so, not that it is so."
    numbers = listed([str(fact.n) for fact in found])
    return f"Key facts {numbers} are what somebody says: counted is that it was said, not that it is so."


def _minutes(story: Story, words: int) -> int:
    apparatus = [story.summary, *(held.text for held in story.takeaways), *(fact.text for fact in story.facts)]
    return max(1, ceil((words + sum(len(text.split()) for text in apparatus)) / WORDS_A_MINUTE))


def _share(stand: Newsstand, folio: Folio, mark: Badge) -> list[Link]:
    """Plain links: nothing is loaded from anybody until a reader follows one. The badge travels along."""
    # Piece by piece: the badge and the beginning of the address are the same for most stories.
    url = in_query(stand.url("/")) + in_query(addresses.story(folio.story.slug)[1:])
    words = f"{in_query(folio.story.title)}%20{in_query('(' + mark['short'] + ')')}"
    return [
        {"text": "Email", "href": f"mailto:?subject={words}&body={url}"},
        {"text": "Bluesky", "href": f"https://bsky.app/intent/compose?text={words}%20{url}"},
        {"text": "LinkedIn", "href": f"https://www.linkedin.com/sharing/share-offsite/?url={url}"},
        {"text": "X", "href": f"https://x.com/intent/post?text={words}&url={url}"},
    ]


def _receipt(stand: Newsstand, folio: Folio, cite_as: str) -> ReceiptView:
    return {
        "hash": folio.verdict.receipt,
        "rubric_version": stand.library.rubric.version,
        "version": __version__,
        "as_of": dates.day(stand.day),
        "data": {"text": "This story as JSON", "href": stand.href(addresses.story_data(folio.story.slug))},
        "cite": cite_as,
        "report": _report(stand, folio),
    }


def _report(stand: Newsstand, folio: Folio) -> Link:
    contact = web_address(stand.library.hub.contact)
    if contact.startswith("mailto:"):
        subject = f"Error%20in%3A%20{in_query(folio.story.title)}"
        contact += f"{'&' if '?' in contact else '?'}subject={subject}"
    return {"text": "Report an error", "href": contact}
