"""May the press write where it has to? Asked before the commit, while the answer no still costs nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path


def need_access(output: Path, paths: Iterable[str]) -> None:
    """Raise PermissionError that names the first folder of these paths in which no file may be put."""
    for folder in sorted({_standing(f"{output}/{path}") for path in paths}):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)


def _standing(path: str) -> str:
    """The nearest folder above a path that stands already."""
    above = os.path.dirname(path)
    return above if os.path.isdir(above) else _standing(above)
