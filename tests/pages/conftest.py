"""The small hub as fixtures: written once, read once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from twosource.pages.edition import Edition, make_edition
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.small_stand import make_newsstand

from .hub import AS_OF, SITE, stories, write_hub


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_hub(tmp_path_factory.mktemp("hub"), stories())


@pytest.fixture(scope="session")
def edition(hub: Path) -> Edition:
    made = make_edition(hub, AS_OF, SITE)
    assert made.pages, "\n".join(f"{found.place} {found.rule} {found.message}" for found in made.problems)
    return made


@pytest.fixture(scope="session")
def stand(edition: Edition) -> Newsstand:
    return make_newsstand(edition.review, AS_OF, SITE)


@pytest.fixture(scope="session")
def pages(edition: Edition) -> Mapping[str, Page]:
    return {page.url: page for page in edition.pages}
