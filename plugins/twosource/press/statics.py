"""The theme's own files: styles, fonts, scripts, pictures."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

FOLDER = "theme"
"""Folder of the site that holds the theme's files."""
TEMPLATES = (".html", ".xml", ".svg", ".txt", ".css", ".js", ".json")
"""Endings of files that may be templates."""


def load_statics(theme: Path) -> Mapping[str, bytes]:
    """Every file below static/ by its path in the site, sorted. Files with a leading dot are left out."""
    static = theme / "static"
    return {f"{FOLDER}/{path}": (static / path).read_bytes() for path in sorted(_paths(static))}


def _paths(static: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(static):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(static)
        yield from ((below / name).as_posix() for name in names if not name.startswith("."))


def marks(statics: Mapping[str, bytes]) -> Mapping[str, str]:
    """Eight characters for each file's content: a changed file gets a new address, others stay cached."""
    return {path: blake2b(body, digest_size=4).hexdigest() for path, body in statics.items()}


def theme_mark(folders: Iterable[Path]) -> str:
    """A mark of every template below these folders: their names, their order and their content."""
    told = blake2b(digest_size=16)
    for path in sorted({path for folder in folders for path in templates_of(folder)}):
        told.update(f"{path}\0".encode())
        told.update(path.read_bytes())
    return told.hexdigest()


def templates_of(folder: Path) -> Iterator[Path]:
    """Files that a template may be loaded from: static files are none."""
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "static"]
        yield from (Path(above, name) for name in names if name.endswith(TEMPLATES))
