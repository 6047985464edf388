"""A page is an address, the name of a template and plain data: all that a template may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PLAIN_PRINTERS = ("json", "csv", "text")
"""Template names that need no theme: canonical JSON, `{"header", "rows"}` as CSV, `{"text"}` as it stands."""
PICTURES = ("card",)
"""Template names of pictures, which the press draws in the theme's colours and fonts: a story's card as PNG."""
UNMADE = "unmade"
"""Template name of a page that could not be laid out, `{"reason"}`; only where `Extras.lenient` asks for the others."""


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site, before it is printed."""

    url: str
    """Address from the site's root: `/stories/a/` becomes `stories/a/index.html`, `/feed.json` stays."""
    template: str
    """A file of the theme's templates (`story.html`, `atom.xml`) or one of PLAIN_PRINTERS or PICTURES, or UNMADE."""
    view: Mapping[str, Any]
    """Strings, numbers, booleans, None, lists and dicts only: what could be written as JSON."""

    @property
    def path(self) -> str:
        """File below the output folder that holds this page."""
        return path_of(self.url)


def path_of(url: str) -> str:
    """File below the output folder that an address asks for."""
    return url.lstrip("/") + ("index.html" if url.endswith("/") else "")
