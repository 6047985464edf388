"""The mark of a theme: it differs when a template or a file of the theme does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path


def mark_of_theme(folders: Iterable[Path], statics: Mapping[str, bytes]) -> bytes:
    """Digest of every template in these folders, by name and content, and of the theme's files."""
    whole = blake2b(digest_size=16)
    for folder in folders:
        for path in sorted(_templates(str(folder))):
            whole.update(f"{path}\0".encode())
            with open(path, "rb") as file:
                whole.update(blake2b(file.read(), digest_size=16).digest())
    for path, body in statics.items():
        whole.update(f"{path}\0".encode() + blake2b(body, digest_size=16).digest())
    return whole.digest()


def _templates(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "static" and not name.startswith((".", "__"))]
        yield from (f"{above}/{name}" for name in names if not name.startswith("."))
