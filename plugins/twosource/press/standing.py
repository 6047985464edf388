"""What stands in the output folder before a print. Links are seen and never followed."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Standing:
    """Paths relative to the output folder, with forward slashes; only real folders were entered."""

    files: Mapping[str, int]
    """Regular files and their size in bytes."""
    others: frozenset[str]
    """Links, pipes and the like."""
    folders: frozenset[str]
    """Folders that were entered."""


def top_folders(paths: Iterable[str]) -> frozenset[str]:
    """First folders of these paths; a file at the root has none."""
    return frozenset(path.partition("/")[0] for path in paths if "/" in path)


def look(output: Path, tops: Container[str]) -> Standing:
    """List the root of the output folder, and everything below those of its folders that are in `tops`."""
    files: dict[str, int] = {}
    others: set[str] = set()
    folders: set[str] = set()
    ahead = [""] if output.is_dir() else []
    while ahead:
        below = ahead.pop()
        with os.scandir(output / below) as entries:
            for entry in entries:
                path = f"{below}/{entry.name}" if below else entry.name
                if entry.is_file(follow_symlinks=False):
                    files[path] = entry.stat(follow_symlinks=False).st_size
                elif not entry.is_dir(follow_symlinks=False):
                    others.add(path)
                elif below or entry.name in tops:
                    folders.add(path)
                    ahead.append(path)
    return Standing(files, frozenset(others), frozenset(folders))
