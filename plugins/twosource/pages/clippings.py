"""Which morgue a hub's runs share: the press and the desk open the same one, and begin anew where it fails them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from twosource.newsroom.morgue import FILE, MANY, DamagedError, Morgue, OvertakenError
from twosource.newsroom.tool_mark import tool_mark

DRAWERS = {"brief": MANY}
"""Kinds of which a run wants a few entries: a brief is asked for where its card stands."""

ATTEMPTS = 3
"""So often a run is begun while others change what it goes by; the last one goes by nothing that was kept."""

T = TypeVar("T")


def with_morgue(
    cache: Path, work: Callable[[Morgue], T], tell: Callable[[str], object], open_still: Morgue | None = None
) -> T:
    """Do the work with the morgue in a cache's folder; anew where that is damaged, which is told, or overtaken.

    `open_still` is the one that an earlier run in this process went by.
    """
    morgue = open_still or open_morgue(cache)
    for _ in range(ATTEMPTS):
        try:
            with _without_collecting():
                return work(morgue)
        except OvertakenError:
            morgue.close()
            morgue = open_morgue(cache)
        except DamagedError:
            tell(f"{cache / FILE}: warning: the cache was damaged and is begun anew.")
            morgue.discard()
        finally:
            morgue.close()
    return work(open_morgue(None))


def open_morgue(cache: Path | None) -> Morgue:
    """The morgue in a cache's folder; one that keeps nothing without a folder."""
    return Morgue(cache, tool_mark() if cache else b"", DRAWERS)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A run makes millions of values and throws away few: looking for cycles among them took a third of its time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()  # what is left belongs to modules: enabled without this, it would all be looked through at once
            gc.enable()
