"""Whether a search index is made, and how fresh it has to be."""

from __future__ import annotations

from enum import StrEnum

from twosource.press.press_error import PressError

FOLDER = "pagefind"
"""Folder of the site that holds the index."""


class Search(StrEnum):
    """What TWOSOURCE_SEARCH may say."""

    OFF = "off"
    """No index, and no search form; an index that the press made goes."""
    KEPT = "kept"
    """An index that stands is kept, however old; one is made where none stands."""
    FRESH = "fresh"
    """The index is made again whenever a page in it changed. It always takes all pages, so this takes its time."""


def search_choice(value: object) -> Search:
    """`fresh` or True, `kept`, `off` or False; nothing said is off. Raises PressError for anything else."""
    if value in (None, "", False):
        return Search.OFF
    if value is True:
        return Search.FRESH
    if isinstance(value, str) and value in set(Search):
        return Search(value)
    raise PressError(
        f"TWOSOURCE_SEARCH is {value!r}, which is neither fresh nor kept nor off.\n"
        "    Write fresh to index whenever pages changed, kept to keep an index that stands, off for no search."
    )
