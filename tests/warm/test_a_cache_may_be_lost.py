"""Whatever becomes of the cache: the site is right, one line tells of it at most, and the run after is warm again."""

from __future__ import annotations

import marshal
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

import twosource.newsroom.morgue_file as files
from tests.press.hall import Tree
from twosource.newsroom.morgue import FILE, DamagedError, Morgue, OvertakenError
from twosource.pages.clippings import with_morgue

from .newsroom import LONG_AGO, Newsroom, open_newsroom

Harm = Callable[[Path], object]


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.press.work.cores", lambda: 1)
    monkeypatch.setattr("twosource.desk.inspection.cores", lambda: 1)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """Printed once, and edited since."""
    room = open_newsroom(tmp_path)
    room.print_warm(LONG_AGO)
    path = "content/stories/2026/single.md"
    room.write(path, room.read(path).replace("Lone report", "Lonely report"))
    return room


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Tree]:
    """What is told, and the site, of the same hub without a cache."""
    room = open_newsroom(tmp_path_factory.mktemp("good"))
    path = "content/stories/2026/single.md"
    room.write(path, room.read(path).replace("Lone report", "Lonely report"))
    return room.print_cold()


def run_in(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def folder_in_its_place(file: Path) -> None:
    file.unlink()
    (file / "deep").mkdir(parents=True)


def random_bytes_within(file: Path) -> None:
    """The head stays, so that it still looks like a database of ours."""
    body = bytearray(file.read_bytes())
    body[4096:] = Random(7).randbytes(len(body) - 4096)
    file.write_bytes(body)


def each_byte(share: float) -> Harm:
    """Flip a bit now and then."""

    def harm(file: Path) -> None:
        chance, body = Random(str(share)), bytearray(file.read_bytes())
        for place in chance.sample(range(len(body)), int(len(body) * share)):
            body[place] ^= 1 << chance.randrange(8)
        file.write_bytes(body)

    return harm


HARMS: dict[str, Harm] = {
    "gone": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: os.truncate(file, file.stat().st_size // 2),
    "cut off early": lambda file: os.truncate(file, 100),
    "zeroed": lambda file: file.write_bytes(bytes(file.stat().st_size)),
    "random": lambda file: file.write_bytes(Random(1).randbytes(file.stat().st_size)),
    "random within": random_bytes_within,
    "a bit in ten thousand": each_byte(0.0001),
    "a bit in a hundred": each_byte(0.01),
    "a text": lambda file: file.write_text("not a cache"),
    "a folder": folder_in_its_place,
    "a link to nothing": lambda file: (file.unlink(), file.symlink_to("nowhere")),
    "another database": lambda file: (file.unlink(), run_in(file, "CREATE TABLE other (a)")),
    "no table": lambda file: run_in(file, "DROP TABLE drawers"),
    "of another tool": lambda file: run_in(file, "UPDATE drawers SET mark = x'00' WHERE kind = 'mark'"),
    "a drawer that is not as sealed": lambda file: run_in(
        file, "UPDATE drawers SET body = body || x'00' WHERE kind = 'slip'"
    ),
    "a brief that is not as sealed": lambda file: run_in(
        file, "UPDATE drawers SET body = substr(body, 2) WHERE kind = 'brief'"
    ),
    "a drawer of texts": lambda file: run_in(file, "UPDATE drawers SET body = 'text', mark = 'text'"),
    **{
        f"without {kind}": lambda file, kind=kind: run_in(file, f"DELETE FROM drawers WHERE kind LIKE '{kind}%'")
        for kind in ("slip", "ties", "account", "links", "named", "prints", "brief", "file", "masthead", "proof")
    },
    **{
        f"without {kind}": lambda file, kind=kind: run_in(file, f"DELETE FROM drawers WHERE kind LIKE '{kind}%'")
        for kind in ("site", "standing", "still", "page", "node", "key", "shelf", "findings", "mark")
    },
}


@pytest.mark.parametrize("name", HARMS)
def test_a_cache_that_was_harmed_is_begun_anew(
    newsroom: Newsroom, good: tuple[str, Tree], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    HARMS[name](newsroom.root / ".cache" / FILE)
    told = list(dict.fromkeys(newsroom.print_warm(LONG_AGO).splitlines()))  # warnings may be told a second time
    assert [line for line in told if ".cache" not in line] == list(dict.fromkeys(good[0].splitlines()))
    assert sum(".cache" in line for line in told) <= 1
    assert newsroom.site == good[1]
    _reads_nothing(newsroom, good[0], monkeypatch)


def _reads_nothing(room: Newsroom, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for reads in ("load_locks", "load_stories", "with_locks"):
        monkeypatch.setattr(f"twosource.pages.bureau.{reads}", _refuse)
    monkeypatch.setattr("twosource.pages.front_office.load_masthead", _refuse)
    assert room.print_warm(LONG_AGO) == told


def _refuse(*_: object) -> None:
    raise AssertionError("something was read")


@pytest.mark.parametrize("name", ["random within", "a folder", "a drawer that is not as sealed", "without ties"])
def test_the_desk_bears_it_too(newsroom: Newsroom, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    right = newsroom.check()
    capfd.readouterr()
    newsroom.write("content/stories/2026/plain.md", newsroom.read("content/stories/2026/plain.md") + "\nMore.\n")
    HARMS[name](newsroom.root / ".cache" / FILE)
    assert newsroom.check() == right
    assert len(capfd.readouterr().err.splitlines()) <= 1


def test_a_folder_that_takes_nothing_costs_time_and_nothing_else(
    newsroom: Newsroom, good: tuple[str, Tree], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full says so in SQLite's words."""

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(files.MorgueFile, "write", full)
    for _ in range(2):
        assert newsroom.print_warm() == good[0]
        assert newsroom.site == good[1]


def test_a_file_in_the_place_of_the_folder_does_as_well(newsroom: Newsroom, good: tuple[str, Tree]) -> None:
    shutil.rmtree(newsroom.root / ".cache")
    (newsroom.root / ".cache").write_text("in the way", "utf-8")
    assert newsroom.print_warm() == good[0]
    assert newsroom.site == good[1]


@pytest.mark.skipif(os.geteuid() == 0, reason="THE READ-ONLY TEST DID NOT RUN: root may write everywhere")
def test_a_folder_that_may_only_be_read_is_read(newsroom: Newsroom, good: tuple[str, Tree]) -> None:
    (newsroom.root / ".cache").chmod(0o500)
    assert newsroom.print_warm() == good[0]
    (newsroom.root / ".cache").chmod(0o700)


@pytest.mark.parametrize("kind", ["EXCLUSIVE", "IMMEDIATE"])
def test_another_process_that_writes_is_not_waited_for(
    newsroom: Newsroom, good: tuple[str, Tree], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "WAIT", 0.01)
    with closing(sqlite3.connect(newsroom.root / ".cache" / FILE, isolation_level=None)) as other:
        other.execute(f"BEGIN {kind}")
        assert newsroom.print_warm(LONG_AGO) == good[0]
        assert newsroom.site == good[1]
    newsroom.print_warm(LONG_AGO)
    _reads_nothing(newsroom, good[0], monkeypatch)


# The morgue by itself


@pytest.fixture
def morgue(tmp_path: Path) -> Morgue:
    return Morgue(tmp_path, b"tool")


def test_what_was_kept_of_an_output_folder_goes_with_it(newsroom: Newsroom, good: tuple[str, Tree]) -> None:
    """And only that: the folder itself is printed to as ever."""
    file = newsroom.root / ".cache" / FILE
    newsroom.output.rename(newsroom.home / "moved")
    newsroom.home, home = newsroom.home / "elsewhere", newsroom.home
    (newsroom.home).mkdir()
    for name in ("hub", "theme"):
        (newsroom.home / name).symlink_to(home / name)
    assert newsroom.print_warm(LONG_AGO) == good[0]
    assert newsroom.site == good[1]
    with closing(sqlite3.connect(file)) as connection:
        kept = connection.execute("SELECT kind, n, body FROM drawers WHERE kind LIKE 'page %'").fetchall()
    full = {kind for kind, _, body in kept if marshal.loads(body)}
    assert len(full) == 1 < len({kind for kind, _, _ in kept})


def test_what_is_saved_is_there_again(morgue: Morgue, tmp_path: Path) -> None:
    """Plain values of every kind, in any order, in drawers that were read whole or one by one."""
    values = {f"name {n}": (n, 0.5, f"{n}", b"x", None, (True, ["list"], {"a": 1})) for n in range(300)}
    morgue.update("all", values)
    morgue.put("one", "name", "value")
    morgue.save()
    again = Morgue(tmp_path, b"tool")
    assert again.get("all", "name 7") == values["name 7"]
    assert again.entries("all") == values
    assert again.get("one", "name") == "value"
    assert (again.get("one", "other"), again.get("none", "name"), again.entries("none")) == (None, None, {})


def test_entries_and_drawers_follow_later_changes(morgue: Morgue, tmp_path: Path) -> None:
    for n in range(200):
        morgue.put("kind", f"{n}", n)
    morgue.save()
    again = Morgue(tmp_path, b"tool")
    again.put("kind", "7", "other")
    entries, drawer = again.entries("kind"), again.drawer("kind")
    again.put("kind", "new", 1)
    again.keep_only("kind", {"7", "8", "new"})
    assert dict(entries) == {"7": "other", "8": 8, "new": 1}
    assert (drawer["7"], drawer["new"]) == ("other", 1)
    again.save()
    assert Morgue(tmp_path, b"tool").entries("kind") == {"7": "other", "8": 8, "new": 1}


def test_nothing_is_written_before_it_is_saved_or_when_nothing_changed(morgue: Morgue, tmp_path: Path) -> None:
    morgue.put("kind", "name", 1)
    assert not list(tmp_path.iterdir())
    morgue.save()
    before = (tmp_path / FILE).stat().st_mtime_ns
    again = Morgue(tmp_path, b"tool")
    again.put("kind", "name", 1)
    again.save()
    assert (tmp_path / FILE).stat().st_mtime_ns == before


def test_another_tool_finds_nothing_and_begins_anew(morgue: Morgue, tmp_path: Path) -> None:
    morgue.put("kind", "name", 1)
    morgue.save()
    other = Morgue(tmp_path, b"other")
    assert other.entries("kind") == {}
    other.put("kind", "else", 2)
    other.save()
    assert Morgue(tmp_path, b"other").entries("kind") == {"else": 2}
    assert Morgue(tmp_path, b"tool").entries("kind") == {}


def test_what_must_be_there_and_is_not_is_damage(morgue: Morgue) -> None:
    with pytest.raises(DamagedError):
        morgue.entries("kind")["name"]
    with pytest.raises(DamagedError):
        morgue.drawer("kind")["name"]


def test_a_run_never_reads_what_two_runs_wrote(morgue: Morgue, tmp_path: Path) -> None:
    """The one that was overtaken says so, and what it would write is dropped."""
    morgue.put("first", "name", "old")
    morgue.put("second", "name", "old")
    morgue.save()
    slow, quick = Morgue(tmp_path, b"tool"), Morgue(tmp_path, b"tool")
    assert slow.get("first", "name") == "old"
    quick.put("second", "name", "new")
    quick.save()
    with pytest.raises(OvertakenError):
        slow.get("second", "name")
    slow.put("first", "name", "late")
    slow.save()
    assert Morgue(tmp_path, b"tool").get("first", "name") == "old"


def test_a_morgue_may_be_asked_again_after_it_was_saved(morgue: Morgue) -> None:
    morgue.put("kind", "name", 1)
    morgue.save()
    assert morgue.get("other", "name") is None
    morgue.put("kind", "name", 2)
    morgue.save()
    assert morgue.get("kind", "name") == 2


def test_work_that_is_overtaken_is_begun_anew_and_in_the_end_without_a_cache(tmp_path: Path) -> None:
    seen: list[bool] = []

    def work(given: Morgue) -> str:
        given.put("kind", "name", 1)
        given.save()
        seen.append((tmp_path / FILE).exists())
        if len(seen) < 4:
            raise OvertakenError
        return "done"

    told: list[str] = []
    assert with_morgue(tmp_path, work, told.append) == "done"
    assert (len(seen), told) == (4, [])
