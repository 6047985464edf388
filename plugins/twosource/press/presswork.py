"""What a bureau does with each page that it makes: print it and stage it, in whichever process the bureau is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from twosource.pages.page import Page
from twosource.press.executors import spread_of
from twosource.press.rendering import Printer, render
from twosource.press.settings import Choice
from twosource.press.stall import PrintedFile, Stall, stage_batch


@dataclass(frozen=True, slots=True)
class Presswork:
    """Handed to the bureaus; each process stages in a corner of its own."""

    printer: Printer
    """Prints one page."""
    stall: Stall
    """Where pages are staged."""
    executor: Choice = ""
    """What prints the pages; empty for the bureau's own process."""

    def __call__(self, pages: Iterator[Page]) -> list[PrintedFile]:
        """Print and stage these pages. Raises PressError for a fault of the theme, OSError for one of the disk."""
        stall = replace(self.stall, corner=f"{self.stall.corner}-{os.getpid()}")
        with spread_of(self.executor) as spread:
            return stage_batch(render(pages, self.printer, spread), stall)
