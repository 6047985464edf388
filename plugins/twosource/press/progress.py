"""Word from a long print: silence at first, then a bar on a terminal, or a plain line now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic

from rich.console import Console
from rich.errors import LiveError
from rich.progress import Progress

SILENCE = 2.0
"""Seconds of work that need no word."""
PLAIN_PAUSE, BAR_PAUSE = 5.0, 0.1
"""Seconds between two plain lines, and between two states of the bar."""


@contextmanager
def progress(total: int, console: Console, clock: Callable[[], float] = monotonic) -> Iterator[Callable[[], None]]:
    """Yield a function to be called once for each of `total` files."""
    with ExitStack() as showing:
        if console.is_terminal:
            show, pause = _bar(console, total, showing), BAR_PAUSE
        else:
            show, pause = _lines(console, total), PLAIN_PAUSE
        done, due = 0, clock() + SILENCE

        def tell() -> None:
            nonlocal done, due
            done += 1
            if clock() >= due:
                due = clock() + pause
                show(done)

        yield tell


def _lines(console: Console, total: int) -> Callable[[int], None]:
    return lambda done: console.print(f"Printing: {done:,} of {total:,} files", highlight=False)


def _bar(console: Console, total: int, showing: ExitStack) -> Callable[[int], None]:
    bar = Progress(console=console, transient=True, auto_refresh=False)
    task = bar.add_task("Printing", total=total)

    def show(done: int) -> None:
        if not bar.live.is_started:
            # An older Rich shows one live line at a time, and Pelican's spinner is one: no bar then.
            with suppress(LiveError):
                showing.enter_context(bar)
        bar.update(task, completed=done, refresh=True)

    return show
