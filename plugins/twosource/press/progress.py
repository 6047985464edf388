"""Word from a long run: silence at first, then a bar on a terminal, or a plain line now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

SILENCE = 2.0
"""Seconds of work that need no word."""
PLAIN_PAUSE, BAR_PAUSE = 5.0, 0.1
"""Seconds between two plain lines, and between two states of the bar."""


@contextmanager
def progress(
    name: str, total: int, noun: str, console: Console, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[..., None]]:
    """Yield a function to be called for each of `total` things (0: nobody knows), or with how many came at once."""
    with ExitStack() as showing:
        show, pause = _lines(name, total, noun, console), PLAIN_PAUSE
        if console.is_terminal:
            show, pause = _bar(name, total, console, showing), BAR_PAUSE
        done, due = 0, clock() + SILENCE

        def step(count: int = 1) -> None:
            nonlocal done, due
            done += count
            if clock() >= due:
                due = clock() + pause
                show(done)

        yield step


def _lines(name: str, total: int, noun: str, console: Console) -> Callable[[int], None]:
    of = f" of {total:,}" if total else ""
    return lambda done: console.print(f"{name}: {done:,}{of} {noun}", highlight=False)


def _bar(name: str, total: int, console: Console, showing: ExitStack) -> Callable[[int], None]:
    """Nothing of a bar is made, or even imported, before there is something to show."""
    made: list[Callable[[int], None]] = []

    def show(done: int) -> None:
        if not made:
            made.append(_shown_bar(name, total, console, showing))
        made[0](done)

    return show


def _shown_bar(name: str, total: int, console: Console, showing: ExitStack) -> Callable[[int], None]:
    from rich.errors import LiveError
    from rich.progress import Progress

    bar = Progress(console=console, transient=True, auto_refresh=False)
    task = bar.add_task(name, total=total or None)
    # An older Rich shows one live line at a time, and Pelican's spinner is one: no bar then.
    with suppress(LiveError):
        showing.enter_context(bar)
    return lambda done: bar.update(task, completed=done, refresh=True)
