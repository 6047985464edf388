"""Where the files are that come with the tool and are no code: its theme and the pages of its documentation."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent

RULE_BOOK = "docs/rules.md"
"""What is said of each rule of the checks, in a section each."""


def shipped(path: str) -> Path:
    """A file or folder by its place in a checkout, such as `docs/rules.md`.

    An installed package carries it inside itself (pyproject.toml says which), a checkout beside `plugins/`. Raises
    FileNotFoundError where neither does, which is a fault of the installation.
    """
    for folder in (PACKAGE / "shipped", CHECKOUT):
        if (folder / path).exists():
            return folder / path
    raise FileNotFoundError(f"{path} is missing from this installation of Twosource; install it again")
