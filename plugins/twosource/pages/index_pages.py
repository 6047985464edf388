"""Pages that list every story, and the pages for those who found none: search, archive, about, not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from twosource.newsroom.story import Story
from twosource.pages import addresses, dates
from twosource.pages.cards import cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.corrections_page import correction_rate
from twosource.pages.home import counts
from twosource.pages.json_ld import dataset, publisher
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_body
from twosource.pages.views import AboutBody, ArchiveBody, NotFoundBody, SearchBody
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

LISTED = 500
"""Stories up to which one page lists them all."""

LOST = 5
"""Stories offered to those who found no page."""


def search_pages(stand: Newsstand) -> Iterator[Page]:
    """A list to search without scripts, by the browser's own means; beyond its length the archive goes on."""
    head = Head(
        title="Search",
        description=f"Search every story of {stand.library.hub.name}.",
        crumbs=(("Search", addresses.SEARCH),),
    )
    body: SearchBody = {
        "index": stand.href(stand.index) if stand.index else "",
        "count": len(stand.stories),
        "cards": cards(stand, stand.stories[:LISTED]),
        "entities": link(stand, "Entities", addresses.ENTITIES),
        "glossary": link(stand, "Glossary", addresses.GLOSSARY),
        "archive": link(stand, "Archive", addresses.ARCHIVE),
    }
    yield html_page(stand, addresses.SEARCH, "search.html", head, body)


def archive_pages(stand: Newsstand) -> Iterator[Page]:
    """Every story by year and month, newest first; a large archive has a page for each year."""
    by_day = sorted(stand.stories, key=lambda story: story.date.day, reverse=True)
    years = {year: list(found) for year, found in groupby(by_day, key=lambda story: story.date.day.year)}
    if len(stand.stories) <= LISTED:
        yield _archive(stand, addresses.ARCHIVE, years, ())
        return
    newest = next(iter(years))
    yield _archive(stand, addresses.ARCHIVE, {newest: years[newest]}, years)
    for year in years:
        yield _archive(stand, addresses.archive_year(year), {year: years[year]}, years)


def _archive(stand: Newsstand, address: str, years: Mapping[int, list[Story]], others: Iterable[int]) -> Page:
    name = "Archive" if address == addresses.ARCHIVE else f"Archive: {next(iter(years))}"
    crumbs = (("Archive", addresses.ARCHIVE),) + (((name, address),) if address != addresses.ARCHIVE else ())
    head = Head(title=name, description=f"Every story of {stand.library.hub.name}, by month.", crumbs=crumbs)
    body: ArchiveBody = {
        "years": [_year(stand, year, stories) for year, stories in years.items()],
        "others": [link(stand, f"{year}", addresses.archive_year(year)) for year in others if year not in years],
    }
    return html_page(stand, address, "archive.html", head, body)


def _year(stand: Newsstand, year: int, stories: list[Story]) -> dict[str, Any]:
    months = groupby(stories, key=lambda story: story.date.day.replace(day=1))
    return {
        "year": f"{year}",
        "count": len(stories),
        "months": [
            {"month": dates.month_name(first), "id": f"{first:%Y-%m}", "cards": cards(stand, found)}
            for first, found in months
        ],
    }


def about_pages(stand: Newsstand) -> Iterator[Page]:
    """Who we are, with the hub in numbers."""
    note, hub = stand.library.about, stand.library.hub
    words = (
        "Every published story of the hub in machine form: key facts, quotes, sources, clusters, badges and "
        "scores, from which each badge can be reckoned again."
    )
    head = Head(
        title=note.title,
        description=note.summary or hub.description,
        crumbs=((note.title, addresses.ABOUT),),
        json_ld=(publisher(stand), dataset(stand, f"Stories of {hub.name}", words, addresses.ABOUT, DATA)),
    )
    body: AboutBody = {
        "title": note.title,
        "html": set_body(note.body, Setting("about", 2, stand.glossary, stand.base)).html,
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
