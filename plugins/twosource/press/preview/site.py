"""Where a preview prints to: a folder of its own, so that the site that was printed for readers stays as it is."""

from __future__ import annotations

from pathlib import Path

from twosource.newsroom.layout import CACHE
from twosource.press.settings import PREVIEW

SITE = "site"
"""Folder of the pages, below the preview's own."""


def site_below(root: Path) -> Path:
    """The folder for a hub."""
    return root / CACHE / PREVIEW / SITE
