"""One preview of a hub at a time: two would print into one folder, each believing that nobody else did."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.press.press_error import PressError

NAME = "running"
"""File that a preview holds, beside the folder that it prints to; its address stands in it."""

if sys.platform == "win32":

    def _hold(handle: int) -> None:
        """Windows has no flock: two previews at once go unnoticed there."""

else:
    import fcntl

    def _hold(handle: int) -> None:
        """Raises BlockingIOError where another process holds it. The system lets go when that dies."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def claimed(site: Path, address: str) -> Iterator[None]:
    """Hold the folder `site` for the preview at an address. Raises PressError that names the other one's."""
    place = site.parent / NAME
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise PressError(f"{place} cannot be written: {error.strerror}.\n    A preview prints beside it.") from error
    try:
        try:
            _hold(handle)
        except BlockingIOError:
            other = os.read(handle, 200).decode("ascii", "replace")
            raise PressError(
                f"A preview of this hub runs already, on {other}\n    Look there, or end it first."
            ) from None
        os.ftruncate(handle, 0)
        os.write(handle, address.encode())
        yield
    finally:
        os.close(handle)
