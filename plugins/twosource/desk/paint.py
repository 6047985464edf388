"""Colours, where somebody sees them: on a terminal, and without NO_COLOR."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Paint:
    """Wraps words in terminal colours, or leaves them alone."""

    on: bool
    """True when colours are wanted."""

    @classmethod
    def for_stream(cls, stream: TextIO) -> Paint:
        """Colours for a terminal whose user did not set NO_COLOR."""
        return cls(stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")

    def _in(self, code: str, words: str) -> str:
        return f"\033[{code}m{words}\033[0m" if self.on else words

    def bold(self, words: str) -> str:
        """Strong."""
        return self._in("1", words)

    def faint(self, words: str) -> str:
        """Less important."""
        return self._in("2", words)

    def red(self, words: str) -> str:
        """An error."""
        return self._in("31", words)

    def yellow(self, words: str) -> str:
        """A warning."""
        return self._in("33", words)

    def green(self, words: str) -> str:
        """All is well."""
        return self._in("32", words)
