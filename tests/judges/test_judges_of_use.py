"""The printed demonstration can be used by keyboard, on paper, large, in forced colours and without motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.judges.panel import Watcher, watchers
from tests.judges.site import Site


@pytest.mark.parametrize(
    "judge", watchers("keyboard", "search", "paper", "overflow", "colours", "motion"), ids=lambda judge: judge.name
)
def test_the_site_keeps_the_bar(printed: Site, browser: Browser, judge: Watcher) -> None:
    """Each fault is told with its page."""
    assert [str(fault) for fault in judge.find(printed, browser)] == [], judge.bar
