"""However a print ends, the output folder holds the old site or the new one, never a mixture."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.press.disk import DISK, Disk
from twosource.press.press_error import PressError
from twosource.press.record import RECORD, record_of
from twosource.press.recovery import recover
from twosource.press.staging import staging_of

from .hall import MortalDisk, Tree, dies, fill, publish, tree

FOREIGN = {"CNAME": b"news.example.org", "pagefind/index.pf": b"index"}
OLD = {
    "index.html": b"old front page",
    "404.html": b"same",
    "stories/a/index.html": b"old story",
    "stories/gone/index.html": b"to be removed",
    "stories/same/index.html": b"same",
    "data/was-a-file": b"file",
    "data/was-a-folder/deep/x.json": b"x",
    "data/was-a-folder/y.json": b"y",
}
NEW = {
    "index.html": b"new front page",
    "404.html": b"same",
    "stories/a/index.html": b"new story, longer",
    "stories/same/index.html": b"same",
    "stories/new/index.html": b"a new story",
    "data/was-a-file/index.html": b"folder",
    "data/was-a-folder": b"file",
    "feeds/all.atom.xml": b"<feed/>",
}


def put(site: dict[str, bytes], output: Path, disk: Disk = DISK) -> None:
    publish(tuple(site), iter(site.items()), output, disk)


def site_tree(files: dict[str, bytes]) -> Tree:
    """The tree of a folder that holds exactly these files and the foreign ones."""
    whole: Tree = {**files, **FOREIGN, RECORD: record_of(files)}
    for path in tuple(whole):
        whole.update({folder.as_posix(): "/" for folder in Path(path).parents if folder.name})
    return whole


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A folder that holds the old site."""
    output = tmp_path / "before" / "output"
    put(OLD, output)
    fill(output, FOREIGN)
    return output


def copies(before: Path) -> Iterator[tuple[int, Path]]:
    """Endless fresh copies of the old site, each with a number."""
    number = 0
    while True:
        yield number, Path(shutil.copytree(before.parent, before.parent.parent / str(number))) / "output"
        number += 1


def test_a_print_replaces_exactly_what_changed(before: Path) -> None:
    """Old in, new out; foreign files stay, the staging folder goes."""
    assert tree(before) == site_tree(OLD)
    put(NEW, before)
    assert tree(before) == site_tree(NEW)
    assert not staging_of(before).exists()


def test_killed_after_any_step_the_site_is_old_until_the_commit_and_new_after_the_next_start(before: Path) -> None:
    """A child process is killed by SIGKILL after 0, 1, 2 … steps; then the press starts again."""
    committed = []
    shelf = publish(tuple(OLD), iter(OLD.items()), before).shelf
    for step, output in copies(before):
        if not dies(lambda disk, output=output: put(NEW, output, disk), step):  # type: ignore[misc]
            assert step > 30, "the print takes more steps than this"
            break
        commit_stands = (staging_of(output) / "journal.json").exists()
        if not commit_stands and tree(output) != site_tree(NEW):
            assert tree(output) == site_tree(OLD), f"altered before the commit, at step {step}"
        recovered = recover(output)
        assert recovered is commit_stands
        committed.append(tree(output) == site_tree(NEW))
        assert tree(output) in (site_tree(OLD), site_tree(NEW)), f"mixed after step {step}"
        assert not staging_of(output).exists(), f"left over after step {step}"
        publish(tuple(NEW), iter(NEW.items()), output, shelf=shelf)
        assert tree(output) == site_tree(NEW), f"deceived by the old shelf after step {step}"
    assert committed == sorted(committed), "once committed, always new"
    assert False in committed
    assert True in committed


