"""A sheet is one file of the site before its view is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page, path_of


class Sheet(NamedTuple):
    """One file to come. A named tuple, for there are three to a story and they are listed in every run."""

    url: str
    """Address from the site's root."""
    template: str
    """A file of the theme's templates or the name of a plain printer: that of the page."""
    make: Callable[[Newsstand], Page]
    """Makes the page from the newsstand. Whatever else it holds follows from the address, so that a page is known
    by its address, its template and what it looked at."""
    indexed: bool = False
    """True for a page that search engines may list."""

    @property
    def path(self) -> str:
        """File below the output folder that holds the page."""
        return path_of(self.url)


PageMaker = Callable[[Newsstand], Iterable[Sheet]]
"""Lists sheets of one sort; makes no view and opens no story."""
