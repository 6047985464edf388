"""Programs that the judges call, and what to do where one is missing: `make test` installs them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.judges.fault import CannotJudge

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names under which Chromium is known, the first found on the PATH is used; $CHROMIUM goes before them all."""

ADVICE = (
    "Run `make test` (or `sh tools/judges.sh`), which installs what the judges need or says what it cannot install."
)


def program(name: str) -> str:
    """The path of a program."""
    found = shutil.which(name)
    if found is None:
        raise CannotJudge(f"“{name}” is not on the PATH. {ADVICE}")
    return found


def module(path: str) -> Path:
    """A file of the packages from npm."""
    found = MODULES / path
    if not found.exists():
        raise CannotJudge(f"{path} is not in {MODULES}. {ADVICE}")
    return found


def chromium() -> str | None:
    """The path of the browser; None leaves it to Playwright to find the one that it downloaded."""
    given = os.environ.get("CHROMIUM")
    return given or next((found for found in map(shutil.which, BROWSERS) if found), None)


def in_page(name: str) -> str:
    """A function of JavaScript that runs in a page."""
    return (HERE / "in_page" / f"{name}.js").read_text("utf-8").partition("\n")[2]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """One program's run, with what it said."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
