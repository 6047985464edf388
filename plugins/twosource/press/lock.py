"""One print at a time into one output folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from twosource.press.press_error import PressError

LOCK = "lock"
"""Name of the lock file in the staging folder; it holds the number of the process that prints."""

if sys.platform == "win32":

    def _hold(handle: int) -> None:
        """Windows has no flock: two prints at once go unnoticed there."""

else:
    import fcntl

    def _hold(handle: int) -> None:
        """Take the lock or raise BlockingIOError. The system lets go of it when the process dies."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(staging: Path) -> Iterator[None]:
    """Hold the staging folder; make it if need be, and remove it at the end if it is empty but for the lock.

    Raises PressError when another process holds it, OSError when it cannot be made.
    """
    handle = _take(staging)
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(staging / LOCK)
        os.close(handle)
        with suppress(OSError):
            os.rmdir(staging)


def _take(staging: Path) -> int:
    while True:
        staging.mkdir(parents=True, exist_ok=True)
        handle = os.open(staging / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _hold(handle)
        except BlockingIOError:
            holder = os.read(handle, 20).decode("ascii", "replace").strip()
            os.close(handle)
            raise PressError(_busy(staging, holder)) from None
        if _still_there(handle, staging / LOCK):
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
            return handle
        os.close(handle)


def _still_there(handle: int, path: Path) -> bool:
    """False when the process before us removed the file between our opening and our locking it."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def _busy(staging: Path, holder: str) -> str:
    who = f"process {holder}" if holder else "another process"
    return (
        f"Another print is under way: {who} holds {staging}.\n"
        "    Wait until it is done, or print into another folder. Nothing was printed."
    )
