"""A story in a list, and its badge: words before colour, the single-source mark on every surface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.newsroom.story_words import ChangeKind, Status
from twosource.pages import addresses, dates
from twosource.pages.names import entity_name, topic_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import Badge, Card, Day
from twosource.pages.wording import counted
from twosource.trends.brief import Brief
from twosource.trends.corrections import changes_until
from twosource.verification.verdict import Level

SHORT: Mapping[Level, str] = {
    Level.SINGLE_SOURCE: "Single source",
    Level.DISPUTED: "Disputed",
    Level.UNCHECKED: "Cited, not checked",
}
"""Badges for tight places; a verified story's holds its number."""


def badge(brief: Brief) -> Badge:
    """The verification of a story, for any surface."""
    if brief.status is Status.RETRACTED:
        return _badge(brief, "retracted", "Retracted", "Retracted", "kept for the record, counted nowhere")
    short = SHORT.get(brief.level) or counted(brief.n, "independent source")
    return _badge(brief, brief.level.value, brief.badge, short, brief.detail)


def badge_line(mark: Badge) -> str:
    """The badge in one line: `Single source · not independently confirmed`."""
    return " · ".join(part for part in (mark["text"], mark["detail"]) if part)


def marked(title: str, mark: Badge) -> str:
    """A headline that stands alone, as in a feed: `Plant opens (single source)`; a verified story's as it is."""
    return title if mark["level"] == Level.VERIFIED.value else f"{title} ({mark['short'].lower()})"


def card(stand: Newsstand, brief: Brief) -> Card:
    """A story in a list; it stands in a dozen, and is made once."""
    return stand.once(f"card:{brief.slug}", lambda: _card(stand, brief))


def _card(stand: Newsstand, brief: Brief) -> Card:
    address = addresses.story(brief.slug)
    return {
        "slug": brief.slug,
        "title": brief.title,
        "href": stand.href(address),
        "url": stand.url(address),
        "summary": brief.summary,
        "date": dates.moment_day(brief.date),
        "written": dates.moment_day(brief.written) if brief.written else None,
        "updated": dates.moment_day(brief.updated) if brief.updated else None,
        "topic": topic_link(stand, brief.category),
        "badge": badge(brief),
        "impact": brief.impact,
        "confidence": brief.band.value,
        "outlook": outlook_words(stand, brief),
        "corrected": was_corrected(stand, brief),
        "notice": notice(stand, brief),
    }


def cards(stand: Newsstand, slugs: Iterable[str]) -> list[Card]:
    """Stories in a list."""
    return [card(stand, brief) for brief in map(stand.brief, slugs)]


def date_of(stand: Newsstand, slugs: Sequence[str]) -> Day | None:
    """Day of the first of some stories; None without any."""
    return dates.moment_day(stand.brief(slugs[0]).date) if slugs else None


def outlook_words(stand: Newsstand, brief: Brief) -> str:
    """`bullish for US recyclers`; empty where a story gives no outlook."""
    return f"{brief.outlook.value} for {entity_name(stand, brief.outlook_for)}" if brief.outlook else ""


def was_corrected(stand: Newsstand, brief: Brief) -> bool:
    """True when a correction had been made by the day of the site."""
    return any(change.kind is ChangeKind.CORRECTION for _, change in changes_until(brief, stand.day))


def notice(stand: Newsstand, brief: Brief) -> str:
    """What a list has to say before the title; mostly nothing."""
    if brief.status is Status.RETRACTED:
        return "Retracted"
    return "Kept for the record" if brief.has_expired(stand.house.as_of) else ""


def _badge(brief: Brief, level: str, words: str, short: str, detail: str) -> Badge:
    return {"level": level, "text": words, "short": short, "n": brief.n, "detail": detail}
