"""Where a hub keeps what: paths relative to its root."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

STORIES = "content/stories"
ENTITIES = "content/entities"
GLOSSARY = "glossary"
METHODOLOGY = "methodology"
HUB = "content/site.yml"
ABOUT = "content/about.md"
RUBRIC = "methodology/rubric.yml"
PUBLISHERS = "methodology/publishers.yml"
CACHE = ".cache"
"""What earlier runs kept; the folder may be deleted at any time."""

DATED = re.compile(r"\d{4}-\d\d-\d\d-(?=[a-z0-9])", re.ASCII)
"""A date before a story's file name, for writers who sort by it."""


def slug_of(path: str) -> str:
    """Slug that a story's file name gives: without ending and without a leading date."""
    return DATED.sub("", PurePosixPath(path).stem)
