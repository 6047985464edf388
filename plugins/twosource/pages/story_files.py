"""The two files of a story: its page, and the same in machine form."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.pages import addresses
from twosource.pages.dossier import dossier
from twosource.pages.machine import story_record
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.story_page import story_page


def story_files(stand: Newsstand) -> Iterator[Page]:
    """Page and data of each public story."""
    for story in stand.stories:
        held = dossier(stand, story)
        yield story_page(stand, held)
        yield Page(addresses.story_data(story.slug), "json", story_record(stand, held))
