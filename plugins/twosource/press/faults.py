"""A page that could not be printed, in one message: where in the theme, what, and for which page."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from twosource.pages.page import Page


def fault(error: Exception, page: Page, folders: Sequence[Path]) -> str:
    """Name the template's file and line (the innermost one), the reason and the page's address."""
    return (
        f"{_place(error, page, folders)}: error template: {_reason(error)}\n"
        f"    The page {page.url} could not be printed: mend the template, or the view that it is given."
    )


def _place(error: Exception, page: Page, folders: Sequence[Path]) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name or page.template}:{error.lineno}"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders):
            return f"{frame.filename}:{frame.lineno}"
    return page.template


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"the theme has no template {error.name or error}"
    return f"{error}" if str(error) else type(error).__name__
