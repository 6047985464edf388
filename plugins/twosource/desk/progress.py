"""A bar on the terminal while many things are worked through."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

MANY = 5
"""Fewer than this are done before a bar could be read."""


def each(items: Sequence[T], label: str = "Locking") -> Iterable[T]:
    """The items one by one; on a terminal, and when they are many, with a bar on standard error."""
    return _with_bar(items, label) if len(items) >= MANY and sys.stderr.isatty() else items


def _with_bar(items: Sequence[T], label: str) -> Iterator[T]:
    with counting(len(items), label) as done:
        for item in items:
            yield item
            done()


@contextmanager
def counting(total: int, label: str) -> Iterator[Callable[[], None]]:
    """Something to call after each thing that is done, from any thread; on a terminal it moves a bar."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
