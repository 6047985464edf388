"""What a bureau does with each page that it makes: print it and stage it, in whichever process the bureau is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from twosource.pages.page import PICTURES, Page
from twosource.press.executors import spread_of
from twosource.press.forgiving import Forgiving
from twosource.press.rendering import Printer, render
from twosource.press.settings import Choice
from twosource.press.stall import PrintedFile, Stall, stage_batch, standing_file


@dataclass(frozen=True, slots=True)
class Presswork:
    """Handed to the bureaus; each process stages in a corner of its own."""

    printer: Printer
    """Prints one page."""
    stall: Stall
    """Where pages are staged."""
    executor: Choice = ""
    """What prints the pages; empty for the bureau's own process."""
    lenient: bool = False
    """Whether a page that cannot be printed holds up no other."""

    def __call__(self, pages: Iterator[Page]) -> list[PrintedFile]:
        """Print and stage these pages. Raises PressError for a fault of the theme, OSError for one of the disk."""
        stall = replace(self.stall, corner=f"{self.stall.corner}-{os.getpid()}")
        left: list[PrintedFile] = []
        if self.lenient:
            return self._forgiven(pages, stall)
        with spread_of(self.executor) as spread:
            made = stage_batch(render(self._without_standing(pages, stall, left), self.printer, spread), stall)
        return [*made, *left]

    def _forgiven(self, pages: Iterator[Page], stall: Stall) -> list[PrintedFile]:
        printer = Forgiving(self.printer, stall.output)
        made = stage_batch(render(pages, printer), stall)
        return [file._replace(fault=printer.faults.get(file.path, "")) for file in made] if printer.faults else made

    def _without_standing(self, pages: Iterator[Page], stall: Stall, left: list[PrintedFile]) -> Iterator[Page]:
        """Pages that have to be printed; into `left` go pictures that stand as they would be drawn."""
        for page in pages:
            found = standing_file(page.path, stall) if page.template in PICTURES else None
            if found and self.printer.stands(page, f"{stall.output}/{page.path}"):
                left.append(found)
            else:
                yield page
