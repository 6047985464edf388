"""What lies in the folders of a hub. A folder or file that is passed over in silence would be a story that vanishes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtext"})
"""Endings under which people keep Markdown, in lower case; only `.md` is read."""


HIDDEN = (".", "_")
"""How names begin that are not content; a folder of such a name hides what is in it."""


class Listing(NamedTuple):
    """One folder of a hub."""

    texts: tuple[str, ...]
    """Markdown files to read, from the root, sorted."""
    locks: tuple[str, ...]
    """Lock files, from the root, sorted."""
    problems: tuple[Problem, ...]
    """Folders that cannot be entered, and files that look like content and are not read."""


def listing(root: Path, folder: str, deep: bool = False) -> Listing:
    """What a folder holds, and with `deep` the folders below it.

    Names that begin with a dot or an underscore, and READMEs, are not content, nor is anything in folders of such
    names. A folder that is not there is empty.
    """
    names: list[str] = []
    problems: list[Problem] = []
    waiting = [folder]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(root / below) as entries:
                for entry in entries:
                    path = f"{below}/{entry.name}"
                    if not _is_text(entry.name):
                        problems += _misnamed(path, entry.is_dir())
                        continue
                    inner = entry.is_dir(follow_symlinks=False) and not _text(path)
                    if not (inner and entry.name.startswith(HIDDEN)):
                        (waiting if inner else names).append(path)
        except OSError as error:
            problems += _closed(root, below, error) if deep or below == folder else ()
    # Nearly all are read: that is told without taking the path apart.
    odd = [path for path in names if not (path.endswith((".md", ".lock")) and (deep or _in(folder, path)))]
    ignored = [problem for path in odd for problem in _ignored(root, path, folder, deep)]
    inside = sorted(name for name in names if deep or _in(folder, name))
    return Listing(
        tuple(name for name in inside if name.endswith(".md") and _content(name)),
        tuple(name for name in inside if name.endswith(".lock") and _content(name)),
        (*problems, *ignored),
    )


def _is_text(name: str) -> bool:
    """False for a name whose bytes are no UTF-8: no address and no message that is made of it could be written."""
    return name.isascii() or name.encode("utf-8", "replace").decode() == name


def _misnamed(path: str, folder: bool) -> Iterator[Problem]:
    if _content(path) and (folder or PurePosixPath(path).suffix.lower() in {*MARKDOWN, ".lock"}):
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        message = "The name is not written in UTF-8, so that this is not read."
        yield Problem(Place(shown, 1, 1), "file-unreadable", message, "Give it a plain name, such as coffee.md.")


def _content(path: str) -> bool:
    name = path.rpartition("/")[2]
    return not name.startswith(HIDDEN) and not (name.startswith("README") and PurePosixPath(name).stem == "README")


def _text(path: str) -> bool:
    return path.endswith(".md") and _content(path)


def _in(folder: str, path: str) -> bool:
    return path.rpartition("/")[0] == folder


def _closed(root: Path, folder: str, error: OSError) -> Iterator[Problem]:
    if isinstance(error, FileNotFoundError) and not (root / folder).is_symlink():
        return
    message = f"The folder cannot be read, so that nobody knows what it holds: {error.strerror}."
    hint = "Check that it is a folder that you may enter and list."
    yield Problem(Place(folder, 1, 1), "file-unreadable", message, hint)


def _ignored(root: Path, path: str, folder: str, deep: bool) -> Iterator[Problem]:
    """A file that its writer will miss on the site."""
    ending = PurePosixPath(path).suffix
    if not _content(path):
        return
    if ending.lower() in MARKDOWN and ending != ".md":
        yield _passed_over(path, f"Only files that end in .md are read, and this one ends in {ending}.", "Rename it.")
    elif ending == ".md" and not deep and not _in(folder, path):
        yield _passed_over(path, f"Files in folders below {folder} are not read.", f"Move it to {folder}.")
    elif deep and ending not in (".md", ".lock") and (root / path).is_dir():
        message = "This is a link to a folder, which is not entered."
        yield _passed_over(path, message, "Put the folder itself here.")


def _passed_over(path: str, message: str, hint: str) -> Problem:
    return found(Place(path, 1, 1), "file-ignored", message, hint)
