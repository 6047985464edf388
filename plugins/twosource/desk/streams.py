"""What the desk says always arrives, or ends quietly: odd encodings, closed pipes, full disks."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress

UNHEARD = 1
"""Exit code where nobody could be told how it ended."""


def prepare() -> None:
    """Let both streams write any text: a character that their encoding lacks is spelt out. Absent ones swallow all."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def heard(work: Callable[[], int]) -> int:
    """Do the work and hand its words over; its exit code, or 1 where they could not be written.

    A reader that left early, such as `head`, is no failure and is not complained about.
    """
    code = UNHEARD
    try:
        try:
            code = work()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _give_up()
    except OSError as error:
        _give_up()
        print(f"desk: {error.filename or 'the output'}: {error.strerror or error}.", file=sys.stderr)
        return UNHEARD
    return code


def _give_up() -> None:
    """Send what is still held back nowhere, so that nothing fails when the program ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
