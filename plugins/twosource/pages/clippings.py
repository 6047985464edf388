"""Which morgue a hub's runs share: the press and the desk open the same one."""

from __future__ import annotations

from pathlib import Path

from twosource.newsroom.morgue import MANY, Morgue
from twosource.newsroom.tool_mark import tool_mark

DRAWERS = {"brief": MANY}
"""Kinds of which a run wants a few entries: a brief is asked for where its card stands."""


def open_morgue(cache: Path | None) -> Morgue:
    """The morgue in a cache's folder; one that keeps nothing without a folder."""
    return Morgue(cache, tool_mark() if cache else b"", DRAWERS)
