"""The printed demonstration keeps the bars of accessibility, in the opinion of two judges."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.judges.panel import Watcher, watchers
from tests.judges.site import Site


@pytest.mark.parametrize("judge", watchers("axe", "ace"), ids=lambda judge: judge.name)
def test_the_site_keeps_the_bar(printed: Site, browser: Browser, judge: Watcher) -> None:
    """Each fault is told with its page."""
    assert [str(fault) for fault in judge.find(printed, browser)] == [], judge.bar
