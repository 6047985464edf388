"""The process that prints, as the one that serves sees it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

import msgspec

from twosource.press.preview.messages import Fault, Job, Report

PATIENCE = 3.0
"""Seconds after which a process that was asked to stop is ended."""


class Child:
    """Started when there is something to print, and again after it ended."""

    def __init__(self, options: Sequence[str]) -> None:
        self._command = (sys.executable, "-m", "twosource.press.preview.worker", *options)
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, job: Job) -> Report:
        """Hand over the job and wait for the report; one that ended by itself is said to have."""
        process = self._process = self._process or self._start()
        assert process.stdin
        assert process.stdout
        with suppress(BrokenPipeError):
            process.stdin.write(msgspec.json.encode(job) + b"\n")
            process.stdin.flush()
        line = process.stdout.readline()
        # One that dies in the middle of its answer leaves the beginning of it.
        with suppress(msgspec.DecodeError):
            return msgspec.json.decode(line, type=Report)
        self.stop()
        return Report((_ended(process.returncode),), errors=1)

    def stop(self) -> None:
        """End it with all that it started."""
        process, self._process = self._process, None
        if process is None:
            return
        for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
            _send(process, number)
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
                break
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                assert pipe
                pipe.close()

    def _start(self) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl-C reaches all of a terminal's processes, and this one is told by its parent.
        return subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)


def _send(process: subprocess.Popen[bytes], number: int) -> None:
    """Windows knows neither groups nor signals: there the process is ended at once."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.terminate()
        else:
            os.killpg(process.pid, number)


def _ended(code: int | None) -> Fault:
    message = f"The process that prints ended by itself, with {code}."
    hint = "What it said last stands on the terminal. The next save starts another."
    return Fault("", 0, 0, "preview", message, hint, True)
