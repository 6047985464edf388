"""Long lists cut into pages, and lists grouped for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.newsroom.story import Story
from twosource.pages import addresses
from twosource.pages.cards import badge
from twosource.pages.json_ld import Thing, item_list
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import Paging

PAGE_LENGTH = 20
"""Stories on one page of a list."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list."""

    number: int
    """From 1."""
    stories: tuple[Story, ...]
    """What stands on it."""
    paging: Paging
    """Where it goes on."""


def sheets(stand: Newsstand, address: str, stories: Sequence[Story]) -> Iterator[Sheet]:
    """The list in pages; an empty list has one empty page."""
    pages = max(1, -(-len(stories) // PAGE_LENGTH))
    for number in range(1, pages + 1):
        held = tuple(stories[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH])
        newer = stand.href(addresses.paged(address, number - 1)) if number > 1 else ""
        older = stand.href(addresses.paged(address, number + 1)) if number < pages else ""
        yield Sheet(number, held, {"page": number, "pages": pages, "newer": newer, "older": older})


def story_list(stand: Newsstand, name: str, stories: Sequence[Story]) -> Thing:
    """The list as structured data, each title with its badge."""
    return item_list(stand, name, [(badge(story, stand.verdict(story))["text"], story) for story in stories])


def page_note(number: int) -> str:
    """What the title of a further page adds."""
    return f", page {number}" if number > 1 else ""
