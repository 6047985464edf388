"""The stages of a run of the press, told on Pelican's terminal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from twosource.pages import stages
from twosource.press.progress import progress

if TYPE_CHECKING:
    from rich.console import Console

Step = stages.Step


class Stages(stages.Stages):
    """Handed from the start of a run to its end."""

    def __init__(self, console: Console, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(partial(progress, console=console, clock=clock), clock)
