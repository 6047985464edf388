"""A copy of the demonstration for each module, a preview of it, and one browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, copy_hub
from tests.judges.browser import open_browser

from .started import PATIENCE, Started, started

expect.set_options(timeout=1000 * PATIENCE)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub with a theme of its own that a test may break."""
    return _hub(tmp_path_factory.mktemp("preview") / "hub")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Another one, which nobody looks at."""
    return _hub(tmp_path / "hub")


def _hub(target: Path) -> Path:
    made = copy_hub(target)
    (made / "themes").unlink()
    shutil.copytree(ROOT / "themes", made / "themes")
    return made


@pytest.fixture(scope="module")
def preview(hub: Path) -> Iterator[Started]:
    with started(hub) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A writer's window."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(1000 * PATIENCE)
    yield context.new_page()
    context.close()
