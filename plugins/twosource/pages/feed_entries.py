"""Entries of feeds: one for each story, whole, its badge first; and one for each entry of the corrections log."""

from __future__ import annotations

from html import escape
from typing import Any

from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line, marked
from twosource.pages.feed_text import full_text
from twosource.pages.names import topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.social_cards import card_address
from twosource.pages.views import Badge
from twosource.trends.brief import Brief
from twosource.trends.corrections import Correction, changes_until

Entry = dict[str, Any]


def story_entries(stand: Newsstand, topic: str) -> list[Entry]:
    """The newest stories on a topic, or of all."""
    return [_entry(stand, stand.brief(slug)) for slug in stand.newest(topic)]


def correction_entries(stand: Newsstand, most: int) -> list[Entry]:
    """The newest entries of the corrections log."""
    return [_correction(stand, entry) for entry in stand.corrections.entries[:most]]


def _entry(stand: Newsstand, story: Brief) -> Entry:
    """It stands in up to three feeds, and is made once by each process."""
    folio = stand.folio(story.slug)
    text: str = stand.once(f"full text:{story.slug}", lambda: full_text(stand, folio))
    mark = badge(story)
    url = stand.url(addresses.story(story.slug))
    card = card_address(stand, story)
    return {
        "id": url,
        "title": marked(story.title, mark),
        "url": url,
        "published": dates.rfc3339(story.issued.instant),
        "development": dates.machine(story.date),
        "updated": _updated(stand, story),
        "authors": list(story.authors),
        "summary": f"{badge_line(mark)}. {story.summary}",
        "html": text,
        "image": stand.url(card) if card else "",
        "categories": _categories(stand, story, mark),
    }


def _categories(stand: Newsstand, story: Brief, mark: Badge) -> list[dict[str, str]]:
    """Topic and badge, each with the page that says what its terms mean."""
    return [
        {"term": story.category, "label": topic_name(stand, story.category), "scheme": stand.url(addresses.TOPICS)},
        {"term": f"verification:{mark['level']}", "label": mark["short"], "scheme": stand.url(addresses.METHODOLOGY)},
    ]


def _updated(stand: Newsstand, story: Brief) -> str:
    """The last time that anything was changed."""
    made = [dates.midnight(change.date.first) for _, change in changes_until(story, stand.day)]
    return max([dates.rfc3339((story.updated or story.issued).instant), dates.rfc3339(story.issued.instant), *made])


def _correction(stand: Newsstand, entry: Correction) -> Entry:
    story, change = stand.brief(entry.slug), entry.change
    mark = badge(story)
    url, when = stand.url(addresses.story(story.slug)), dates.midnight(change.date.first)
    kind = change.kind.value.capitalize()
    return {
        "id": f"{url}#change-{entry.n}",
        "title": f"{kind}: {marked(story.title, mark)}",
        "url": url,
        "published": when,
        "updated": when,
        "authors": list(story.authors),
        "summary": change.text,
        "html": f"<p>{escape(change.text)}</p><p>{escape(story.title)}: {escape(badge_line(mark))}</p>",
        "categories": [
            {"term": change.kind.value, "label": kind, "scheme": stand.url(addresses.CORRECTIONS)},
            *_categories(stand, story, mark),
        ],
    }
