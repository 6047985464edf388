"""Pages become bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, TemplateError

from twosource.pages.page import PICTURES, Page
from twosource.press.environment import make_environment
from twosource.press.faults import fault
from twosource.press.plain import PLAIN
from twosource.press.press_error import PressError
from twosource.press.theme_mark import mark_of_templates

Printed = tuple[str, bytes]
"""Path below the output folder, and the file's bytes."""


PAGES = (".html", ".xml")
"""Ends of the names of pages' templates; they lie in no folder below the templates'."""

COMPONENTS = "components/"
"""Where a theme keeps what several of its templates import."""


class Spread(Protocol):
    """The shape of `map`, and of the `map` of any `concurrent.futures.Executor`."""

    def __call__(self, fn: Callable[[Page], Printed], pages: Iterable[Page], /) -> Iterator[Printed]: ...


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints one page; a call has no effect but its result, so pages may be printed in any order, by any process.

    A printer is a few values: it may be pickled. Each process makes the environment when the first page needs it.
    """

    folders: tuple[Path, ...]
    """The templates' folders, the first wins."""
    marks: tuple[tuple[str, str], ...]
    """Each printed file of the theme, and the mark of its content."""
    theme: bytes
    """The mark of all templates together: when one changes, so does the printer."""
    compiled: Path | None = None
    """Where compiled templates are kept for the next run; None keeps none."""

    def __call__(self, page: Page) -> Printed:
        """Path and bytes of the page. Raises PressError that names the template, its line and the page."""
        try:
            return page.path, self._body(page)
        except Exception as error:
            # A template may raise anything at all; whatever it is, it belongs to this page.
            raise PressError(fault(error, page, self.folders)) from error

    def warm(self, templates: Iterable[str] = ()) -> None:
        """Load these templates now, or all, and every component, for the processes that will be forked.

        Where they were never compiled, that takes 110 ms. One that fails will say so with its page.
        """
        if any(name in PICTURES for name in templates):
            import twosource.press.drawing  # noqa: F401  (Pillow: 40 ms for each process that has to do it itself)
        made = _environment(self)
        parts = made.list_templates(filter_func=lambda name: name.startswith(COMPONENTS) and name.endswith(".html"))
        pages = templates or made.list_templates(filter_func=lambda name: name.endswith(PAGES) and "/" not in name)
        for name in (*(name for name in pages if name not in PLAIN and name not in PICTURES), *parts):
            try:
                made.get_template(name)
            except TemplateError:
                return

    def stands(self, page: Page, path: str) -> bool:
        """True where the file under a path, which nobody altered, is what this page would be; asked of pictures only.

        To print any other page takes hardly longer than to find that out.
        """
        if page.template not in PICTURES:
            return False
        from twosource.press.drawing import mark_of_picture, stands_there

        return stands_there(path, mark_of_picture(page, self.folders))

    def _body(self, page: Page) -> bytes:
        plain = PLAIN.get(page.template)
        if plain:
            return plain(page.view)
        if page.template in PICTURES:
            from twosource.press.drawing import draw

            return draw(page, self.folders)
        text = _environment(self).get_template(page.template).render(page.view)
        return text.encode().rstrip(b"\n") + b"\n"


def make_printer(folders: Sequence[Path], marks: Mapping[str, str], compiled: Path | None = None) -> Printer:
    """A printer for a theme as it stands now."""
    return Printer(tuple(folders), tuple(marks.items()), mark_of_templates(folders), compiled)


@lru_cache(maxsize=2)
def _environment(printer: Printer) -> Environment:
    """One for each printer, so that templates are compiled once in a process, however often a printer is unpickled."""
    return make_environment(printer.folders, dict(printer.marks), printer.compiled)


def render(pages: Iterable[Page], printer: Callable[[Page], Printed], spread: Spread = map) -> Iterable[Printed]:
    """Print pages one by one, in order; `spread` may hand them to other processes instead."""
    return spread(printer, pages)
