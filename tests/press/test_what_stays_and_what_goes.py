"""The press removes what no page owns any more, and nothing else."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.press.lock import locked
from twosource.press.press_error import PressError
from twosource.press.print_run import Outcome
from twosource.press.record import RECORD
from twosource.press.recovery import recover
from twosource.press.staging import staging_of

from .hall import fill, publish, tree

SITE = {"index.html": b"front", "stories/a/index.html": b"a", "theme/style.css": b"css"}


def put(site: dict[str, bytes], output: Path) -> Outcome:
    return publish(tuple(site), iter(site.items()), output)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder that holds SITE, printed by the press."""
    put(SITE, tmp_path / "output")
    return tmp_path / "output"


def test_a_file_that_no_page_owns_any_more_goes_with_its_empty_folder(output: Path) -> None:
    """So a withdrawn address does not linger, at the root neither."""
    outcome = put({"stories/b/index.html": b"b", "theme/style.css": b"css"}, output)
    assert outcome == Outcome(changed=1, removed=2)
    assert set(tree(output)) == {*(RECORD, "stories", "stories/b", "stories/b/index.html", "theme", "theme/style.css")}


def test_unknown_files_in_the_pages_own_folders_go(output: Path) -> None:
    """A stray draft below stories/ is not published by accident; an empty folder goes as well."""
    fill(output, {"stories/stray.html": b"?", "stories/.hidden": b"?", "stories/deep/er/x": b"?"})
    (output / "stories" / "empty").mkdir()
    assert put(SITE, output).removed == 3
    assert set(tree(output)) == {*SITE, RECORD, "stories", "stories/a", "theme"}


def test_foreign_files_at_the_root_and_foreign_folders_stay(output: Path) -> None:
    """A host's files and a search index belong to others."""
    foreign = {"CNAME": b"x", ".nojekyll": b"", "pagefind/a/b.js": b"js"}
    fill(output, foreign)
    (output / "someones-empty-folder").mkdir()
    assert put(SITE, output) == Outcome(changed=0, removed=0)
    assert {*foreign, "someones-empty-folder"} <= set(tree(output))


def test_a_folder_that_was_ours_and_holds_a_foreign_file_keeps_it(output: Path) -> None:
    """Once no page lives below stories/, only what the press printed there is removed."""
    fill(output, {"stories/a/notes.txt": b"mine"})
    put({"index.html": b"front"}, output)
    assert "stories/a/notes.txt" in tree(output)
    assert "stories/a/index.html" not in tree(output)


def test_links_in_the_output_are_never_followed(output: Path, tmp_path: Path) -> None:
    """A link in the place of a folder, of a file, or below our folders goes; what it points to stays."""
    outside = tmp_path / "outside"
    fill(outside, {"a/index.html": b"precious", "page.html": b"precious", "index.html": b"precious"})
    (output / "stories" / "a" / "index.html").unlink()
    (output / "stories" / "a").rmdir()
    (output / "stories" / "a").symlink_to(outside / "a")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(outside / "page.html")
    (output / "theme" / "elsewhere").symlink_to(outside)
    (output / "foreign-link").symlink_to(outside)
    put({**SITE, "index.html": b"new front"}, output)
    assert set(tree(outside).values()) == {"/", b"precious"}
    assert tree(output)["stories/a/index.html"] == b"a"
    assert tree(output)["index.html"] == b"new front"
    assert "theme/elsewhere" not in tree(output)
    assert tree(output)["foreign-link"] == f"-> {outside}"


def test_a_top_folder_that_became_a_link_is_made_a_folder_again(output: Path, tmp_path: Path) -> None:
    """What the press printed last is not looked for on the other side of the link."""
    fill(tmp_path / "outside", {"a/index.html": b"precious", "gone/index.html": b"precious"})
    put({**SITE, "stories/gone/index.html": b"gone"}, output)
    for name in ("a", "gone"):
        (output / "stories" / name / "index.html").unlink()
        (output / "stories" / name).rmdir()
    (output / "stories").rmdir()
    (output / "stories").symlink_to(tmp_path / "outside")
    put(SITE, output)
    assert set(tree(tmp_path / "outside").values()) == {"/", b"precious"}
    assert tree(output)["stories/a/index.html"] == b"a"


def test_the_output_folder_itself_may_be_a_link(output: Path, tmp_path: Path) -> None:
    """Where a host links its web root, the site is printed into the folder behind it."""
    (tmp_path / "www").symlink_to(output)
    put({**SITE, "index.html": b"new front"}, (tmp_path / "www").resolve())
    assert (tmp_path / "www").is_symlink()
    assert tree(output)["index.html"] == b"new front"


def test_a_first_print_refuses_to_delete_what_it_did_not_print(tmp_path: Path) -> None:
    """`pelican -o ~` must not empty ~/stories because pages live in stories/."""
    fill(tmp_path / "home", {"stories/novel.txt": b"years of work", "letter.txt": b"dear"})
    before = tree(tmp_path)
    with pytest.raises(PressError, match=r"stories/novel.txt would be deleted, .* no record"):
        put(SITE, tmp_path / "home")
    assert tree(tmp_path) == before


