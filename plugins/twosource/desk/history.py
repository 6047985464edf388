"""The hub as it was at another commit, laid out in a folder that is gone afterwards."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from twosource.desk.hub import UsageError

PARTS = ("content", "glossary", "methodology")
"""The folders of a hub that are read."""


@contextmanager
def at_revision(root: Path, ref: str) -> Iterator[Path]:
    """The hub's files at `ref`: a branch, a tag or a commit. Raises UsageError where there is none, or no git.

    Only committed files are laid out; the clone need not be complete, but it must hold that commit.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    held = _git(root, "ls-tree", "--name-only", f"{commit}:{prefix}" if prefix else commit).decode().split("\n")
    parts = [part for part in PARTS if part in held]
    with TemporaryDirectory(prefix="desk-") as folder:
        if parts:
            packed = _git(root, "archive", "--format=tar", f"{commit}:{prefix}" if prefix else commit, *parts)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
        yield Path(folder)


def _git(root: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("git is not installed; the base is read with it.") from None
    if done.returncode == 0:
        return done.stdout
    if words[0] == "rev-parse" and "--verify" in words:
        known = subprocess.run(["git", "-C", str(root), "rev-parse", "--git-dir"], capture_output=True, check=False)
        ref = words[-1].removesuffix("^{commit}")
        where = "Fetch it, or give --base another one." if known.returncode == 0 else "The hub is in no git repository."
        raise UsageError(f"There is no commit “{ref}”. {where}")
    raise UsageError(done.stderr.decode("utf-8", "replace").strip() or f"git {words[0]} failed.")
