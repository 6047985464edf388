"""A preview as a writer starts it, and a browser that looks at it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TypeVar
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.conftest import AS_OF

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds after which a wait has failed; on a quiet machine nothing takes more than one."""


@dataclass
class Started:
    """A preview that runs."""

    hub: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    """Its lines so far."""

    @property
    def address(self) -> str:
        return self.line(r" on (http://\S+)/ ")[1]

    def line(self, pattern: str, since: int = 0) -> re.Match[str]:
        """The first line from some number on that the pattern finds."""
        return until(lambda: next((hit for line in self.said[since:] if (hit := re.search(pattern, line))), None))

    def get(self, url: str, **headers: str) -> tuple[int, str]:
        """Status and text of an address."""
        try:
            with urlopen(Request(f"{self.address}{url}", headers=headers)) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def shows(self, url: str, words: str) -> bool:
        """Waits until the page has these words in it."""
        return until(lambda: words in self.get(url)[1])

    def stop(self, number: int = signal.SIGINT) -> int:
        """Ask it to stop; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def until(seen: Callable[[], T | None]) -> T:
    """What is seen, once it is something."""
    end = time.monotonic() + PATIENCE
    while not (found := seen()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
    return found


def command(hub: Path, *options: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "twosource.desk", "preview", "--root", str(hub), *options)


ENVIRONMENT = {**os.environ, "TWOSOURCE_AS_OF": AS_OF, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@contextmanager
def started(hub: Path, *options: str) -> Iterator[Started]:
    """A preview that has printed once. Whatever is left of it at the end is ended."""
    with running(hub, command(hub, *options), ENVIRONMENT) as preview:
        yield preview


@contextmanager
def running(hub: Path, words: Sequence[str], environment: Mapping[str, str]) -> Iterator[Started]:
    """The same, by any installation of the command."""
    process = subprocess.Popen(
        words, cwd=hub, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    preview = Started(hub, process)
    assert process.stdout
    lines = process.stdout
    reader = Thread(target=lambda: [preview.said.append(line.rstrip("\n")) for line in lines], daemon=True)
    reader.start()
    try:
        preview.line(r"\d\d:\d\d:\d\d  all files  ")
        yield preview
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)
        reader.join(PATIENCE)
        lines.close()
