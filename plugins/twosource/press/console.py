"""A true terminal: no count of articles where there are none, no traceback for a stop that was explained."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from typing import IO, Any, cast

from pelican.log import FatalLogger, console
from rich.console import Console, ConsoleRenderable, RenderHook
from rich.text import Text

from twosource.press.press_error import PressError

TERMINAL: Console = console
"""Pelican's own, so that its spinner and our lines do not cross."""


class _Forgiving:
    """Standard output that may fail: a site that was printed is none the worse for a line that nobody could hear."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.stdout, name)

    def write(self, text: str) -> int:
        with suppress(OSError):
            sys.stdout.write(text)
        return len(text)

    def flush(self) -> None:
        try:
            sys.stdout.flush()
        except OSError:
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _WithoutPelicansCount(RenderHook):
    """Leaves out the closing line in which Pelican counts its own articles and pages."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [shown for shown in renderables if not _counts_articles(shown)]


def _counts_articles(shown: object) -> bool:
    return isinstance(shown, Text) and shown.plain.startswith("Done: Processed ")


def _not_a_stop(entry: logging.LogRecord) -> bool:
    """False for Pelican's own report of a PressError, whose message has been shown already."""
    given = entry.args if isinstance(entry.args, tuple) else ()
    return not any(isinstance(value, PressError) for value in given)


def calm() -> None:
    """Set both up. Must be called before Pelican's spinner starts, which expects to be the last hook."""
    TERMINAL.file = cast(IO[str], _Forgiving())
    TERMINAL.push_render_hook(_WithoutPelicansCount())
    logging.getLogger("pelican").addFilter(_not_a_stop)


def say(line: str) -> None:
    """One line on standard output, as it is: no markup, no colours, no folding."""
    TERMINAL.print(Text(line), soft_wrap=True)


def complain(text: str) -> None:
    """Problems on standard error, one to a line that an editor can jump to."""
    print(text, file=sys.stderr, flush=True)


def strict() -> bool:
    """True under `pelican --fatal warnings`."""
    return bool(FatalLogger.fatal_lvl <= logging.WARNING)
