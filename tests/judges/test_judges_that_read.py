"""The printed demonstration keeps every bar that can be judged by reading its files."""

from __future__ import annotations

import pytest

from tests.judges.panel import READERS, Reader
from tests.judges.site import Site


@pytest.mark.parametrize("judge", READERS, ids=lambda judge: judge.name)
def test_the_site_keeps_the_bar(printed: Site, judge: Reader) -> None:
    """Each fault is told with its page."""
    assert [str(fault) for fault in judge.find(printed)] == [], judge.bar
