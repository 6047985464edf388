"""The theme's own files: styles, fonts, scripts, pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

FOLDER = "theme"
"""Folder of the site that holds the theme's files."""


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
