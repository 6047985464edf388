"""The private store of texts: git-ignored, by SHA-256, gzip. Publishers' texts never go to git."""

from __future__ import annotations

import gzip
import os
import tempfile
import zlib
from pathlib import Path

FOLDER = ".store"
"""Folder below the hub's root."""


def keep_text(root: Path, sha256: str, text: str) -> None:
    """Put a text into the store, unless it is there whole; the same text gives the same bytes."""
    path = _path(root, sha256)
    if stored_text(root, sha256) != text:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, gzip.compress(text.encode(), mtime=0))


def stored_text(root: Path, sha256: str) -> str | None:
    """A text from the store; None where it is not there or damaged."""
    try:
        return gzip.decompress(_path(root, sha256).read_bytes()).decode()
    except (OSError, EOFError, ValueError, zlib.error):
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, even when the machine stops in between."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _path(root: Path, sha256: str) -> Path:
    return root / FOLDER / f"{sha256}.txt.gz"
