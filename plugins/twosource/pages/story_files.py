"""The two files of a story: its page, and the same in machine form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from twosource.pages import addresses
from twosource.pages.dossier import dossier
from twosource.pages.machine import story_record
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.story_page import story_page


def story_files(stand: Newsstand) -> Iterator[Sheet]:
    """Page and data of each public story."""
    for slug in stand.stories:
        yield Sheet(addresses.story(slug), "story.html", partial(_page, slug=slug), indexed=True)
        yield Sheet(addresses.story_data(slug), "json", partial(_data, slug=slug))


def _page(stand: Newsstand, slug: str) -> Page:
    return story_page(stand, dossier(stand, slug))


def _data(stand: Newsstand, slug: str) -> Page:
    return Page(addresses.story_data(slug), "json", story_record(stand, dossier(stand, slug)))
