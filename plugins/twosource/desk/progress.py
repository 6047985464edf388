"""Word on standard error while many things are worked through: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

MANY = 5
"""Fewer than this are done before a bar could be read."""

SILENCE, PAUSE = 2.0, 5.0
"""Seconds of work that need no word, and seconds between two lines where there is no terminal."""


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


@contextmanager
def stage(name: str, length: int, clock: Callable[[], float] = monotonic) -> Iterator[Callable[[int], None]]:
    """Something to call with how many more of the stories are done; nothing is shown of what takes two seconds."""
    with ExitStack() as showing:
        done, shown, due = 0, 0, clock() + SILENCE
        move: Callable[[], None] | None = None

        def tell(more: int) -> None:
            nonlocal done, shown, due, move
            done += more
            if clock() < due:
                return
            if not sys.stderr.isatty():
                print(f"{name.capitalize()}: {done:,} of {length:,} stories", file=sys.stderr)
                due = clock() + PAUSE
                return
            move = move or showing.enter_context(counting(length, name.capitalize()))
            for _ in range(done - shown):
                move()
            shown = done

        yield tell
