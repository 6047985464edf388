"""Staff, proofs, survey and slips by themselves: each gives what doing everything at once and anew would give."""

from __future__ import annotations

import gc
import marshal
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import time_ns

import pytest

from tests.newsroom.golden import BROKEN, Case, cases
from tests.pages.hub import AS_OF, SITE, stories, write_hub
from twosource.desk.inspection import inspect
from twosource.desk.progress import watch
from twosource.newsroom.files import digest_of
from twosource.newsroom.look import look_at
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import Problem, plain_problems, problems_of
from twosource.newsroom.survey import SETTLED, FileMark, survey
from twosource.pages.assignment import Assignment
from twosource.pages.bureau import Bureau
from twosource.pages.edition import proofread
from twosource.pages.findings import until
from twosource.pages.sheet import Sheet
from twosource.pages.shift import Shift, open_shift
from twosource.pages.slip import Slip, row_on
from twosource.trends.row import Row

from .newsroom import open_newsroom

NEVER = Morgue(None, b"")


def assignment(root: Path, as_of: datetime = AS_OF, cores: int = 1, morgue: Morgue = NEVER) -> Assignment:
    return Assignment(root, as_of, SITE, morgue, look_at(root, morgue, time_ns()), cores)


def found_in(root: Path, as_of: datetime = AS_OF, cores: int = 1) -> tuple[Problem, ...]:
    with open_shift(assignment(root, as_of, cores, Morgue(None, b""))) as shift:
        return shift.problems


# Proofs

BROKEN_CASES = [case for file in sorted(BROKEN.glob("*.txt")) for case in cases(file)]


@pytest.mark.parametrize("part", range(6))
def test_every_golden_broken_hub_is_told_as_by_reading_it_in_one_go(tmp_path: Path, part: int) -> None:
    """What each of them breaks must not depend on what is kept of stories instead of the stories."""
    for n, case in enumerate(BROKEN_CASES[part::6]):
        root = _hub(case, tmp_path / f"{n}")
        for as_of in (datetime(2026, 2, 1, tzinfo=UTC), datetime(2025, 6, 1, tzinfo=UTC)):
            assert found_in(root, as_of) == proofread(root, as_of).problems, case.title


def _hub(case: Case, folder: Path) -> Path:
    folder.mkdir()
    return case.hub(folder)


def test_the_demonstration_is_told_alike(demo: Path) -> None:
    as_of = datetime(2026, 11, 23, tzinfo=UTC)
    assert found_in(demo, as_of) == proofread(demo, as_of).problems


def test_a_hub_with_a_story_of_each_fate_is_told_alike(tmp_path: Path) -> None:
    made = stories()
    for site in ({}, {"language": "xx"}, {"topics": []}):
        root = write_hub(tmp_path / f"hub {len(site)} {site.get('language')}", made, **site)
        assert found_in(root) == proofread(root, AS_OF).problems


def test_problems_in_plain_values_are_the_same_problems(tmp_path: Path) -> None:
    problems = found_in(open_newsroom(tmp_path).root)
    assert problems
    assert problems_of(marshal.loads(marshal.dumps(plain_problems(problems)))) == problems


# Staff


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """However few stories there are, they are shared; nobody is left behind."""
    monkeypatch.setattr("twosource.pages.staff.FEW", 0)
    monkeypatch.setattr("twosource.pages.staff.BATCH", 3)
    yield
    gc.unfreeze()
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("forked")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_two_processes_find_and_make_what_one_does(tmp_path: Path) -> None:
    root = open_newsroom(tmp_path).root
    made = []
    for cores in (1, 2):
        with open_shift(assignment(root, cores=cores, morgue=Morgue(None, b""))) as shift:
            made.append((shift.problems, dict(shift.slips), _pages(shift)))
            assert shift.staff.many == cores
    assert made[0] == made[1]


def _pages(shift: Shift) -> list[tuple[str, str]]:
    first = shift.open()
    wanted = range(len(first.sheets))
    shift.staff.all("equip", _views)
    answers = shift.staff.each("make", shift.staff.shares(wanted, first.owner_of), tell=lambda more: None)
    return sorted(view for _, views in answers for view in views)


def test_pages_are_the_same_in_whatever_order_they_are_made(tmp_path: Path) -> None:
    """A story is let go when its page and its data, neighbours, are made; asked for again, it is read anew."""
    made = []
    for step in (1, 2, 7):
        with open_shift(assignment(open_newsroom(tmp_path / f"{step}").root, morgue=Morgue(None, b""))) as shift:
            first = shift.open()
            first.equip(_views)
            numbers = range(len(first.sheets))
            traces, views = first.make([n for begin in range(step) for n in numbers[begin::step]])
            made.append((sorted(views), sorted(traces)))
    assert made[0] == made[1] == made[2]


def _views(pages: Iterator[object]) -> list[tuple[str, str]]:
    return [(page.url, repr(page.view)) for page in pages]  # type: ignore[attr-defined]


@pytest.mark.usefixtures("forked")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("method", ["read_locks", "judge"])
def test_an_exception_in_a_process_ends_the_run_with_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(f"in process {os.getpid()}")

    monkeypatch.setattr(Bureau, method, fail)
    with pytest.raises(RuntimeError, match="in process") as raised:
        found_in(open_newsroom(tmp_path).root, cores=2)
    assert str(os.getpid()) not in str(raised.value)


