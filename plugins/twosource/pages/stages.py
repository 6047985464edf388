"""What a run is doing and how long each part took: word for whoever watches, a table at the end.

Press and desk watch in their own ways, and both bring their clock: here is what they have in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Step = Callable[..., None]
"""`step()` for one more, `step(250)` for as many at once, as when a worker's batch comes back."""

Watch = Callable[[str, int, str], AbstractContextManager[Step]]
"""Watches one stage, given its name, how many steps it will take (0: nobody knows) and what each of them is."""

SILENCE = 2.0
"""Seconds of work that need no word."""
LINE_PAUSE, BAR_PAUSE = 5.0, 0.1
"""Seconds between two plain lines, and between two states of a bar."""


def paced(show: Callable[[int], None], pause: float, clock: Callable[[], float]) -> Step:
    """A step that counts, and shows how many are done: not at first, and not more often than after each pause."""
    done, due = 0, clock() + SILENCE

    def step(count: int = 1) -> None:
        nonlocal done, due
        done += count
        if clock() >= due:
            due = clock() + pause
            show(done)

    return step


def line(name: str, done: int, total: int, noun: str) -> str:
    """How far a stage is: `Printing: 1,500 of 2,616 pages`."""
    of = f" of {total:,}" if total else ""
    return f"{name}: {done:,}{of} {noun}"


class Stages:
    """Handed from the start of a run to its end; one stage at a time, the same name as often as need be."""

    def __init__(self, watch: Watch, clock: Callable[[], float]) -> None:
        self._watch, self._clock = watch, clock
        self._started = clock()
        self._spent: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, total: int = 0, noun: str = "files") -> Iterator[Step]:
        """A stage such as `Printing`; `total` is how many steps it will take, 0 where nobody knows."""
        since = self._clock()
        try:
            with self._watch(name, total, noun) as step:
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
