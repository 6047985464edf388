"""Patterns that are compiled when they are first asked for something.

Together the patterns of the house take 90 ms to compile, and a run that reads one story needs a third of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern; no slots, for each method is kept in the instance once it was asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Called for what is not kept yet: so only the first use of a method is slower than a compiled pattern's."""
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(re.compile(*self._asked), name)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, to be used like one that `re.compile` gives; a mistake in it is raised at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
