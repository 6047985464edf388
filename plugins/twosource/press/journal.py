"""The journal of one print: once it stands in the staging folder, the new site is certain."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from twosource.press.disk import Disk

JOURNAL = "journal.json"
"""Name of the journal in the staging folder; its appearance is the point of no return."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What is left to do, each list in its order; doing any of it twice is harmless."""

    move: tuple[tuple[str, str], ...]
    """Files and folders by their path in the staging folder, each with its place; the empty path is the output."""
    remove: tuple[str, ...]
    """Files that no page owns any more."""
    folders: tuple[str, ...]
    """Folders to remove if they are empty, the deepest first."""


def commit(journal: Journal, staging: Path, disk: Disk) -> None:
    """Write the journal and flush it to the disk. Raises OSError, and then nothing is committed."""
    draft = f"{staging}/{JOURNAL}.draft"
    disk.write(draft, json.dumps(asdict(journal)).encode())
    disk.flush(draft)
    disk.move(draft, f"{staging}/{JOURNAL}")
    disk.flush(str(staging))


def read_journal(staging: Path) -> Journal | None:
    """The journal of a print that was cut off after its commit; None where there is none."""
    try:
        read = json.loads((staging / JOURNAL).read_bytes())
    except FileNotFoundError:
        return None
    moved = tuple((staged, path) for staged, path in read["move"])
    return Journal(moved, tuple(read["remove"]), tuple(read["folders"]))
