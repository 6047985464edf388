"""What the preview knows at present: written by the one who prints, read by everyone who serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Condition

from twosource.press.preview.messages import Report


@dataclass(frozen=True, slots=True)
class State:
    """One moment of a preview."""

    serial: int = 0
    """Grows with each change."""
    report: Report | None = None
    """Of the last printing; None before the first."""
    turned: tuple[str, str] | None = None
    """Address and title of the page that was changed last; None where no page was."""
    closed: bool = False
    """Whether the preview has ended."""


class Board:
    """The state, and a bell for those who wait for another one."""

    def __init__(self) -> None:
        self._state = State()
        self._bell = Condition()
        self._open: Counter[str] = Counter()

    @property
    def state(self) -> State:
        """As of now."""
        return self._state

    @property
    def seen(self) -> tuple[str, ...]:
        """Addresses of the pages that are open in browsers."""
        with self._bell:
            return tuple(self._open)

    @contextmanager
    def opened(self, url: str) -> Iterator[None]:
        """A browser has this page open inside the block."""
        with self._bell:
            self._open[url] += 1
        try:
            yield
        finally:
            with self._bell:
                self._open -= Counter((url,))

    def change(self, **fields: object) -> None:
        """Put up another state."""
        with self._bell:
            self._state = replace(self._state, serial=self._state.serial + 1, **fields)  # type: ignore[arg-type]
            self._bell.notify_all()

    def wait(self, serial: int, seconds: float) -> State:
        """The state after the one of this number, or the same after so many seconds."""
        with self._bell:
            self._bell.wait_for(lambda: self._state.serial != serial, seconds)
            return self._state
