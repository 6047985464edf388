"""Pages that list every story, and the pages for those who found none: search, archive, about, not found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from twosource.newsroom.story import Story
from twosource.pages import addresses, dates
from twosource.pages.cards import cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.corrections_page import correction_rate
from twosource.pages.home import counts
from twosource.pages.json_ld import dataset, organisation
from twosource.pages.lists import story_list
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_prose
from twosource.pages.views import AboutBody, ArchiveBody, NotFoundBody, SearchBody
from twosource.pages.wording import counted

DATA = (
    addresses.data("stories"), addresses.data("stories", "csv"), addresses.data("facts", "csv"),
    addresses.data("entities"), addresses.data("glossary"), addresses.data("publishers"), addresses.data("rubric"),
)
"""Files of the data set of stories."""

LOST = 5
"""Stories offered to those who found no page."""


def search_pages(stand: Newsstand) -> Iterator[Page]:
    """A list of everything, so that a search works without scripts: the browser's own finds words in it."""
    head = Head(title="Search", description=f"Search every story of {stand.library.hub.name}.",
                crumbs=(("Search", addresses.SEARCH),))
    body: SearchBody = {
        "cards": cards(stand, stand.stories), "entities": link(stand, "Entities", addresses.ENTITIES),
        "glossary": link(stand, "Glossary", addresses.GLOSSARY), "archive": link(stand, "Archive", addresses.ARCHIVE),
    }
    yield html_page(stand, addresses.SEARCH, "search.html", head, body)


def archive_pages(stand: Newsstand) -> Iterator[Page]:
    """Every story by year and month, newest first."""
    head = Head(title="Archive", description=f"Every story of {stand.library.hub.name}, by month.",
                crumbs=(("Archive", addresses.ARCHIVE),),
                json_ld=(story_list(stand, "Archive", stand.stories),))
    by_day = sorted(stand.stories, key=lambda story: story.date.day, reverse=True)
    body: ArchiveBody = {"years": [_year(stand, year, list(found)) for year, found in
                                   groupby(by_day, key=lambda story: story.date.day.year)]}
    yield html_page(stand, addresses.ARCHIVE, "archive.html", head, body)


def _year(stand: Newsstand, year: int, stories: list[Story]) -> dict[str, Any]:
    months = groupby(stories, key=lambda story: story.date.day.replace(day=1))
    return {
        "year": f"{year}", "count": len(stories),
        "months": [{"month": dates.month_name(first), "id": f"{first:%Y-%m}", "cards": cards(stand, found)}
                   for first, found in months],
    }


def about_pages(stand: Newsstand) -> Iterator[Page]:
    """Who we are, with the hub in numbers."""
    note, hub = stand.library.about, stand.library.hub
    words = ("Every published story of the hub in machine form: key facts, quotes, sources, clusters, badges and "
             "scores, from which each badge can be reckoned again.")
    head = Head(title=note.title, description=note.summary or hub.description,
                crumbs=((note.title, addresses.ABOUT),),
                json_ld=(organisation(stand), dataset(stand, f"Stories of {hub.name}", words, addresses.ABOUT, DATA)))
    body: AboutBody = {
        "title": note.title, "html": set_prose(note.body.text, Setting("about", 2, stand.glossary, stand.base)).html,
        "facts": _numbers(stand),
    }
    yield html_page(stand, addresses.ABOUT, "about.html", head, body)


def _numbers(stand: Newsstand) -> list[str]:
    found = counts(stand)
    sources = sum(len(story.sources) for story in stand.standing)
    facts = sum(len(story.facts) for story in stand.standing)
    return [
        f"{counted(found['stories'], 'story', 'stories')} with {counted(facts, 'key fact')} from "
        f"{counted(sources, 'cited source')}.",
        f"{found['verified']} verified by two or more independent sources, {found['single_source']} single-source, "
        f"{found['disputed']} disputed, {found['unchecked']} cited and not checked.",
        f"{counted(len(stand.trends.ledger), 'dated forecast')} on the watch list.",
        correction_rate(stand),
    ]


def not_found_pages(stand: Newsstand) -> Iterator[Page]:
    """What a reader sees at an address that leads nowhere."""
    head = Head(title="Page not found", description="There is no page at this address.", robots="noindex")
    body: NotFoundBody = {"latest": cards(stand, stand.standing[:LOST])}
    yield html_page(stand, addresses.NOT_FOUND, "404.html", head, body)
