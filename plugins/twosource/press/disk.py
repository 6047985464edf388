"""Every step by which the press alters the file system; a crash falls between two of them, or into one."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress


class Disk:
    """The steps themselves. All raise OSError; all take absolute paths; none follows a link at its target."""

    def make_folder(self, path: str) -> None:
        """Make a folder and those above it that are missing; another process may have made it meanwhile."""
        try:
            os.mkdir(path)
        except FileNotFoundError:
            os.makedirs(path, exist_ok=True)
        except FileExistsError:
            if not is_folder(path):
                raise

    def write(self, path: str, body: bytes) -> os.stat_result:
        """Write a file anew; what the system now says of it."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(handle, rest) :]
            return os.fstat(handle)
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

    def move_folder(self, source: str, target: str) -> bool:
        """Put a whole folder where nothing or an empty folder stands, in one step; False where that cannot be."""
        try:
            os.rename(source, target)
        except OSError as error:
            if error.errno in _NOT_AS_A_WHOLE:
                return False
            raise
        return True

    def remove(self, path: str) -> None:
        """Remove a file or a link; one that is gone, or became a folder, is no error."""
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(path)

    def remove_folder(self, path: str) -> None:
        """Remove a folder if it stands and is empty."""
        with suppress(OSError):
            os.rmdir(path)

    def remove_tree(self, path: str) -> None:
        """Remove a file or a link, or a folder with all that is in it, step by step."""
        if not is_folder(path):
            return self.remove(path)
        for name in sorted(os.listdir(path)):
            self.remove_tree(f"{path}/{name}")
        return self.remove_folder(path)


_NOT_AS_A_WHOLE = frozenset({errno.EXDEV, errno.ENOTEMPTY, errno.EEXIST, errno.EBUSY, errno.EACCES, errno.EPERM})
"""Another file system, something in the folder, a mount point, or (Windows) any folder at all in its place."""

DISK = Disk()


def is_folder(path: str) -> bool:
    """True for a folder itself, not for a link to one."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
