"""The hub as it was at another commit, laid out in a folder that is gone afterwards."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from os import fsdecode
from pathlib import Path
from tempfile import TemporaryDirectory

from twosource.desk.hub import UsageError
from twosource.newsroom.layout import HUB

PARTS = ("content", "glossary", "methodology")
"""The folders of a hub that are read."""


@contextmanager
def at_revision(root: Path, ref: str) -> Iterator[Path]:
    """The hub's files at `ref`: a branch, a tag or a commit. Raises UsageError where there is none, no hub, or no git.

    Only committed files are laid out; the clone need not be complete, but it must hold that commit. Git is asked
    from the top of the repository: from a folder below it, a tree's names are taken for that folder's.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
    top = Path(_line(root, "--show-toplevel"))
    prefix = _line(root, "--show-prefix")
    wanted = (f"{prefix}{part}" for part in PARTS)
    held = fsdecode(_git(top, "ls-tree", "-z", "--name-only", commit, "--", *wanted)).split("\0")
    with TemporaryDirectory(prefix="desk-") as folder:
        if parts := [part for part in PARTS if f"{prefix}{part}" in held]:
            tree = f"{commit}:{prefix.rstrip('/')}" if prefix else commit
            with tarfile.open(fileobj=io.BytesIO(_git(top, "archive", "--format=tar", tree, *parts))) as archive:
                archive.extractall(folder, filter="data")
        if not (Path(folder) / HUB).is_file():
            raise UsageError(f"“{ref}” has no {prefix}{HUB}, so that there is no hub to compare with.")
        yield Path(folder)


def _line(root: Path, asked: str) -> str:
    """What `git rev-parse` says on one line."""
    return fsdecode(_git(root, "rev-parse", asked)).rstrip("\n")


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
