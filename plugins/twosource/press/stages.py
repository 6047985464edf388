"""What a run is doing and how long each part took: word on the terminal meanwhile, a table at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from twosource.press.progress import progress

if TYPE_CHECKING:
    from rich.console import Console

Step = Callable[..., None]
"""`step()` for one more, `step(250)` for as many at once, as when a worker's batch comes back."""


class Stages:
    """Handed from the start of a run to its end; one stage at a time, the same name as often as need be."""

    def __init__(self, console: Console, clock: Callable[[], float] = monotonic) -> None:
        self._console, self._clock = console, clock
        self._started = clock()
        self._spent: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, total: int = 0, noun: str = "files") -> Iterator[Step]:
        """A stage such as `Printing`; `total` is how many steps it will take, 0 where nobody knows."""
        since = self._clock()
        try:
            with progress(name, total, noun, self._console, self._clock) as step:
                yield step
        finally:
            self._spent[name] = self._spent.get(name, 0.0) + self._clock() - since

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return self._clock() - self._started

    def table(self) -> str:
        """Each stage with its seconds and its share of the whole, in the order in which they began."""
        whole = self.seconds
        rest = whole - sum(self._spent.values())
        rows = [*self._spent.items(), ("Anything else", rest), ("Together", whole)]
        width = max(len(name) for name, _ in rows)
        return "\n".join(f"{name:{width}}  {spent:7.3f} s  {_share(spent, whole):4.0%}" for name, spent in rows)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
