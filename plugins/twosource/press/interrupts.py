"""Ctrl-C: it ends a run with a code of its own, and never in the middle of putting a site in place."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPPED = 130
"""Exit code of a run that was interrupted, as shells have it. Pelican's own is 0, and what follows would go on."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let work of a moment end first; an interruption that came meanwhile is raised afterwards."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
