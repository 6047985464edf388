"""The first view of a story is light, and of any page nothing moves once it is painted."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.judges.fault import Fault
from tests.judges.first_view import View, first_views
from tests.judges.site import Site, file_of, stories
from tests.judges.weight import compressed

FIRST_VIEW = 60_000
"""Octets of all that a story's first view needs, compressed."""


def light(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Stories whose first view takes more than it may."""
    told = frozenset(stories(site))
    weights = ((view, weight(site, view)) for view in first_views(site, browser) if view.page in told)
    return tuple(
        Fault(view.page, f"{view.width} px: {octets:,} octets for the first view, more than {FIRST_VIEW:,}")
        for view, octets in weights
        if octets > FIRST_VIEW
    )


def weight(site: Site, view: View) -> int:
    """Octets of all files that a view asked for."""
    addresses = {url.removeprefix(site.address).partition("?")[0] for url in view.asked if url.startswith(site.address)}
    return sum(compressed(path) for path in (file_of(site, one) for one in addresses) if path.is_file())


def still(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Shifts of what was painted already."""
    return tuple(
        Fault(view.page, f"{view.width} px: moved by {one}")
        for view in first_views(site, browser)
        for one in view.moved
    )
