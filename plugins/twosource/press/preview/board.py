"""What the preview knows at present: written by the one who prints, read by everyone who serves."""

from __future__ import annotations

from collections.abc import Callable
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

    @property
    def state(self) -> State:
        """As of now."""
        return self._state

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


Titles = Callable[[str], str]
"""Title of the page at an address."""
