"""A printer that goes on: where a page cannot be printed, what stands in its place is printed once more.

For a preview. A reader gets a whole site or none, but whoever is writing wants to see all that can be seen.
"""

from __future__ import annotations

from contextlib import suppress
from html import escape
from pathlib import Path

from twosource.pages.page import UNMADE, Page
from twosource.press.press_error import PressError
from twosource.press.rendering import Printed, Printer

STAYS = "stays as it was"
"""The fault of a page whose story cannot be read: what is wrong with that is among the problems."""

MOST = 20
"""Faults after which it is no single story that is to blame, and the print ends."""


class Forgiving:
    """Prints pages of one batch, and remembers which of them it could not."""

    def __init__(self, printer: Printer, output: str) -> None:
        """`output` is the folder of the site that stands."""
        self._printer = printer
        self._output = Path(output)
        self.faults: dict[str, str] = {}
        """Why a page is not as it should be, by its path below the output folder."""

    def __call__(self, page: Page) -> Printed:
        """Path and bytes. Raises the PressError of the page after which too many have failed."""
        if page.template == UNMADE:
            reason = page.view["reason"]
            return self._as_it_stands(page, f"{page.url}: error layout: {reason}" if reason else STAYS)
        try:
            return self._printer(page)
        except PressError as error:
            if len(self.faults) >= MOST:
                raise
            return self._as_it_stands(page, str(error))

    def _as_it_stands(self, page: Page, fault: str) -> Printed:
        self.faults[page.path] = fault
        with suppress(OSError):
            return page.path, (self._output / page.path).read_bytes()
        return page.path, _instead(page.url) if page.path.endswith(".html") else b""


def _instead(url: str) -> bytes:
    title = escape(f"{url} could not be laid out")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n</body>\n</html>\n"
    ).encode()
