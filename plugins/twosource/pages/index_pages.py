"""Search and about, and the page for those who found none."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.pages import addresses
from twosource.pages.archive import LISTED
from twosource.pages.cards import cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.corrections_page import correction_rate
from twosource.pages.home import counts
from twosource.pages.json_ld import publisher
from twosource.pages.json_ld_things import DataSet, dataset
from twosource.pages.levels import levels
from twosource.pages.names import topic_link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_body
from twosource.pages.sheet import Sheet
from twosource.pages.views import AboutBody, NotFoundBody, SearchBody
from twosource.pages.wording import counted

DATA = (
    addresses.data("stories"),
    addresses.data("stories", "csv"),
    addresses.data("facts", "csv"),
    addresses.data("entities"),
    addresses.data("glossary"),
    addresses.data("publishers"),
    addresses.data("rubric"),
)
"""Files of the data set of stories."""

MORE = (
    ("Methodology", addresses.METHODOLOGY),
    ("Publishers and their grades", addresses.PUBLISHERS),
    ("Corrections", addresses.CORRECTIONS),
    ("What to watch", addresses.WATCH),
    ("All stories by month", addresses.ARCHIVE),
)
"""Where the about page leads on."""

LOST = 5
"""Stories offered to those who found no page."""


def search_pages(stand: Newsstand) -> Iterator[Sheet]:
    """A list to search without scripts, by the browser's own means; beyond its length the archive goes on."""
    yield Sheet(addresses.SEARCH, "search.html", _search, indexed=True)


def about_pages(stand: Newsstand) -> Iterator[Sheet]:
    """Who we are, with the hub in numbers."""
    yield Sheet(addresses.ABOUT, "about.html", _about, indexed=True)


def not_found_pages(stand: Newsstand) -> Iterator[Sheet]:
    """What a reader sees at an address that leads nowhere."""
    yield Sheet(addresses.NOT_FOUND, "404.html", _not_found)


def _search(stand: Newsstand) -> Page:
    head = Head(
        title="Search",
        description=f"Search every story of {stand.library.hub.name}.",
        crumbs=(("Search", addresses.SEARCH),),
    )
    body: SearchBody = {
        "index": stand.href(stand.house.index) if stand.house.index else "",
        "count": len(stand.stories),
        "cards": cards(stand, stand.stories[:LISTED]),
        "entities": link(stand, "Entities", addresses.ENTITIES),
        "topics": link(stand, "Topics", addresses.TOPICS),
        "glossary": link(stand, "Glossary", addresses.GLOSSARY),
        "archive": link(stand, "Archive", addresses.ARCHIVE),
    }
    return html_page(stand, addresses.SEARCH, "search.html", head, body)


def _about(stand: Newsstand) -> Page:
    note, hub = stand.library.about, stand.library.hub
    words = (
        "Every published story of the hub in machine form: key facts, quotes, sources, clusters, badges and "
        "scores, from which each badge can be reckoned again."
    )
    head = Head(
        title=note.title,
        description=note.summary or hub.description,
        crumbs=((note.title, addresses.ABOUT),),
        json_ld=(publisher(stand), dataset(stand, DataSet(f"Stories of {hub.name}", words, addresses.ABOUT, DATA))),
    )
    body: AboutBody = {
        "title": note.title,
        "summary": note.summary,
        "html": set_body(note.body, Setting("about", 2, stand.house.glossary, stand.house.base)).html,
        "facts": _numbers(stand),
        "levels": levels(stand.trends.beat().total),
        "more": [link(stand, words, target) for words, target in MORE],
    }
    return html_page(stand, addresses.ABOUT, "about.html", head, body)


def _numbers(stand: Newsstand) -> list[str]:
    found, there = counts(stand), stand.totals
    return [
        f"{counted(found['stories'], 'story', 'stories')} with {counted(there.facts, 'key fact')} from "
        f"{counted(there.sources, 'cited source')}.",
        f"{found['verified']} verified by two or more independent sources, {found['single_source']} single-source, "
        f"{found['disputed']} disputed, {found['unchecked']} cited and not checked.",
        f"{counted(there.forecasts, 'dated forecast')} on the watch list.",
        correction_rate(stand),
    ]


def _not_found(stand: Newsstand) -> Page:
    head = Head(title="Page not found", description="There is no page at this address.", robots="noindex")
    body: NotFoundBody = {
        "search": stand.href(addresses.SEARCH) if stand.house.index else "",
        "latest": cards(stand, stand.standing[:LOST]),
        "topics": [topic_link(stand, topic) for topic in stand.topics],
    }
    return html_page(stand, addresses.NOT_FOUND, "404.html", head, body)
