"""Pages become bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from jinja2 import Environment

from twosource.pages.page import Page
from twosource.press.faults import fault
from twosource.press.plain import PLAIN
from twosource.press.press_error import PressError

Printed = tuple[str, bytes]
"""Path below the output folder, and the file's bytes."""


class Spread(Protocol):
    """The shape of `map`, and of the `map` of any `concurrent.futures.Executor`."""

    def __call__(self, fn: Callable[[Page], Printed], pages: Iterable[Page], /) -> Iterator[Printed]: ...


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints one page; a call has no effect but its result, so pages may be printed in any order."""

    environment: Environment
    """Where templates are found and compiled."""
    folders: Sequence[Path]
    """The templates' folders, to tell a fault's place."""

    def __call__(self, page: Page) -> Printed:
        """Path and bytes of the page. Raises PressError that names the template, its line and the page."""
        try:
            return page.path, self._text(page).encode("utf-8")
        except Exception as error:
            # A template may raise anything at all; whatever it is, it belongs to this page.
            raise PressError(fault(error, page, self.folders)) from error

    def _text(self, page: Page) -> str:
        plain = PLAIN.get(page.template)
        if plain:
            return plain(page.view)
        return self.environment.get_template(page.template).render(page.view).rstrip("\n") + "\n"


def render(pages: Iterable[Page], printer: Callable[[Page], Printed], spread: Spread = map) -> Iterable[Printed]:
    """Print pages one by one, in order; `spread` may hand them to other processes instead."""
    return spread(printer, pages)
