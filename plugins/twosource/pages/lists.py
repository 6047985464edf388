"""Long lists cut into pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.pages import addresses
from twosource.pages.cards import badge
from twosource.pages.json_ld import Thing, item_list
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import Paging
from twosource.trends.brief import Brief

PAGE_LENGTH = 20
"""Stories on one page of a list."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list of stories."""

    number: int
    """From 1."""
    stories: tuple[Brief, ...]
    """What stands on it."""
    paging: Paging
    """Where it goes on."""


def numbers(length: int, each: int = PAGE_LENGTH) -> range:
    """Numbers of the pages of a list; an empty list has one empty page."""
    return range(1, max(1, -(-length // each)) + 1)


def list_page(stand: Newsstand, address: str, slugs: Sequence[str], number: int) -> ListPage:
    """One page of the list that begins at an address."""
    held = slugs[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
    return ListPage(number, tuple(map(stand.brief, held)), paging(stand, address, len(slugs), number))


def paging(stand: Newsstand, address: str, length: int, number: int, each: int = PAGE_LENGTH) -> Paging:
    """Where a page of a list goes on."""
    pages = len(numbers(length, each))
    return {
        "page": number,
        "pages": pages,
        "newer": stand.href(addresses.paged(address, number - 1)) if number > 1 else "",
        "older": stand.href(addresses.paged(address, number + 1)) if number < pages else "",
    }


def story_list(stand: Newsstand, name: str, stories: Iterable[Brief]) -> Thing:
    """The list as structured data, each title with its badge."""
    return item_list(stand, name, [(badge(brief)["text"], brief) for brief in stories])


def page_note(number: int) -> str:
    """What the title of a further page adds."""
    return f", page {number}" if number > 1 else ""
