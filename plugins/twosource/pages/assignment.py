"""What a shift is to do."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from twosource.newsroom.look import Look
from twosource.newsroom.morgue import Morgue
from twosource.pages.extras import USUAL, Extras
from twosource.pages.handover import Handover

Stage = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Opens a stage of the run by its name and its length; what it gives is told how many more are done."""


def silent_stage(name: str, length: int) -> AbstractContextManager[Callable[[int], None]]:
    """A stage that nobody watches."""
    return nullcontext(lambda more: None)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a shift is to do."""

    root: Path
    """Folder of the hub."""
    as_of: datetime
    """The moment that counts as now, UTC."""
    site_url: str
    """Absolute address of the site."""
    morgue: Morgue
    """What earlier shifts kept."""
    look: Look
    """The hub as it lies there."""
    cores: int = 1
    """Bureaus at most."""
    index: str = ""
    """Address of the script of a search index; empty where there is none."""
    extras: Extras = USUAL
    """What the site has beside its pages."""
    stage: Stage = silent_stage
    """Who watches."""
    before: Handover | None = None
    """What the shift before this one left in the same process; for the same morgue."""
