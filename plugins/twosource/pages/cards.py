"""A story in a list, and its badge: words before colour, the single-source mark on every surface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.newsroom.library import has_expired
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import ChangeKind, Status
from twosource.pages import addresses, dates
from twosource.pages.names import entity_name, topic_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import Badge, Card
from twosource.pages.wording import counted
from twosource.trends.corrections import changes_until
from twosource.verification.verdict import Level, Verdict

SHORT: Mapping[Level, str] = {
    Level.SINGLE_SOURCE: "Single source",
    Level.DISPUTED: "Disputed",
    Level.UNCHECKED: "Cited, not checked",
}
"""Badges for tight places; a verified story's holds its number."""


def badge(story: Story, verdict: Verdict) -> Badge:
    """The verification of a story, for any surface."""
    if story.status is Status.RETRACTED:
        return _badge(verdict, "retracted", "Retracted", "Retracted", "kept for the record, counted nowhere")
    words, detail = verdict.badge, verdict.detail
    short = SHORT.get(verdict.level) or counted(verdict.n, "independent source")
    return _badge(verdict, verdict.level.value, words, short, detail)


def badge_line(mark: Badge) -> str:
    """The badge in one line: `Single source · not independently confirmed`."""
    return " · ".join(part for part in (mark["text"], mark["detail"]) if part)


def marked(title: str, mark: Badge) -> str:
    """A headline that stands alone, as in a feed: `Plant opens (single source)`; a verified story's as it is."""
    return title if mark["level"] == Level.VERIFIED.value else f"{title} ({mark['short'].lower()})"


def card(stand: Newsstand, story: Story) -> Card:
    """A story in a list."""
    verdict = stand.verdict(story)
    address = addresses.story(story.slug)
    return {
        "slug": story.slug,
        "title": story.title,
        "href": stand.href(address),
        "url": stand.url(address),
        "summary": story.summary,
        "date": dates.moment_day(story.date),
        "written": dates.moment_day(story.written) if story.written else None,
        "updated": dates.moment_day(story.updated) if story.updated else None,
        "topic": topic_link(stand, story.category),
        "badge": badge(story, verdict),
        "impact": verdict.impact.score,
        "confidence": verdict.confidence.band.value,
        "outlook": outlook_words(stand, verdict),
        "corrected": was_corrected(stand, story),
        "notice": notice(stand, story),
    }


def cards(stand: Newsstand, stories: Iterable[Story]) -> list[Card]:
    """Stories in a list."""
    return [card(stand, story) for story in stories]


def outlook_words(stand: Newsstand, verdict: Verdict) -> str:
    """`bullish for US recyclers`; empty where a story gives no outlook."""
    found = verdict.outlook
    return f"{found.value.value} for {entity_name(stand, found.entity)}" if found else ""


def was_corrected(stand: Newsstand, story: Story) -> bool:
    """True when a correction had been made by the day of the site."""
    return any(change.kind is ChangeKind.CORRECTION for _, change in changes_until(story, stand.day))


def notice(stand: Newsstand, story: Story) -> str:
    """What a list has to say before the title; mostly nothing."""
    if story.status is Status.RETRACTED:
        return "Retracted"
    return "Kept for the record" if has_expired(story, stand.as_of) else ""


def _badge(verdict: Verdict, level: str, words: str, short: str, detail: str) -> Badge:
    return {"level": level, "text": words, "short": short, "n": verdict.n, "detail": detail}
