"""Pagefind, the program that makes the search index. It reads finished pages and is no Python."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
"""Packages that carry the program; the extended one cuts Chinese and Japanese into words."""
PROGRAMS = ("pagefind_extended", "pagefind")
"""Its names on the PATH."""

OPTIONS = "pagefind.yml"
"""File of a theme with options for the program."""

MISSING = (
    "Search: no index was made, and the site has no search form: Pagefind is not installed.\n"
    "    Install it (pip install 'pagefind[bin]'), or set TWOSOURCE_SEARCH to off."
)
"""What a run says that should make an index and cannot."""

PATIENCE = 3600
"""Seconds after which the program is ended: it needs one for a hundred pages, and must not hold a run for ever."""


class IndexingError(Exception):
    """Pagefind failed; its message is what it said last."""


def find_pagefind() -> str:
    """Path of the program; empty where there is none."""
    for package in PACKAGES:
        try:
            return str(importlib.import_module(package).get_executable())
        except (ImportError, OSError):
            continue
    return next(filter(None, map(shutil.which, PROGRAMS)), "")


def make_index(program: str, site: Path, folders: Sequence[str], options: bytes, target: Path) -> None:
    """Index the pages below these folders of a site into a new folder. Raises IndexingError.

    `options` are those of a theme, as YAML.
    """
    try:
        done = _started(program, site, folders, options, target)
    except OSError as error:
        raise IndexingError(f"{error.filename or program}: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise IndexingError(f"it was not done after {PATIENCE // 60} minutes") from error
    if done.returncode or not (target / "pagefind-entry.json").is_file():
        said = [line.strip() for line in f"{done.stdout}\n{done.stderr}".splitlines() if line.strip()]
        raise IndexingError(said[-1] if said else f"it ended with code {done.returncode}")


def _started(
    program: str, site: Path, folders: Sequence[str], options: bytes, target: Path
) -> subprocess.CompletedProcess[str]:
    target.mkdir(parents=True)
    if options.strip():  # an empty file is an error to it
        (target.parent / OPTIONS).write_bytes(options)
    pages = f"{{{','.join(folders)}}}/**/*.html"
    command = (program, "--silent", "--site", str(site), "--glob", pages, "--output-path", str(target))
    # It takes options from the folder that it is started in, and from the environment.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    return subprocess.run(
        command,
        cwd=target.parent, env=ours, timeout=PATIENCE, capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip


def indexed_pages(index: Path) -> int:
    """How many pages an index holds, in all languages."""
    languages = json.loads((index / "pagefind-entry.json").read_bytes())["languages"]
    return sum(int(language["page_count"]) for language in languages.values())
