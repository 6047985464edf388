"""A press hall for tests: editions made by hand, a tiny theme, folders to look at, presses that die."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from twosource.newsroom.problems import Place, Problem, Severity
from twosource.pages.page import Page
from twosource.press.disk import DISK, Disk
from twosource.press.print_run import Outcome, print_run
from twosource.press.shelf import EMPTY, Shelf
from twosource.press.stall import stage_batch

THEME = Path(__file__).parent / "theme"
Tree = dict[str, bytes | str]


@dataclass(frozen=True)
class MadeByHand:
    """What the pages room hands over, as far as the press looks at it."""

    pages: tuple[Page, ...] = ()
    problems: tuple[Problem, ...] = ()


def page(url: str, title: str = "A title", template: str = "page.html", **view: Any) -> Page:
    """A page for the tiny theme."""
    whole = {"site": {"base": "/hub"}, "title": title, "numbers": [1, 2], "data": {"name": title}}
    return Page(url, template, {**whole, **view})


def publish(
    owned: Collection[str], printed: Iterable[tuple[str, bytes]], output: Path, disk: Disk = DISK, shelf: Shelf = EMPTY
) -> Outcome:
    """A print by one process, of files that come one by one with their bytes; `owned` are the paths of all."""
    with print_run(output, frozenset(owned), shelf, disk) as run:
        return run.publish(stage_batch(printed, run.stall("0"), disk))


def problem(severity: Severity = Severity.ERROR, line: int = 3) -> Problem:
    """A mistake in a story."""
    place = Place("content/stories/a.md", line, 7)
    return Problem(place, "story-date", "The date is no date.", "Write it as 2026-02-21.", severity)


def tree(folder: Path) -> Tree:
    """Everything below a folder: files as bytes, links as their target, folders as a slash."""
    found: Tree = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {os.readlink(path)}"
        else:
            found[name] = "/" if path.is_dir() else path.read_bytes()
    return found


def fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by hand, as a reader of the site or another tool might."""
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


class MortalDisk(Disk):
    """Takes so many steps; then the process is killed, in the middle of the next one if that is a write."""

    def __init__(self, steps: float) -> None:
        self.left = steps
        self.taken: list[str] = []

    def _step(self, name: str) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1
        self.taken.append(name)

    def make_folder(self, path: str) -> None:
        self._step("make_folder")
        super().make_folder(path)

    def write(self, path: str, body: bytes) -> os.stat_result:
        if self.left == 0:
            super().write(path, body[: len(body) // 2])
        self._step("write")
        return super().write(path, body)

    def flush(self, path: str) -> None:
        self._step("flush")
        super().flush(path)

    def move(self, source: str, target: str) -> None:
        self._step("commit" if target.endswith("journal.json") else "move")
        super().move(source, target)

    def move_folder(self, source: str, target: str) -> bool:
        self._step("move_folder")
        return super().move_folder(source, target)

    def remove(self, path: str) -> None:
        self._step("remove")
        super().remove(path)

    def remove_folder(self, path: str) -> None:
        self._step("remove_folder")
        super().remove_folder(path)


def dies(work: Callable[[Disk], object], steps: int) -> bool:
    """Do the work in a child process that is killed after so many steps. False when it came to its end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, which the child does not use
        child = os.fork()
    if child == 0:
        try:
            work(MortalDisk(steps))
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@dataclass
class Hall:
    """A hub's folder with settings, in which Pelican can be run; `edition` is what will be printed next."""

    root: Path
    edition: MadeByHand = field(default_factory=MadeByHand)
    asked: list[tuple[Path, datetime, str]] = field(default_factory=list)

    @property
    def output(self) -> Path:
        return self.root / "output"

    def make_edition(self, root: Path, as_of: datetime, site_url: str) -> MadeByHand:
        self.asked.append((root, as_of, site_url))
        return self.edition

    def prints(self, *pages: Page, problems: tuple[Problem, ...] = ()) -> None:
        self.edition = MadeByHand(pages, problems)

    def pelican(self, *words: str) -> int:
        """Run Pelican in this process as the command line would; its exit code."""
        from pelican import main

        try:
            main(["-s", str(self.root / "pelicanconf.py"), *words])
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 1
        return 0
