"""Structured data for search engines, in the words of schema.org and with no claim that the badge does not make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from twosource.pages import addresses
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import web_address
from twosource.trends.brief import Brief

Thing = dict[str, Any]
CONTEXT = "https://schema.org"


def breadcrumbs(stand: Newsstand, way: Iterable[tuple[str, str]]) -> Thing:
    """The way to a page."""
    steps = [
        {"@type": "ListItem", "position": n, "name": words, "item": stand.url(address)}
        for n, (words, address) in enumerate(way, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}


def organisation(stand: Newsstand) -> Thing:
    """Who publishes the hub."""
    return stand.once("organisation", lambda: _organisation(stand))


def publisher_in_short(stand: Newsstand) -> Thing:
    """The publisher by name; the front page says more of the same one. It stands on every story."""
    whole = organisation(stand)
    return {key: whole[key] for key in ("@type", "@id", "name", "url")}


def _organisation(stand: Newsstand) -> Thing:
    hub = stand.library.hub
    return {
        "@type": "NewsMediaOrganization",
        "@id": f"{stand.url(addresses.HOME)}#publisher",
        "name": hub.publisher,
        "url": stand.url(addresses.HOME),
        "publishingPrinciples": stand.url(addresses.METHODOLOGY),
        "verificationFactCheckingPolicy": stand.url(addresses.METHODOLOGY),
        "correctionsPolicy": stand.url(addresses.CORRECTIONS),
    }


def publisher(stand: Newsstand) -> Thing:
    """The publisher as a block of its own."""
    return {"@context": CONTEXT, **organisation(stand)}


def website(stand: Newsstand) -> Thing:
    """The hub."""
    hub = stand.library.hub
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": hub.name,
        "alternateName": hub.tagline,
        "description": hub.description,
        "url": stand.url(addresses.HOME),
        "inLanguage": hub.language,
        "publisher": organisation(stand),
        "license": web_address(hub.licence.url),
    }


def item_list(stand: Newsstand, name: str, stories: Sequence[tuple[str, Brief]]) -> Thing:
    """Stories in a list, each named with its badge."""
    return link_list(stand, name, ((f"{story.title} ({mark})", addresses.story(story.slug)) for mark, story in stories))


def link_list(stand: Newsstand, name: str, listed: Iterable[tuple[str, str]]) -> Thing:
    """Pages of the site in a list: words and address, in the order of the page."""
    items = [
        {"@type": "ListItem", "position": n, "url": stand.url(address), "name": words}
        for n, (words, address) in enumerate(listed, 1)
    ]
    return {
        "@context": CONTEXT,
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(items),
        "itemListElement": items,
    }
