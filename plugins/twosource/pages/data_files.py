"""What all files of open data have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from twosource.pages import addresses
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page


def csv_page(name: str, header: Iterable[str], rows: Iterable[list[Any]]) -> Page:
    """A table as CSV."""
    return Page(addresses.data(name, "csv"), "csv", {"header": list(header), "rows": list(rows)})


def origin(stand: Newsstand) -> dict[str, Any]:
    """What every data file says of itself."""
    hub = stand.library.hub
    return {
        "site": hub.name,
        "url": stand.url(addresses.HOME),
        "publisher": hub.publisher,
        "address": hub.address,
        "as_of": stand.day.isoformat(),
        "rubric_version": stand.library.rubric.version,
        "licence": {"name": hub.licence.name, "url": hub.licence.url},
    }
