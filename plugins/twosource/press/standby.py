"""What one process keeps between its runs over one hub, so that a preview need not begin each of them from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from twosource.newsroom.morgue import Morgue
from twosource.press.settings import Order
from twosource.press.shelf import EMPTY, Shelf

if TYPE_CHECKING:
    from twosource.pages.handover import Handover
    from twosource.pages.slip import Slip


@dataclass(frozen=True, slots=True)
class Left:
    """What a run left that ended with a print."""

    handover: Handover
    """Of the newsroom."""
    shelf: Shelf
    """Of the output folder."""


class Standby:
    """Handed to each run of one process. A run that fails leaves nothing, and the next begins as a first one does."""

    def __init__(self) -> None:
        self._morgue: Morgue | None = None
        self._left: Left | None = None
        self._of: tuple[Path, Path] | None = None

    def morgue(self, asked: Order) -> Morgue | None:
        """The morgue of the last run, if it was one over the same hub and no other has written since."""
        same = self._of == (asked.root, asked.output) and self._morgue is not None and self._morgue.stands()
        if not same:
            self._morgue = self._left = None
        return self._morgue

    def take(self, morgue: Morgue) -> Left | None:
        """What was left of the last run by this morgue. It is given once: what fails must not be gone by."""
        left, self._left = self._left if morgue is self._morgue else None, None
        return left

    def keep(self, asked: Order, morgue: Morgue, handover: Handover | None, shelf: Shelf) -> None:
        """A run has ended well."""
        self._of, self._morgue = (asked.root, asked.output), morgue
        self._left = Left(handover, shelf) if handover and shelf is not EMPTY else None

    @property
    def slips(self) -> Mapping[str, Slip]:
        """Every story by path, as the last run that ended well knew them; none where none did."""
        return self._left.handover.slips if self._left else {}

    def put_back(self, left: Left | None) -> None:
        """A run found nothing to do."""
        self._left = left


def from_root(root: Path, changed: Iterable[Path]) -> list[str]:
    """Absolute paths below the hub as it names them; a theme's, which may lie elsewhere, are looked at in any case."""
    return [path.relative_to(root).as_posix() for path in changed if path.is_relative_to(root)]