@pytest.mark.usefixtures("forked")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_process_that_is_killed_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where memory runs out."""
    monkeypatch.setattr(Bureau, "read_locks", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(Exception, match="terminated abruptly"):
        found_in(open_newsroom(tmp_path).root, cores=2)


ORPHANS = """
import os, sys, time
from twosource.pages.staff import Staff

class Bureau:
    def read(self, batch):
        return os.getpid()

with Staff(Bureau(), 2) as staff:
    staff.need(1000)
    print(*staff.each("read", [[1], [2]], tell=lambda more: None), flush=True)
    time.sleep(600)
"""
"""A run that is killed between two batches."""


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="one process does it all")
def test_processes_end_with_a_run_that_is_killed() -> None:
    """As where a build server gives up; they hold the other end of its output, which so ends with the last of them."""
    with subprocess.Popen([sys.executable, "-W", "ignore", "-c", ORPHANS], stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        workers = [int(word) for word in run.stdout.readline().split()]
        assert len(set(workers)) == 2
        run.kill()
        try:
            assert run.communicate(timeout=60) == (b"", None)
        except subprocess.TimeoutExpired:
            for worker in workers:
                os.kill(worker, signal.SIGKILL)
            raise


def test_nothing_of_a_run_waits_for_a_collector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under `pelican -r` none comes by: what a run leaves is frozen, and so would be every story, run after run."""
    monkeypatch.setattr("twosource.press.work.cores", lambda: 1)
    room = open_newsroom(tmp_path)
    gc.collect()
    gc.disable()
    try:
        before = _held_by_runs()
        room.print_warm()
        room.change("content/stories/2026/single.md", title="Another headline")
        room.print_warm()
        assert _held_by_runs() == before
    finally:
        gc.enable()


def _held_by_runs() -> tuple[int, int]:
    """How much of runs is there, and how many files are open."""
    kinds = (Bureau, Morgue, Row, Sheet)
    return sum(isinstance(one, kinds) for one in gc.get_objects()), len(list(Path("/proc/self/fd").glob("*")))


# Slips


def test_a_slip_survives_being_written_down(tmp_path: Path) -> None:
    """In the form that the cache keeps; its row too."""
    with open_shift(assignment(open_newsroom(tmp_path).root, morgue=Morgue(None, b""))) as shift:
        for slip in shift.slips.values():
            again = Slip(*marshal.loads(marshal.dumps(tuple(slip))))
            assert again == slip
            assert row_on(again) == row_on(slip)
        assert sum(slip.row is not None for slip in shift.slips.values()) > 8


# Survey


def test_a_file_that_was_left_alone_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("text")
    later = time_ns() + 2 * SETTLED
    known = _completed(tmp_path, survey(tmp_path, ["a.md"], {}, later))
    assert known["a.md"].settled
    monkeypatch.setattr("twosource.newsroom.survey.digest_of", _refuse)
    assert survey(tmp_path, ["a.md"], known, later) == known


def _completed(root: Path, marks: dict[str, FileMark]) -> dict[str, FileMark]:
    return {path: mark._replace(digest=digest_of(f"{root}/{path}")) for path, mark in marks.items()}


def _refuse(*_: object) -> str:
    raise AssertionError("a file was opened")


@pytest.mark.parametrize("again", ["same size", "same size and time", "another file of that time"])
def test_an_edit_within_moments_or_behind_the_clock_s_back_is_seen(tmp_path: Path, again: str) -> None:
    file = tmp_path / "a.md"
    file.write_text("one")
    known = _completed(tmp_path, survey(tmp_path, ["a.md"], {}, time_ns()))
    assert not known["a.md"].settled
    times = file.stat()
    if again.startswith("another"):
        file.unlink()
    file.write_text("two")
    if "time" in again:
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    for now in (time_ns(), time_ns() + 2 * SETTLED):
        assert survey(tmp_path, ["a.md"], known, now)["a.md"].digest == digest_of(str(file))


def test_a_time_in_the_future_is_never_believed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("text")
    os.utime(tmp_path / "a.md", (4_000_000_000, 4_000_000_000))
    assert not survey(tmp_path, ["a.md"], {}, time_ns())["a.md"].settled


def test_a_file_that_is_gone_has_a_mark_without_a_digest(tmp_path: Path) -> None:
    assert survey(tmp_path, ["gone.md"], {}, time_ns())["gone.md"].digest == ""


# Findings and progress


def test_findings_hold_until_a_story_comes_or_the_day_ends() -> None:
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    midnight = datetime(2026, 3, 11, tzinfo=UTC).timestamp()
    assert until(noon, []) == midnight
    assert until(noon, [noon.timestamp(), midnight + 1]) == midnight
    assert until(noon, [noon.timestamp() + 60, noon.timestamp() - 60]) == noon.timestamp() + 60


def test_an_inspection_names_its_hub_and_its_end(tmp_path: Path) -> None:
    root = open_newsroom(tmp_path).root
    found = inspect(root, AS_OF, Morgue(None, b""), look_at(root, NEVER, time_ns()))
    assert found.hub
    assert found.until == datetime(2026, 3, 10, 15, tzinfo=UTC).timestamp(), "one story expires in the afternoon"


def test_word_of_a_long_stage_comes_after_two_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    """A line now and then where there is no terminal."""
    times = iter((0.0, 1.0, 1.9, 2.5, 2.5, 3.0, 8.0, 8.0))
    with watch("Reading", 30, "stories", clock=lambda: next(times)) as tell:
        for _ in range(5):
            tell(5)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "Reading: 15 of 30 stories\nReading: 25 of 30 stories\n")
