"""What goes: files that no page owns any more, and the folders that they leave empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from twosource.press.press_error import PressError
from twosource.press.record import RECORD
from twosource.press.standing import Standing, top_folders


def stale_files(owned: Set[str], printed_last: Set[str], standing: Standing) -> tuple[str, ...]:
    """Files printed last time that no page owns now, and unknown files below the pages' own top folders.

    A foreign file at the root or in a foreign folder (CNAME, a search index) is nobody's business.
    """
    unowned = (standing.files - owned) | (standing.others - owned)
    # Most prints find nothing here, and the folders on the way to every page need not be named for it.
    unowned = unowned and unowned - parents(owned)
    ours = top_folders(owned) if unowned else frozenset()
    return tuple(
        sorted(path for path in unowned if path in printed_last or ("/" in path and path.partition("/")[0] in ours))
    )


def stale_folders(owned: Set[str], stale: Iterable[str], standing: Standing) -> tuple[str, ...]:
    """Folders that may be empty afterwards, the deepest first. One that is not empty will be left alone."""
    gone = parents(stale)
    unneeded = (standing.folders | gone) - parents(owned)
    tops = top_folders(owned) if unneeded else frozenset()
    candidates = (folder for folder in unneeded if folder in gone or folder.partition("/")[0] in tops)
    return tuple(sorted(candidates, key=lambda folder: (-folder.count("/"), folder)))


def parents(paths: Iterable[str]) -> set[str]:
    """Every folder on the way to these paths."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def refuse_to_overwrite(
    output: Path, changed: Iterable[str], printed_last: Set[str] | None, standing: Standing
) -> None:
    """Raise PressError where a file of other bytes stands in the place of a page, and the press never printed here.

    A record that is there and broken still tells that it did.
    """
    if printed_last is None and RECORD not in standing.files:
        strangers = tuple(path for path in changed if path in standing.files or path in standing.others)
        _refuse(output, strangers, "the press has no record of having printed it", "overwritten")


def refuse_foreign(output: Path, owned: Set[str], printed_last: Set[str] | None, standing: Standing) -> None:
    """Raise PressError where printing would delete what the press cannot know to be its own."""
    if printed_last is None:
        strangers = stale_files(owned, frozenset(), standing)
        _refuse(output, strangers, "the press has no record of having printed it")
    in_the_way = tuple(_in_the_way(owned, printed_last or frozenset(), standing))
    _refuse(output, in_the_way, "a page needs its place")


def _in_the_way(owned: Set[str], printed_last: Set[str], standing: Standing) -> Iterator[str]:
    """Foreign files in a folder at the root, where a page is a file of the folder's name."""
    taken = {path for path in owned & standing.folders if "/" not in path}
    for path in (*standing.files, *standing.others) if taken else ():
        if path.partition("/")[0] in taken and path not in taken and path not in printed_last:
            yield path


def _refuse(output: Path, strangers: tuple[str, ...], why: str, lost: str = "deleted") -> None:
    if strangers:
        more = f" (and {len(strangers) - 1:,} more)" if len(strangers) > 1 else ""
        raise PressError(
            f"{output / strangers[0]}{more} would be {lost}, but {why}.\n"
            "    Move it away, empty the output folder, or print into another one."
        )
