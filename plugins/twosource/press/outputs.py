"""The folders that a hub was printed to: what was kept of one that is gone is kept no longer."""

from __future__ import annotations

import os
from pathlib import Path

from twosource.newsroom.morgue import Morgue
from twosource.pages.plan import Kinds
from twosource.press.standstill import STILL, kind_of_shelf

KIND = "output"
"""Kind of the entries that name these folders."""


def remember_output(morgue: Morgue, output: Path) -> None:
    """Enter the folder of a print, and take out what belongs to others that do not stand any more.

    A preview in a folder of its own would else leave some megabytes in the cache each time.
    """
    morgue.put(KIND, str(output), True)
    gone = [path for path in morgue.entries(KIND) if path != str(output) and not os.path.isdir(path)]
    for path in gone:
        kinds, shelf = Kinds.of(path), kind_of_shelf(Path(path))
        for kind in (kinds.page, kinds.node, kinds.key, shelf):
            morgue.keep_only(kind, ())
        morgue.keep_only(STILL, morgue.entries(STILL).keys() - {shelf})
    morgue.keep_only(KIND, morgue.entries(KIND).keys() - set(gone))
