"""`desk preview`: the hub's pages in the browser, as they are while somebody writes.

The press prints and serves; the desk only says what is asked of it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError, find_hub

SETTINGS = "pelicanconf.py"
"""The hub's settings, where no others are named."""


def run(given: Namespace) -> int:
    """Serve until Ctrl-C, then give 0."""
    root = find_hub(given.root)
    command = _command(given, root, _settings(given, root))
    if os.name != "nt":
        # This process becomes the preview: signals reach it, and its exit code is the command's.
        sys.stdout.flush()
        # A Ctrl-C while the rooms are imported waits until the preview can answer it.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        os.execv(command[0], command)
    return subprocess.call(command)


def _settings(given: Namespace, root: Path) -> Path:
    settings = Path(given.settings) if given.settings else root / SETTINGS
    if not settings.is_file():
        raise UsageError(f"There are no settings {settings}. `desk init` writes them; --settings names others.")
    return settings


def _command(given: Namespace, root: Path, settings: Path) -> list[str]:
    command = [sys.executable, "-m", "twosource.press.preview", "--root", str(root), "--settings", str(settings)]
    if given.port is not None:
        command += ["--port", str(given.port)]
    if given.as_of:
        command += ["--as-of", as_of(given.as_of).isoformat()]
    return [*command, *([] if given.drafts else ["--no-drafts"]), *(["--open"] if given.open else [])]
