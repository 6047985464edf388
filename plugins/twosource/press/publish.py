"""A print by one process, from files that come one by one: look, stage, commit, apply."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from twosource.press.disk import DISK, Disk
from twosource.press.print_run import Outcome, print_run
from twosource.press.shelf import EMPTY, Shelf
from twosource.press.stall import stage_batch


def publish(
    owned: Collection[str], printed: Iterable[tuple[str, bytes]], output: Path, disk: Disk = DISK, shelf: Shelf = EMPTY
) -> Outcome:
    """Make the output folder hold exactly the owned files, besides foreign ones.

    `owned` are the paths of all files; `printed` the same paths with their bytes, lazily, but for those that stand as
    the shelf has them. Raises PressError; until the commit the folder is untouched, after it the next start finishes.
    """
    with print_run(output, frozenset(owned), shelf, disk) as run:
        return run.publish(stage_batch(printed, run.stall("0"), disk))
