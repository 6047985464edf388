"""Every step by which the press alters the file system; a crash falls between two of them, or into one."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress


class Disk:
    """The steps themselves. All raise OSError; all take absolute paths; none follows a link at its target."""

    def make_folder(self, path: str) -> None:
        """Make a folder, and those above it that are missing."""
        os.makedirs(path)

    def write(self, path: str, body: bytes) -> None:
        """Write a file anew."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)

    def flush(self, path: str) -> None:
        """Make sure that a file, or the list of names in a folder, has reached the disk."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def move(self, source: str, target: str) -> None:
        """Put a file in the place of another in one step, from another file system too (a mounted output)."""
        try:
            os.replace(source, target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            beside = f"{target}.twosource-part"
            shutil.copyfile(source, beside)
            os.replace(beside, target)
            os.unlink(source)

    def remove(self, path: str) -> None:
        """Remove a file or a link; one that is gone, or became a folder, is no error."""
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(path)

    def remove_folder(self, path: str) -> None:
        """Remove a folder if it stands and is empty."""
        with suppress(OSError):
            os.rmdir(path)
