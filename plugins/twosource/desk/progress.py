"""A bar on the terminal while many stories are worked through."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

MANY = 5
"""Fewer than this are done before a bar could be read."""


def each(items: Sequence[T]) -> Iterable[T]:
    """The items one by one; on a terminal, and when they are many, with a bar on standard error."""
    return _with_bar(items) if len(items) >= MANY and sys.stderr.isatty() else items


def _with_bar(items: Sequence[T]) -> Iterator[T]:
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        yield from items
        return
    yield from track(items, "Locking", console=Console(stderr=True), transient=True)
