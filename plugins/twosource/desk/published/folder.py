"""Files of a printed site: JSON and CSV that may be missing, cut off or of another form."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from twosource.desk.published.difference import Difference

STORIES = "data/stories"
"""Folder of the stories' own data."""


@dataclass(slots=True)
class Folder:
    """A printed site on disk, and what could not be read of it."""

    root: Path
    """Where it lies."""
    faults: list[Difference] = field(default_factory=list)
    """Files that are missing or cannot be read."""

    def text(self, name: str) -> str:
        """The text of a file; empty, and told, where there is none."""
        try:
            return (self.root / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            fault = Difference(name, "", "nothing that can be read", "a file of text")
            self.faults += [] if fault in self.faults else [fault]
            return ""

    def record(self, name: str) -> dict[str, Any]:
        """The object that a JSON file holds; empty, and told, where it holds none."""
        text = self.text(name)
        try:
            found = json.loads(text) if text else {}
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            return found
        self.faults.append(Difference(name, "", "no JSON object", "a JSON object"))
        return {}

    def rows(self, name: str) -> list[dict[str, str]]:
        """Rows of a CSV file by the names of its columns."""
        return [
            {key or "": value or "" for key, value in row.items()}
            for row in csv.DictReader(self.text(name).splitlines(True))
        ]

    def stories(self) -> Iterator[str]:
        """Slugs of which there are data."""
        yield from sorted(path.stem for path in (self.root / STORIES).glob("*.json"))

    def pages(self) -> Iterator[str]:
        """Slugs of which there is a page."""
        yield from sorted(path.parent.name for path in (self.root / "stories").glob("*/index.html"))

    def all_pages(self) -> Iterator[str]:
        """Every page of the site."""
        yield from sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*.html"))
