"""What editors, version control and Python put beside the files of a hub: whoever watches them hears nothing of it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable

ENDS = (".tmp", ".bak", ".swp", ".swo", ".swx", ".swpx", ".part", ".crdownload", ".orig", ".rej", ".pyc", ".pyo")
NAME = re.compile(rf"\..*|#.*#|.*~|.*___|4913\d*|flycheck_.*|.*(?:{'|'.join(map(re.escape, ENDS))})", re.S)
"""Names of such files. Vim tries with one that is called 4913, and nothing else, whether it may write in a folder."""

FOLDERS = frozenset({"__pycache__", "node_modules"})
"""Folders of which nothing is told, besides those whose names begin with a dot."""


def is_leftover(path: str) -> bool:
    """Whether a file is one of these, by its path from the watched folder: what lies above that is no reason."""
    *above, name = path.replace(os.sep, "/").split("/")
    return bool(NAME.fullmatch(name)) or any(part.startswith(".") or part in FOLDERS for part in above)


def counts_below(folders: Iterable[str | os.PathLike[str]]) -> Callable[[object, str], bool]:
    """A filter of changes for `watchfiles`: those that count where these folders are watched.

    A path that lies in none of them, as the system may name a linked folder otherwise, goes by its last part alone.
    """
    watched = tuple(os.path.join(folder, "") for folder in folders)

    def counts(change: object, path: str) -> bool:
        found = [path[len(above) :] for above in watched if path.startswith(above)]
        return not all(map(is_leftover, found or [os.path.basename(path)]))

    return counts
