"""Locks beside which no story lies: what was found for a story that was renamed without its lock counts for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from twosource.newsroom.files import read_text
from twosource.newsroom.folders import Listing
from twosource.newsroom.lock_file import read_lock
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found
from twosource.newsroom.ties import Ties


def lost_locks(root: Path, folder: Listing, ties: Sequence[Ties]) -> Iterator[Problem]:
    """A warning for each lock without a story, with the story that it may belong to."""
    stories = {story.name for story in ties}
    told = {problem.place.path.rpartition(".")[0] for problem in folder.problems}
    for path in folder.locks:
        name = path.removesuffix(".lock")
        if name not in stories and name not in told:
            hint = _owner(root, path, ties) or "Take it out, or put its story back beside it."
            yield found(Place(path, 1, 1), "lock-without-story", f"No story {name}.md lies beside this lock.", hint)


def _owner(root: Path, path: str, ties: Sequence[Ties]) -> str:
    """What to do where just one story lies without a lock and has every source of this one; else empty."""
    lock, _ = read_lock(read_text(root, path).text, path)
    without = [story for story in ties if not story.locked]
    if lock is None or not lock.sources:
        return ""
    locked = {entry.url for entry in lock.sources.values()}
    fitting = [story for story in without if locked <= set(story.urls)]
    return f"It fits {fitting[0].path}: rename it to {fitting[0].name}.lock." if len(fitting) == 1 else ""
