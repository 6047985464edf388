"""docs/data.md: every key of a story's JSON, and every address that is no page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.docs.reading import page
from twosource.pages import data_pages
from twosource.pages.edition import make_edition
from twosource.pages.story_schema import story_schema

TEXT = page("data.md")
NAMES = set(re.findall(r"`([^`]+)`", TEXT))
AS_WRITTEN = ("sources", "mentioned", "affected", "pull_quote", "timeline", "takeaways")
"""Keys below which the story's own keys stand, as docs/format.md tells them."""


def keys(schema: dict[str, Any]) -> Iterator[str]:
    """Names of properties at any depth, those below a story's own keys left out."""
    for name, held in schema.get("properties", {}).items():
        yield name
        if name not in AS_WRITTEN:
            yield from keys(held)
    for part in (schema.get("items"), *schema.get("anyOf", ())):
        yield from keys(part) if part else ()


def test_every_key_of_a_story_in_machine_form_is_told() -> None:
    """`rules` holds the rubric's own names; those are in docs/format.md."""
    rubric = {"contradicted", "stale_after_days", "stale", "high", "moderate"}
    told = NAMES | {name.rpartition(".")[2] for name in NAMES}
    assert set(keys(story_schema(""))) - rubric <= told


def test_every_address_that_is_no_page_is_told(demo: Path) -> None:
    """Feeds, data, calendar and what machines look for."""
    edition = make_edition(demo, datetime(2026, 11, 23, tzinfo=UTC), "https://example.org")
    topics, slugs = edition.review.library.topics, {story.slug for story in edition.review.library.stories}
    told = {name for name in NAMES if name.startswith("/")}
    for found in edition.pages:
        if found.template.endswith(".html"):
            continue
        address = found.url
        for topic in topics:
            address = re.sub(rf"(?<=[/-]){topic}(?=\.)", "<topic>", address)
        for slug in slugs:
            address = address.replace(f"/{slug}.", "/<slug>.")
        assert address in told


def test_every_list_says_where_it_is_from(demo: Path) -> None:
    """Whoever finds a file alone must be able to tell whose it is."""
    edition = make_edition(demo, datetime(2026, 11, 23, tzinfo=UTC), "https://example.org")
    stories = next(found for found in edition.pages if found.url == "/data/stories.json")
    for name in list(stories.view)[:-1]:
        assert name in NAMES
    assert data_pages.STORY_HEADER[0] == "slug"
