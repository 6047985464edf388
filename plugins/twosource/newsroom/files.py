"""Files of a hub as text with their digest: the only code in the house that opens them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.text_file import decode


class TextFile(NamedTuple):
    """A file of the hub as text; the text is empty where the file could not be read."""

    path: str
    text: str
    digest: str
    problems: tuple[Problem, ...]


def read_text(root: Path, path: str) -> TextFile:
    """Read one file; a missing or unreadable one is a problem, not an exception."""
    try:
        raw = (root / path).read_bytes()
    except FileNotFoundError:
        return _failed(
            path,
            "file-missing",
            f"The hub has no file `{path}`.",
            "Create it; CONTRIBUTING.md says what each file holds.",
        )
    except OSError as error:
        return _failed(
            path,
            "file-unreadable",
            f"The file cannot be read: {error.strerror}.",
            "Check that it is a file that you may read.",
        )
    text, problems = decode(raw, path)
    return TextFile(path, text or "", hashlib.sha256(raw).hexdigest(), problems)


def _failed(path: str, rule: str, message: str, hint: str) -> TextFile:
    return TextFile(path, "", "", (Problem(Place(path, 1, 1), rule, message, hint),))


def paths(root: Path, folder: str, pattern: str) -> Iterator[str]:
    """Files of a folder in order, relative to the root.

    Names that begin with a dot or an underscore, and READMEs, are not content.
    """
    for path in sorted((root / folder).glob(pattern)):
        if not path.name.startswith((".", "_")) and path.name != "README.md":
            yield path.relative_to(root).as_posix()
