"""The frame of every page: the hub, the navigation and what belongs in the head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from twosource import __version__
from twosource.pages import addresses, dates
from twosource.pages.json_ld import breadcrumbs
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.views import Link, NavLink, PageView, SiteView
from twosource.pages.wording import web_address

NAVIGATION = (
    ("Home", addresses.HOME),
    ("Topics", addresses.TOPICS),
    ("Trends", addresses.TRENDS),
    ("Watch", addresses.WATCH),
    ("Glossary", addresses.GLOSSARY),
    ("Methodology", addresses.METHODOLOGY),
    ("Search", addresses.SEARCH),
)
"""Entries of the navigation."""

FOOTER = (
    ("About", addresses.ABOUT),
    ("Archive", addresses.ARCHIVE),
    ("Entities", addresses.ENTITIES),
    ("Publishers", addresses.PUBLISHERS),
    ("Corrections", addresses.CORRECTIONS),
    ("Atom feed", addresses.ALL_FEED),
    ("JSON feed", addresses.JSON_FEED),
    ("Calendar", addresses.CALENDAR),
    ("Open data", addresses.data("stories")),
)
"""Entries of the foot."""


@dataclass(frozen=True, slots=True)
class Head:
    """What one page says of itself."""

    title: str
    """Title without the site's name."""
    description: str
    """One or two sentences."""
    crumbs: tuple[tuple[str, str], ...] = ()
    """Way from the front page, without it: words and address; the last is the page itself."""
    json_ld: tuple[Mapping[str, Any], ...] = ()
    """Structured data beside the breadcrumbs."""
    feeds: tuple[tuple[str, str], ...] = ()
    """Feeds beside those of the whole site: words and address."""
    robots: str = "index,follow"
    """What search engines are asked."""
    canonical: str = ""
    """Address of the page that this one stands for; empty for itself."""
    image: str = ""
    """Address of a picture for social networks; empty for the theme's own."""
    image_alt: str = ""
    """What is on that picture."""


def html_page(stand: Newsstand, address: str, template: str, head: Head, body: Mapping[str, Any]) -> Page:
    """A page of the site: its frame, then its own keys."""
    view = {"site": site_view(stand, address), "page": page_view(stand, address, template, head), **body}
    return Page(address, template, view)


def site_view(stand: Newsstand, address: str) -> SiteView:
    """The hub as every page shows it: all pages of one section share it."""
    section = section_of(address)
    return stand.once(f"site:{section}", lambda: _site_view(stand, section))


def section_of(address: str) -> str:
    """As much of an address as the navigation can tell apart: `/stories/`, `/topics/minerals/`."""
    parts = address.split("/", 3)
    depth = 3 if parts[1] == "topics" else 2
    return "/".join(parts[:depth]) + "/" if len(parts) > depth else address


def _site_view(stand: Newsstand, address: str) -> SiteView:
    hub = stand.library.hub
    return {
        "name": hub.name,
        "tagline": hub.tagline,
        "description": hub.description,
        "language": hub.language,
        "publisher": hub.publisher,
        "contact": web_address(hub.contact),
        "licence": {"text": hub.licence.name, "href": web_address(hub.licence.url)},
        "base": stand.house.base,
        "url": stand.house.site_url,
        "nav": [_nav(stand, words, target, address) for words, target in NAVIGATION],
        "topics": [_nav(stand, topic.name, addresses.topic(topic.id), address) for topic in hub.topics],
        "footer": [link(stand, words, target) for words, target in FOOTER],
        "as_of": dates.day(stand.day),
        "rubric_version": stand.library.rubric.version,
        "version": __version__,
    }


def page_view(stand: Newsstand, address: str, template: str, head: Head) -> PageView:
    """What belongs in the head."""
    way = (("Home", addresses.HOME), *head.crumbs) if head.crumbs else ()
    trail = [breadcrumbs(stand, way)] if way else []
    feeds = (("All stories", addresses.ALL_FEED), ("All stories, JSON", addresses.JSON_FEED), *head.feeds)
    return {
        "kind": template.rpartition(".")[0],
        "title": head.title,
        "description": head.description,
        "href": stand.href(address),
        "url": stand.url(head.canonical or address),
        "crumbs": [link(stand, words, target) for words, target in way],
        "json_ld": [*(dict(found) for found in head.json_ld), *trail],
        "feeds": [link(stand, words, target) for words, target in feeds],
        "robots": head.robots,
        "image": stand.url(head.image) if head.image else "",
        "image_alt": head.image_alt if head.image else stand.library.hub.name,
    }


def link(stand: Newsstand, words: str, address: str) -> Link:
    """Words that lead to an address of the site."""
    return {"text": words, "href": stand.href(address)}


def _nav(stand: Newsstand, words: str, target: str, address: str) -> NavLink:
    here = address == target or (target != addresses.HOME and address.startswith(target))
    return {"text": words, "href": stand.href(target), "current": here}
