"""The search index: made of the pages that stand, beside them, and put in their midst whole or not at all.

A site is good without one, so it comes after the print and never stops it: pages stand as soon as they are ready, and
an index that cannot be made leaves the last one. It tells by a mark what it was made of. Nothing else of it is known
or kept, and a folder without that mark is somebody else's.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from twosource.press.disk import DISK, Disk
from twosource.press.interrupts import uninterrupted
from twosource.press.journal import Journal, commit
from twosource.press.pagefind import OPTIONS, IndexingError, indexed_pages, make_index
from twosource.press.recovery import finish, held
from twosource.press.search_choice import FOLDER, Search
from twosource.press.search_words import words_file
from twosource.press.settings import Order
from twosource.press.shelf import Mark
from twosource.press.staging import staging_of, sweep

SEARCHED = ("entities", "glossary", "stories", "topics")
"""Folders of the site whose pages are looked into; each says in its markup whether it is indexed, and what of it."""
STAMP = "twosource.json"
"""File of the index that holds its mark."""
WORDS = "words.json"
"""File of the index with the words that a reader may have meant."""
UNUSED = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui", "pagefind-ui")
"""Beginnings of names of what Pagefind brings along for other forms than ours, 400 kB."""

FOREIGN = (
    f"Search: {FOLDER}/ in the output folder was not made by the press, and is left as it is.\n"
    "    Move it away, so that the press can put its own index there, or set TWOSOURCE_SEARCH to off."
)


def mark_of_pages(asked: Order, files: Mapping[str, Mark]) -> str:
    """Of all that an index is made of: pages below SEARCHED by path, size and checksum, program and options."""
    mark = blake2b(b"%d\0%b" % (os.stat(asked.indexer).st_size, _options(asked)), digest_size=16)
    starts = tuple(f"{folder}/" for folder in SEARCHED)
    for path in sorted(path for path in files if path.startswith(starts) and path.endswith(".html")):
        size, _, _, told = files[path]
        mark.update(b"%b\0%d\0%b" % (path.encode(), size, told))
    return mark.hexdigest()


def stamp_of(output: Path) -> str | None:
    """The mark of the index that stands; empty for one that is not ours, None where there is none at all."""
    if not os.path.lexists(output / FOLDER):
        return None
    with suppress(OSError, ValueError, LookupError, TypeError):
        return str(json.loads((output / FOLDER / STAMP).read_bytes())["made_of"])
    return ""


def is_due(asked: Order, files: Mapping[str, Mark], stamp: str | None) -> bool:
    """Whether an index has to be made."""
    if not asked.index or stamp == "" or (asked.search is Search.KEPT and stamp):
        return False
    return stamp != mark_of_pages(asked, files)


def build(asked: Order, files: Mapping[str, Mark], disk: Disk = DISK) -> int:
    """Make an index and put it in place; gives the number of its pages. Raises PressError, IndexingError."""
    staging = staging_of(asked.output)
    with held(staging):
        finish(asked.output, staging, disk)
        try:
            made = staging / FOLDER
            make_index(asked.indexer, asked.output, SEARCHED, _options(asked), made)
            pages = _complete(made, mark_of_pages(asked, files))
            _put(Journal(((FOLDER, FOLDER),), _outdated(asked.output, _names(made)), ()), asked.output, staging, disk)
        finally:
            _sweep(staging, disk)
    return pages


def remove(output: Path, disk: Disk = DISK) -> None:
    """Take an index out that the press made. Raises PressError."""
    staging = staging_of(output)
    with held(staging):
        finish(output, staging, disk)
        folders = sorted({FOLDER, *(os.path.dirname(path) for path in _standing(output))}, key=len, reverse=True)
        _put(Journal((), _outdated(output, frozenset()), tuple(folders)), output, staging, disk)


def _complete(made: Path, mark: str) -> int:
    """Add the words and the mark, leave out what no page uses."""
    for path in made.iterdir():
        if path.name.startswith(UNUSED):
            path.unlink()
    pages = indexed_pages(made)
    try:
        (made / WORDS).write_bytes(words_file(made))
    except (OSError, ValueError, LookupError) as error:
        raise IndexingError(f"its pages could not be read back: {error}") from error
    (made / STAMP).write_text(json.dumps({"made_of": mark}) + "\n", encoding="utf-8")
    return pages


def _options(asked: Order) -> bytes:
    try:
        return (asked.theme / OPTIONS).read_bytes()
    except FileNotFoundError:
        return b""


def _put(journal: Journal, output: Path, staging: Path, disk: Disk) -> None:
    with uninterrupted():
        commit(journal, staging, disk)
        finish(output, staging, disk)


def _sweep(staging: Path, disk: Disk) -> None:
    """After a commit that could not be applied the next start needs what is left."""
    if not (staging / "journal.json").exists():
        with suppress(OSError):
            sweep(staging, disk)


def _names(made: Path) -> frozenset[str]:
    return frozenset(f"{FOLDER}/{path.relative_to(made).as_posix()}" for path in made.rglob("*") if path.is_file())


def _standing(output: Path) -> frozenset[str]:
    folder = output / FOLDER
    return _names(folder) if folder.is_dir() and not folder.is_symlink() else frozenset()


def _outdated(output: Path, new: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(_standing(output) - new))
