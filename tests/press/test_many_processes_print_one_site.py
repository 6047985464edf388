"""Workers stage, the parent puts in place: the same site, and as safe, as from one process."""

from __future__ import annotations

import errno
import os
import pickle
import warnings
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from twosource.pages.page import Page
from twosource.press.executors import AHEAD, BATCH, spread_of
from twosource.press.press_error import PressError
from twosource.press.print_run import print_run
from twosource.press.rendering import Printer, make_printer, render
from twosource.press.stall import PrintedFile, Stall, stage_batch
from twosource.press.statics import load_statics, marks

from .hall import THEME, page, publish, tree

PAGES = [page(f"/stories/{number}/", title=str(number)) for number in range(40)]
PAGES += [page(f"/data/{number}.json", template="json") for number in range(40)]
OWNED = {page.path for page in PAGES}


def printer() -> Printer:
    return make_printer((THEME / "templates", THEME), marks(load_statics(THEME)))


def work(share: list[Page], made: Printer, stall: Stall) -> list[PrintedFile]:
    """What a worker does, in two batches."""
    return [*stage_batch(render(share[:7], made), stall), *stage_batch(render(share[7:], made), stall)]


def workers(count: int) -> Executor:
    return ProcessPoolExecutor(count, get_context("fork"))


@pytest.fixture
def serial(tmp_path: Path) -> Path:
    """The site as one process prints it."""
    publish(OWNED, render(PAGES, printer()), tmp_path / "serial")
    return tmp_path / "serial"


@pytest.mark.parametrize("stands", [False, True])
def test_two_processes_stage_into_one_site(tmp_path: Path, serial: Path, stands: bool) -> None:
    """Side by side in new folders, each in a corner of its own for what replaces a file."""
    output = tmp_path / "output"
    if stands:
        publish(OWNED, ((path, b"old") for path in OWNED), output)
    with warnings.catch_warnings(), print_run(output, OWNED) as run, workers(2) as pool:
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, which the children do not use
        jobs = [pool.submit(work, PAGES[nth::2], printer(), run.stall(str(nth))) for nth in range(2)]
        outcome = run.publish([file for job in jobs for file in job.result()])
    assert outcome.changed == len(PAGES)
    assert tree(output) == tree(serial)
    assert not (tmp_path / "output.staging").exists()


def test_a_full_disk_in_a_worker_leaves_no_site_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the worker's system said is told as if it had been this process."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    monkeypatch.setattr("twosource.press.disk.Disk.write", full)
    with pytest.raises(PressError, match=r"No space left on device\.\n.*Nothing was printed"):
        print_in_one_worker(tmp_path / "output")
    assert list(tmp_path.iterdir()) == []


def print_in_one_worker(output: Path) -> None:
    with warnings.catch_warnings(), print_run(output, OWNED) as run, workers(1) as pool:
        warnings.simplefilter("ignore", DeprecationWarning)
        run.publish(pool.submit(work, PAGES, printer(), run.stall("0")).result())


def test_a_printer_a_stall_and_a_page_may_be_pickled(tmp_path: Path) -> None:
    """So any executor can carry them; an unpickled printer prints the same bytes."""
    made = printer()
    with print_run(tmp_path / "output", OWNED) as run:
        assert pickle.loads(pickle.dumps(run.stall("0"))) == run.stall("0")
    assert pickle.loads(pickle.dumps(made))(PAGES[0]) == made(PAGES[0])
    assert len(pickle.dumps(made)) < 2000


def test_a_printer_is_another_when_a_template_changed(tmp_path: Path) -> None:
    """Under `pelican -r` the next run must not print with the templates of the last."""
    for text in ("old {{ title }}", "new {{ title }}"):
        (tmp_path / "page.html").write_text(text, encoding="utf-8")
        assert make_printer((tmp_path,), {})(PAGES[0])[1] == f"{text[:3]} 0\n".encode()


def test_compiled_templates_are_kept_and_change_with_their_source(tmp_path: Path) -> None:
    """The second run compiles nothing; an edited template is compiled anew."""
    template, compiled = tmp_path / "theme" / "page.html", tmp_path / "cache" / "templates"
    template.parent.mkdir()
    for text in ("old {{ title }}", "new {{ title }}"):
        template.write_text(text, encoding="utf-8")
        assert make_printer((template.parent,), {"a": text}, compiled)(PAGES[0])[1] == f"{text[:3]} 0\n".encode()
        before = {path: path.stat().st_mtime_ns for path in compiled.iterdir()}
        assert len(before) == 1
        assert make_printer((template.parent,), {"b": text}, compiled)(PAGES[0])[1] == f"{text[:3]} 0\n".encode()
        assert {path: path.stat().st_mtime_ns for path in compiled.iterdir()} == before


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    made = make_printer((THEME / "templates", THEME), dict(printer().marks), tmp_path / "file" / "templates")
    assert made(PAGES[0]) == printer()(PAGES[0])


def test_any_executor_of_the_settings_prints_the_same_bytes(tmp_path: Path, serial: Path) -> None:
    """TWOSOURCE_EXECUTOR may be a function that gives one."""
    with spread_of(lambda: ThreadPoolExecutor(3)) as spread:
        publish(OWNED, render(PAGES, printer(), spread), tmp_path / "output")
    assert tree(tmp_path / "output") == tree(serial)


def test_pages_are_made_no_faster_than_they_are_printed() -> None:
    """At most so many batches are under way, so that a large site does not wait in memory."""
    taken = 0

    def many() -> object:
        nonlocal taken
        for number in range(3 * AHEAD * BATCH):
            taken = number + 1
            yield Page(f"/{number}", "text", {"text": ""})

    with spread_of(lambda: ThreadPoolExecutor(1)) as spread:
        printed = spread(printer(), many())  # type: ignore[arg-type]
        next(printed)
        assert taken == AHEAD * BATCH
        assert sum(1 for _ in printed) == 3 * AHEAD * BATCH - 1


def test_a_template_that_fails_in_an_executor_is_told_as_ever() -> None:
    """The message crosses the processes whole."""
    failing = page("/a/", template="forgetful.html")
    with warnings.catch_warnings(), spread_of(lambda: workers(1)) as spread:
        warnings.simplefilter("ignore", DeprecationWarning)
        printed = render([failing], printer(), spread)
        with pytest.raises(PressError, match=r"forgetful.html:3: error template"):
            list(printed)


@pytest.mark.parametrize("choice", ["celery", "dusk:tcp://x"])
def test_an_executor_that_is_none_is_refused(choice: str) -> None:
    with pytest.raises(PressError, match="neither a function nor dask"), spread_of(choice):
        pass


def test_dask_that_is_missing_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(PressError, match=r"not installed.\n.*pip install twosource\[dask\]"), spread_of("dask"):
        pass


@pytest.mark.filterwarnings("default")
def test_a_dask_cluster_of_two_processes_prints_the_same_bytes(tmp_path: Path, serial: Path) -> None:
    """The setting `dask:ADDRESS` hands the pages to workers that share nothing with this process but the theme."""
    distributed = pytest.importorskip("distributed", reason="THE DASK TEST DID NOT RUN: pip install .[dask]")
    here = {os.getpid()}
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        spread_of(f"dask:{cluster.scheduler_address}") as spread,
    ):
        assert {int(text) for _, text in spread(_process, PAGES[:2])} - here, "printed elsewhere"
        publish(OWNED, render(PAGES, printer(), spread), tmp_path / "output")
    assert tree(tmp_path / "output") == tree(serial)


def _process(asked: Page) -> tuple[str, bytes]:
    return asked.path, str(os.getpid()).encode()
