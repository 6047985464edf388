"""A folder that cannot be read stops the press, and a lock that lost its story is told with where it may belong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from twosource.newsroom.files import read_text
from twosource.newsroom.loading import load_library
from twosource.newsroom.lock import Lock, LockedSource
from twosource.newsroom.lock_file import write_lock
from twosource.newsroom.problems import Problem, Severity

from .golden import HUB

ADDRESSES = {"notice": "https://b.example.org/notice-7", "paper": "https://a.example.org/quay?id=1"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A hub that a test may break."""
    shutil.copytree(HUB, tmp_path / "hub")
    return tmp_path / "hub"


def closed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Nobody may list this folder, whoever runs the test."""
    real: Callable[..., object] = os.scandir

    def scandir(path: Path) -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(problem.place.path, problem.rule, problem.severity.value) for problem in problems]


@pytest.mark.parametrize(
    "folder", ["content/stories", "content/stories/2026", "content/entities", "glossary", "methodology"]
)
def test_a_folder_that_cannot_be_read_is_one_error_and_no_silent_gap(
    root: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that point into it are not called wrong: nobody knows."""
    closed(monkeypatch, root / folder)
    library = load_library(root)
    assert told(library.problems) == [(folder, "file-unreadable", "error")]
    assert "Permission denied" in library.problems[0].message


def test_a_folder_below_those_that_are_read_may_be_closed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in it would be read anyway."""
    (root / "methodology" / "private").mkdir()
    closed(monkeypatch, root / "methodology" / "private")
    assert load_library(root).problems == ()


def test_a_file_or_a_link_to_nothing_in_the_place_of_a_folder_is_told(root: Path) -> None:
    """An absent folder is an empty one."""
    shutil.rmtree(root / "glossary")
    (root / "glossary").write_text("terms", encoding="utf-8")
    assert told(load_library(root).problems) == [("glossary", "file-unreadable", "error")]
    (root / "glossary").unlink()
    (root / "glossary").symlink_to(root / "gone")
    assert told(load_library(root).problems) == [("glossary", "file-unreadable", "error")]
    (root / "glossary").unlink()
    assert {rule for _, rule, _ in told(load_library(root).problems)} == {"unknown-term"}


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/tty"])
def test_a_device_is_no_file(path: str, tmp_path: Path) -> None:
    """One that never ends is not read at all."""
    (tmp_path / "a.md").symlink_to(path)
    assert [problem.rule for problem in read_text(tmp_path, "a.md").problems] == ["file-unreadable"]


@pytest.mark.parametrize("folder", ["_drafts", ".git", "2025/_old", "_drafts/2025", "_drafts.md"])
def test_a_story_below_a_folder_of_a_hidden_name_is_not_there(root: Path, folder: str) -> None:
    """At whatever depth, with its lock, and without a word about it."""
    before = load_library(root)
    (root / "content" / "stories" / folder).mkdir(parents=True)
    for name in ("unfinished.md", "unfinished.lock", "unfinished.markdown"):
        (root / "content" / "stories" / folder / name).write_text("no story", encoding="utf-8")
    after = load_library(root)
    assert [story.path for story in after.stories] == [story.path for story in before.stories]
    assert after.problems == before.problems
    assert after.digests == before.digests


def test_a_story_below_any_other_folder_is_there(root: Path) -> None:
    """A dot or an underscore within the name hides nothing."""
    folder = root / "content" / "stories" / "v1.0_new"
    folder.mkdir()
    shutil.move(root / "content" / "stories" / "2025" / "alpha.md", folder / "alpha.md")
    assert "content/stories/v1.0_new/alpha.md" in {story.path for story in load_library(root).stories}


def lock_with(addresses: dict[str, str]) -> str:
    entry = LockedSource("", "", "2026-01-01", "0" * 64, 9, "", (), "", (), "w5x4-b2b32-1:", {})
    values = [getattr(entry, name) for name in LockedSource.__slots__]
    return write_lock(Lock("x", (), {name: LockedSource(url, *values[1:]) for name, url in addresses.items()}))


def test_a_lock_without_its_story_names_the_only_one_that_it_fits(root: Path) -> None:
    """It was renamed, and its lock was not."""
    folder = root / "content" / "stories" / "2025"
    (folder / "old-name.lock").write_text(lock_with(ADDRESSES), encoding="utf-8")
    (problem,) = load_library(root).problems
    assert (problem.rule, problem.severity) == ("lock-without-story", Severity.WARNING)
    assert problem.hint == "It fits content/stories/2025/alpha.md: rename it to content/stories/2025/alpha.lock."


def test_a_lock_that_fits_nobody_or_a_story_that_has_one_names_none(root: Path) -> None:
    """The wrong name would be worse than none."""
    folder = root / "content" / "stories" / "2025"
    (folder / "old-name.lock").write_text(lock_with({"x": "https://example.org/x"}), encoding="utf-8")
    (folder / "alpha.lock").write_text(lock_with(ADDRESSES), encoding="utf-8")
    assert [problem.hint for problem in load_library(root).problems] == [
        "Take it out, or put its story back beside it."
    ]
    (folder / "old-name.lock").write_text(lock_with(ADDRESSES), encoding="utf-8")
    assert "rename" not in load_library(root).problems[0].hint


@pytest.mark.parametrize("name", [b"stories/caf\xe9.md", b"stories/d\xe9/a.md", b"entities/x\xe9.markdown"])
def test_a_name_that_is_no_text_is_told_and_read_no_further(root: Path, name: bytes) -> None:
    """Nothing could be kept of it, and no message with it be written to a file."""
    file = os.path.join(os.fsencode(root / "content"), name)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(file, "w", encoding="utf-8") as written:
        written.write("---\nname: X\n---\n")
    (problem,) = load_library(root).problems
    assert problem.rule == "file-unreadable"
    assert "\ufffd" in problem.place.path


@pytest.mark.parametrize("name", [b"photo\xe9.jpg", b".\xe9.md", b"_\xe9"])
def test_such_a_name_of_what_is_no_content_is_passed_over(root: Path, name: bytes) -> None:
    with open(os.fsencode(root / "content" / "stories") + b"/" + name, "w", encoding="utf-8"):
        pass
    assert load_library(root).problems == ()
