"""Finds saved pages in files and folders, and reads those that a story needs.

Nothing is fetched, and only pages whose address is wanted are extracted: HTML costs about 30 ms a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from twosource.desk.saved_forms import READERS
from twosource.desk.saved_page import Found, SavedPage, unreadable
from twosource.newsroom.problems import Problem, Severity
from twosource.verification.web_addresses import document_of

LARGEST = 32_000_000
"""Bytes that a saved page may have."""


def find_saved(places: Iterable[Path]) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Every saved page below the places, by path, and a warning for each file that is of no use."""
    pages: list[Found] = []
    problems: list[Problem] = []
    for path in (file for place in places for file in files_in(place)):
        for one in _in_file(path):
            if isinstance(one, Found):
                pages.append(one)
            else:
                problems.append(replace(one, severity=Severity.WARNING))
    return tuple(pages), tuple(problems)


def by_document(pages: Iterable[Found]) -> Mapping[str, Found]:
    """Pages by the document that their address names; the first of several, by path."""
    found: dict[str, Found] = {}
    for page in pages:
        found.setdefault(document_of(page.url), page)
    return found


class Pages:
    """Reads each page that is wanted once, and remembers which could not be read."""

    def __init__(self, found: Mapping[str, Found]) -> None:
        self.found = found
        self.read: dict[str, SavedPage | None] = {}
        self.problems: list[Problem] = []

    def of(self, url: str) -> SavedPage | None:
        """The page saved from this address, if any."""
        key = document_of(url)
        if key in self.found and key not in self.read:
            page = self.found[key].read()
            self.read[key] = page if isinstance(page, SavedPage) else None
            if isinstance(page, Problem):
                self.problems.append(page)
        return self.read.get(key)


def files_in(place: Path) -> Iterator[Path]:
    """A file, or all files below a folder in order, hidden ones left out."""
    if place.is_file():
        yield place
        return
    for path in sorted(place.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(place).parts):
            yield path


def _in_file(path: Path) -> Iterator[Found | Problem]:
    kind = READERS.get(path.suffix.lower())
    if kind is None:
        return
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        yield unreadable(path, f"The file cannot be read: {error.strerror}.", "Check that you may read it.")
        return
    if raw is None:
        yield unreadable(path, f"The file has more than {LARGEST:,} bytes.", "Save the article alone.")
    else:
        yield from kind(path, raw)
