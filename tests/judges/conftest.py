"""The printed demonstration, and one browser for each file of tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.judges.browser import open_browser
from tests.judges.site import Site, open_site


@pytest.fixture(scope="session")
def printed(site: Path) -> Site:
    """The demonstration as readers get it."""
    return open_site(site)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Not for the whole session: while it is open, nothing else in the process may run an event loop."""
    with open_browser() as opened:
        yield opened
