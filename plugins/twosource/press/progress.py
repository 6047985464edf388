"""Word from a long run of the press: silence at first, then a bar on a terminal, or a plain line now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from twosource.pages.stages import BAR_PAUSE, LINE_PAUSE, Step, line, paced

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def progress(name: str, total: int, noun: str, console: Console, clock: Callable[[], float]) -> Iterator[Step]:
    """Yield a function to be called for each of `total` things (0: nobody knows), or with how many came at once."""

    def say(done: int) -> None:
        console.print(line(name, done, total, noun), highlight=False)

    with ExitStack() as showing:
        if console.is_terminal:
            yield paced(_bar(name, total, console, showing), BAR_PAUSE, clock)
        else:
            yield paced(say, LINE_PAUSE, clock)


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
