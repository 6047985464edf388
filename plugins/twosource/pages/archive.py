"""The archive: every story by year and month, newest first; a large one has a page for each year and each month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from twosource.newsroom.written_dates import MONTH_NAMES
from twosource.pages import addresses
from twosource.pages.cards import cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.views import ArchiveBody

LISTED = 500
"""Stories up to which one page lists them all."""


def archive_pages(stand: Newsstand) -> Iterator[Sheet]:
    """One page; of a large archive the newest month, then a page for each year and each month."""
    yield Sheet(addresses.ARCHIVE, "archive.html", _archive, indexed=True)
    if sum(stand.months.values()) > LISTED:
        for year, months in _years(stand.months).items():
            yield Sheet(addresses.archive(year), "archive.html", partial(_year, year=year), indexed=True)
            for month in months:
                yield Sheet(addresses.archive(month), "archive.html", partial(_month, month=month), indexed=True)


def _archive(stand: Newsstand) -> Page:
    months = stand.months
    if sum(months.values()) <= LISTED:
        return _page(stand, (), months, months.__contains__)
    newest = next(iter(months))
    return _page(stand, (), [month for month in months if month[:4] == newest[:4]], newest.__eq__)


def _year(stand: Newsstand, year: str) -> Page:
    return _page(stand, ((year, year),), [month for month in stand.months if month[:4] == year], lambda _: False)


def _month(stand: Newsstand, month: str) -> Page:
    return _page(stand, ((month[:4], month[:4]), (_named(month), month)), (month,), month.__eq__)


def _page(
    stand: Newsstand, way: tuple[tuple[str, str], ...], months: Iterable[str], listed: Callable[[str], bool]
) -> Page:
    """A page of some months: the stories of those that are listed, a link to each other one.

    `way` leads from the archive to the page, in words and periods; empty for the archive itself.
    """
    address = addresses.archive(way[-1][1]) if way else addresses.ARCHIVE
    title = f"Archive: {way[-1][0]}" if way else "Archive"
    crumbs = (("Archive", addresses.ARCHIVE), *((words, addresses.archive(period)) for words, period in way))
    head = Head(title=title, description=f"Every story of {stand.library.hub.name}, by month.", crumbs=crumbs)
    shown, counts = _years(months), stand.months
    body: ArchiveBody = {
        "title": title,
        "count": sum(counts.values()),
        "years": [
            {
                "year": year,
                "count": sum(counts[month] for month in held),
                "months": [_shown(stand, month, counts[month], listed=listed(month)) for month in held],
            }
            for year, held in shown.items()
        ],
        "others": [link(stand, year, addresses.archive(year)) for year in _years(counts) if year not in shown],
    }
    return html_page(stand, address, "archive.html", head, body)


def _shown(stand: Newsstand, month: str, count: int, *, listed: bool) -> dict[str, Any]:
    return {
        "month": MONTH_NAMES[int(month[5:]) - 1],
        "id": month,
        "count": count,
        "href": "" if listed else stand.href(addresses.archive(month)),
        "cards": cards(stand, stand.in_month(month)) if listed else [],
    }


def _named(month: str) -> str:
    return f"{MONTH_NAMES[int(month[5:]) - 1]} {month[:4]}"


def _years(months: Iterable[str]) -> Mapping[str, list[str]]:
    """Months by year, in their order."""
    return {year: list(held) for year, held in groupby(months, key=lambda month: month[:4])}