def test_killed_again_while_finishing_the_press_still_finishes(before: Path) -> None:
    """The first kill falls right after the commit, the second after any step of the next start."""
    disk = MortalDisk(float("inf"))
    put(NEW, Path(shutil.copytree(before.parent, before.parent.parent / "count")) / "output", disk)
    assert dies(lambda mortal: put(NEW, before, mortal), disk.taken.index("commit") + 1)
    for step, output in copies(before):
        if not dies(lambda mortal, output=output: recover(output, mortal), step):  # type: ignore[misc]
            break
        recover(output)
        assert tree(output) == site_tree(NEW), f"not finished after a second kill at step {step}"
    assert step > 20


def test_a_first_print_that_is_killed_leaves_no_site_or_a_whole_one(tmp_path: Path) -> None:
    """Until the commit there is not even a folder."""
    whole = {path: body for path, body in site_tree(NEW).items() if not path.startswith(("CNAME", "pagefind"))}
    for step in range(200):
        output = tmp_path / str(step) / "output"
        if not dies(lambda disk, output=output: put(NEW, output, disk), step):  # type: ignore[misc]
            break
        finished = recover(output)
        assert output.exists() is finished or tree(output) == whole
        assert not finished or tree(output) == whole
    assert 20 < step < 199


class FullDisk(Disk):
    """Has room for so many files more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, path: str, body: bytes) -> os.stat_result:
        if self.room == 0:
            raise OSError(errno.ENOSPC, "No space left on device", path)
        self.room -= 1
        return super().write(path, body)


@pytest.mark.parametrize("room", range(8))
def test_a_full_disk_leaves_the_old_site_and_says_so(before: Path, room: int) -> None:
    """The disk may fill up with any of the staged files, or with the journal."""
    with pytest.raises(PressError, match=r"No space left on device\.\n.*Nothing was printed"):
        put(NEW, before, FullDisk(room))
    assert tree(before) == site_tree(OLD)
    assert not staging_of(before).exists()


def test_a_folder_that_may_not_be_written_to_is_noticed_before_the_commit(
    before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One read-only folder deep in the site, or a read-only file system: the old site stands whole."""
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: "stories/a" not in str(path) and real(path, mode))
    with pytest.raises(PressError, match=r"stories/a could not be read or written: Permission denied"):
        put(NEW, before)
    assert tree(before) == site_tree(OLD)
    assert not staging_of(before).exists()


class LockedFolder(Disk):
    """May stage, but not put anything into the stories' folder."""

    def move(self, source: str, target: str) -> None:
        if "/stories/" in target:
            raise PermissionError(errno.EACCES, "Permission denied", source, None, target)
        super().move(source, target)


def test_what_cannot_be_put_in_place_is_finished_by_the_next_start(before: Path) -> None:
    """After the commit the message names the path and where the new site waits."""
    with pytest.raises(PressError, match=r"stories/a/index.html could not be put in place: Permission denied"):
        put(NEW, before, LockedFolder())
    assert recover(before)
    assert tree(before) == site_tree(NEW)


def test_an_output_folder_on_another_file_system_is_served_too(before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mounted output refuses a move from beside it; the file is then copied and moved within."""
    real = os.replace

    def across(source: str, target: str) -> None:
        if os.path.dirname(source) == str(staging_of(before)) and str(target).startswith(f"{before}/"):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        real(source, target)

    monkeypatch.setattr(os, "replace", across)
    put(NEW, before)
    assert tree(before) == site_tree(NEW)


def test_a_page_that_fails_while_printing_leaves_the_old_site(before: Path) -> None:
    """Pages are rendered while they are staged; a failure there has altered nothing."""

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new front page"
        raise PressError("a template failed")

    with pytest.raises(PressError, match="a template failed"):
        publish(tuple(NEW), failing(), before)
    assert tree(before) == site_tree(OLD)
    assert not staging_of(before).exists()


def test_nothing_changed_means_nothing_written(before: Path) -> None:
    """The second print of the same site takes no step on the disk but to sweep its own folder."""
    disk = MortalDisk(float("inf"))
    put(OLD, before, disk)
    assert set(disk.taken) <= {"remove"}
    assert tree(before) == site_tree(OLD)
