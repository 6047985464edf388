"""Word on standard error while many things are worked through: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TypeVar

from twosource.pages.stages import BAR_PAUSE, LINE_PAUSE, Step, line, paced

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


@contextmanager
def watch(name: str, total: int, noun: str, clock: Callable[[], float] = monotonic) -> Iterator[Step]:
    """Something to call with how many more are done; nothing is shown of what takes two seconds."""
    with ExitStack() as showing:
        if sys.stderr.isatty():
            yield paced(_catching_up(total, name, showing), BAR_PAUSE, clock)
        else:
            yield paced(lambda done: print(line(name, done, total, noun), file=sys.stderr), LINE_PAUSE, clock)


def _catching_up(total: int, label: str, showing: ExitStack) -> Callable[[int], None]:
    """Moves a bar, which is made when there is something to show, to how many are done."""
    shown = 0
    move: Callable[[], None] | None = None

    def show(done: int) -> None:
        nonlocal shown, move
        move = move or showing.enter_context(counting(total, label))
        for _ in range(done - shown):
            move()
        shown = done

    return show
