"""Every file has one owner and stays in the output folder: checked for all before any is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.pages.paths import bad_name, clashes
from twosource.press.press_error import PressError
from twosource.press.record import RECORD

Claim = tuple[str, str]
"""A path below the output folder, and who wants it: a page's address or the name of a theme's file."""


def check_paths(claims: Iterable[Claim]) -> None:
    """Raise PressError that names every path which leaves the folder, collides, or differs by case only."""
    claimed = tuple(claims)
    faults = (*_bad_names(claimed), *_clashes(claimed))
    if faults:
        raise PressError("\n".join(faults))


def _bad_names(claims: tuple[Claim, ...]) -> Iterator[str]:
    for path, owner in claims:
        reason = bad_name(path) or ("belongs to the press itself" if path.startswith(RECORD) else "")
        if reason:
            yield f"{owner}: error page-path: the path {path!r} {reason}\n    Give the page another address."


def _clashes(claims: tuple[Claim, ...]) -> Iterator[str]:
    for clash in clashes(claims):
        how = f"error page-collision: they {clash.how}"
        yield f"{clash.first} and {clash.second}: {how}\n    Give one of them another address."
