"""What the server knows: hubs that were opened, each as of its last save, and what was told of their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from twosource.desk.hub import find_hub
from twosource.desk.lsp.forms import form_of
from twosource.desk.lsp.shelf import Shelf, Sight, across, look, open_shelf, told_of
from twosource.newsroom.layout import HUB
from twosource.newsroom.problems import Problem


class Filed(NamedTuple):
    """A file of a hub."""

    shelf: Shelf
    """The hub."""
    path: str
    """The file, relative to it."""
    form: str
    """What it holds."""


class Desk:
    """Hubs by their folders. A hub is read when one of its files is opened, and again when one is saved."""

    def __init__(self, root: str | None, clock: Callable[[], datetime]) -> None:
        self._root = find_hub(root) if root else None
        self._clock = clock
        self._shelves: dict[Path, Shelf] = {}
        self._across: dict[tuple[Path, str], tuple[Problem, ...]] = {}

    def filed(self, file: Path) -> Filed | None:
        """A file that belongs to a hub and has one of its forms; None for any other."""
        root = self._hub_of(file.resolve())
        if root is None:
            return None
        path = file.resolve().relative_to(root).as_posix()
        form = form_of(path)
        return Filed(self._shelf(root), path, form) if form else None

    def saved(self, file: Path) -> Shelf | None:
        """Read the hub of a file again."""
        root = self._hub_of(file.resolve())
        if root is None:
            return None
        self._across.clear()
        self._shelves[root] = open_shelf(root, self._clock(), self._shelves.get(root))
        return self._shelves[root]

    def look(self, filed: Filed, text: str) -> Sight:
        """A buffer, judged, beside what only the whole hub knew of its file at the last save."""
        shelf, key = filed.shelf, (filed.shelf.root, filed.path)
        if key not in self._across:
            self._across[key] = across(shelf, filed.path)
        sight = look(shelf, filed.path, text)
        return sight._replace(problems=told_of(shelf, filed.path, sight, self._across[key]))

    def _shelf(self, root: Path) -> Shelf:
        if root not in self._shelves:
            self._shelves[root] = open_shelf(root, self._clock())
        return self._shelves[root]

    def _hub_of(self, file: Path) -> Path | None:
        if self._root:
            return self._root if file.is_relative_to(self._root) else None
        return next((folder for folder in file.parents if (folder / HUB).is_file()), None)


def by_file(problems: tuple[Problem, ...]) -> Mapping[str, list[Problem]]:
    """Problems by the file in which they are."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place.path].append(problem)
    return found