def test_a_first_print_refuses_to_overwrite_what_it_did_not_print(tmp_path: Path) -> None:
    """`pelican -o` into a folder that holds somebody's front page, or a link in its place."""
    fill(tmp_path / "www", {"index.html": b"somebody's front page"})
    before = tree(tmp_path)
    for _ in range(2):
        with pytest.raises(PressError, match=r"www/index.html would be overwritten, .* no record"):
            put(SITE, tmp_path / "www")
        assert tree(tmp_path) == before
        (tmp_path / "www" / "index.html").unlink()
        (tmp_path / "www" / "index.html").symlink_to(tmp_path / "elsewhere")
        before = tree(tmp_path)


def test_a_first_print_leaves_files_alone_that_are_the_same(tmp_path: Path) -> None:
    """Nothing is lost by them, so a copy of the site without its record can be taken over."""
    fill(tmp_path / "www", {"index.html": SITE["index.html"], "CNAME": b"x"})
    assert put(SITE, tmp_path / "www") == Outcome(changed=2, removed=0)


def test_a_page_does_not_push_out_a_foreign_folder_of_its_name(output: Path) -> None:
    """A page /data.json and somebody's folder data.json/ cannot both stand."""
    fill(output, {"data.json/mine.txt": b"mine"})
    with pytest.raises(PressError, match=r"data.json/mine.txt would be deleted, but a page needs its place"):
        put({**SITE, "data.json": b"{}"}, output)
    assert tree(output)["data.json/mine.txt"] == b"mine"


def test_a_broken_record_removes_nothing_that_is_not_known(output: Path) -> None:
    """A record that another tool spoilt is no record; with it gone, the site is still printed."""
    (output / RECORD).write_text('{"printed": 7', encoding="utf-8")
    assert put(SITE, output) == Outcome(changed=0, removed=0)
    assert '"stories/a/index.html"' in (output / RECORD).read_text(encoding="utf-8")
    (output / RECORD).write_text('{"printed": 7', encoding="utf-8")
    assert put({**SITE, "index.html": b"new front"}, output).changed == 1


def test_a_record_cannot_point_out_of_the_output(output: Path, tmp_path: Path) -> None:
    """Paths in a tampered record count only where the press finds such a file itself."""
    fill(tmp_path, {"precious.txt": b"precious"})
    (output / RECORD).write_text('{"printed": ["../precious.txt", "/etc/hostname"]}', encoding="utf-8")
    put(SITE, output)
    assert (tmp_path / "precious.txt").exists()


def test_two_prints_at_once_are_one_too_many(output: Path) -> None:
    """Another process holds the lock: the second says which, and leaves its staging folder alone."""
    script = (
        "import sys; from pathlib import Path; from twosource.press.lock import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(staging_of(output))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"held\n"
    for second in (lambda: put({"index.html": b"second"}, output), lambda: recover(output)):
        with pytest.raises(PressError, match=f"process {child.pid} holds"):
            second()
    assert tree(output)["index.html"] == b"front"
    child.communicate()
    assert put({**SITE, "index.html": b"second"}, output).changed == 1


def test_a_lock_left_by_a_dead_process_holds_nobody_up(output: Path) -> None:
    """The system lets go of the lock with the process; the file alone means nothing."""
    fill(staging_of(output), {"lock": f"{os.getppid()}\n".encode(), "0": b"half a pa"})
    assert recover(output) is False
    assert not staging_of(output).exists()


def test_a_lock_file_removed_while_we_waited_for_it_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process before us may remove the file between our opening and our locking it."""
    real, removed = fcntl.flock, list[str]()

    def late(handle: int, how: int) -> None:
        real(handle, how)
        if not removed:
            (tmp_path / "staging" / "lock").unlink()
            removed.append("lock")

    monkeypatch.setattr(fcntl, "flock", late)
    with locked(tmp_path / "staging"):
        assert removed
        assert (tmp_path / "staging" / "lock").exists()


def test_the_lock_is_gone_after_use(tmp_path: Path) -> None:
    """Nothing beside the output reminds of a print that went well."""
    with locked(tmp_path / "staging"):
        assert (tmp_path / "staging" / "lock").read_text(encoding="ascii") == f"{os.getpid()}\n"
    assert not (tmp_path / "staging").exists()


def test_staging_moves_inside_where_the_folder_above_is_not_ours(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A web root that we own in a folder that we do not own is a usual case on servers."""
    monkeypatch.setattr(os, "access", lambda path, _: path != output.parent)
    assert staging_of(output).parent == output
    put({**SITE, "index.html": b"new front"}, output)
    assert set(tree(output)) == {*SITE, RECORD, "stories", "stories/a", "theme"}
    assert tree(output)["index.html"] == b"new front"
