"""Social cards: the picture that stands for a story where somebody shares it, its badge in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b

from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line
from twosource.pages.names import topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.views import SocialCard
from twosource.trends.brief import Brief


def card_pages(stand: Newsstand) -> Iterator[Sheet]:
    """A card for each public story, where there are to be any."""
    if stand.house.extras.cards:
        for slug in stand.stories:
            yield Sheet(addresses.story_card(slug), "card", partial(_card, slug=slug))


def card_address(stand: Newsstand, brief: Brief) -> str:
    """Where a story's card is; empty without cards.

    It ends in a mark of what the card says: networks keep pictures by address, and would go on showing an old badge.
    """
    if not stand.house.extras.cards:
        return ""
    mark = blake2b(repr(social_card(stand, brief)).encode(), digest_size=4).hexdigest()
    return f"{addresses.story_card(brief.slug)}?v={mark}"


def card_words(brief: Brief) -> str:
    """What the card says, for those who do not see it."""
    return f"{brief.title}. {badge_line(badge(brief))}."


def social_card(stand: Newsstand, brief: Brief) -> SocialCard:
    """All that is on the card of a story."""
    mark = badge(brief)
    return {
        "site": stand.library.hub.name,
        "topic": topic_name(stand, brief.category),
        "headline": brief.title,
        "date": dates.moment_day(brief.date)["shown"],
        "badge": {"level": mark["level"], "text": mark["text"], "detail": mark["detail"]},
    }


def _card(stand: Newsstand, slug: str) -> Page:
    return Page(addresses.story_card(slug), "card", social_card(stand, stand.brief(slug)))
