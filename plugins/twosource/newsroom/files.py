"""Files of a hub as text with their digest: the only code in the house that reads them; the desk writes some."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

from twosource.newsroom.merge_marks import conflict
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.text_file import decode

OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that nobody writes into would be waited for; opened so, it can be told from a file first."""

MAY_READ = "Check that it is a file that you may read."


class TextFile(NamedTuple):
    """A file of the hub as text; the text is empty where the file could not be read."""

    path: str
    text: str
    digest: str
    problems: tuple[Problem, ...]


def read_text(root: Path, path: str) -> TextFile:
    """Read one file; what is missing, no file, unreadable or badly merged is a problem, not an exception."""
    try:
        raw = _bytes(root / path)
    except FileNotFoundError:
        return _absent(root, path)
    except OSError as error:
        return _failed(path, "file-unreadable", f"The file cannot be read: {error.strerror}.", MAY_READ)
    if raw is None:
        return _failed(path, "file-unreadable", "This is no file, but a folder, a pipe or a device.", MAY_READ)
    text, problems = decode(raw, path)
    problems = problems or conflict(text or "", path)
    return TextFile(path, "" if problems else text or "", hashlib.sha256(raw).hexdigest(), problems)


def digest_of(path: str) -> str:
    """SHA-256 of a file's bytes, as `read_text` gives it; empty where it cannot be read."""
    return hashlib.sha256(raw).hexdigest() if (raw := raw_bytes(path)) is not None else ""


def raw_bytes(path: str) -> bytes | None:
    """Content of a file; None for what cannot be read, or is no file."""
    try:
        return _bytes(Path(path))
    except OSError:
        return None


def _bytes(path: Path) -> bytes | None:
    """Content of a file; None for what is none."""
    handle = os.open(path, OPENING)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with open(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def _absent(root: Path, path: str) -> TextFile:
    if (root / path).is_symlink():
        message = f"The file is a link to {os.readlink(root / path)}, and nothing is there."
        return _failed(path, "file-unreadable", message, "Put the file itself here, or mend the link.")
    return _failed(
        path,
        "file-missing",
        f"The hub has no file `{path}`.",
        "Create it; the one that `desk init` writes shows its form.",
    )


def _failed(path: str, rule: str, message: str, hint: str) -> TextFile:
    return TextFile(path, "", "", (Problem(Place(path, 1, 1), rule, message, hint),))
