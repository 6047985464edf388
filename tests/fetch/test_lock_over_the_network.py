"""`desk lock` fetches what a story rests on; what cannot be had never damages what was."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import twosource
from tests.desk.conftest import COURIER, GAZETTE, PATH
from tests.fetch.conftest import QUICK, Lock, article
from tests.fetch.server import Behaviour, Server, answer, endless, head, in_turn, page, reset, silent, status, to
from tests.fetch.test_hostile_servers import BOMB
from twosource.desk.reader import Reader
from twosource.newsroom.lock import Lock as Locked
from twosource.newsroom.lock_file import read_lock

PLUGINS = str(Path(twosource.__file__).parent.parent)
LOCK = PATH.replace(".md", ".lock")
GOOD = page(article(COURIER))
STUB = page(article("Please accept our cookies to go on reading. " * 8))


@pytest.fixture
def ready(server: Server) -> Server:
    """Both sources are there."""
    server.routes |= {"/courier": GOOD, "/gazette": page(GAZETTE.encode(), "text/plain")}
    return server


def entries(root: Path) -> Locked:
    lock, problems = read_lock((root / LOCK).read_text("utf-8"), LOCK)
    assert problems == ()
    assert lock is not None
    return lock


def test_sources_are_fetched_and_every_quote_is_found(ready: Server, hub: Path, lock: Lock) -> None:
    """One command; the pages go to the private shelf."""
    assert lock() == 0
    assert [len(entry.quotes) for entry in entries(hub).sources.values()] == [1, 1]
    assert {entry.retrieved for entry in entries(hub).sources.values()} == {"2026-03-01"}
    assert len(list((hub / ".store" / "pages").iterdir())) == 2


def test_pages_are_read_by_the_child_unless_a_test_says_otherwise(ready: Server, hub: Path, lock: Lock) -> None:
    """The lock is the same."""
    assert lock() == 0
    first = (hub / LOCK).read_bytes()
    (hub / LOCK).unlink()
    assert lock(reader=Reader) == 0
    assert (hub / LOCK).read_bytes() == first


def test_an_entry_of_a_fetched_page_is_small(ready: Server, hub: Path, lock: Lock) -> None:
    """Four kilobytes, whatever a page says of itself."""
    authors = "; ".join(f"Author {n} {'x' * 200}" for n in range(50))
    big = article(COURIER).replace(b"<title>", f'<meta name="author" content="{authors}"><title>'.encode())
    ready.routes["/courier"] = page(big)
    assert lock() == 0
    whole = json.loads((hub / LOCK).read_text("utf-8"))
    assert all(len(json.dumps(entry, indent=1)) < 4096 for entry in whole["sources"].values())


@pytest.mark.parametrize(
    ("behaviour", "rule"),
    [
        (endless(b"a" * 10_000, before=head(200, {"content-type": "text/html"})), "fetch-too-large"),
        (to("/courier"), "fetch-redirects"),
        (to("http://169.254.169.254/latest"), "fetch-address"),
        (page(BOMB, content_encoding="gzip"), "fetch-too-large"),
        (page("ž€ß".encode("cp1252") * 300), "fetch-unreadable"),
        (silent, "fetch-too-slow"),
        (reset, "fetch-failed"),
        (answer(b"x" * 50, length=99, content_type="text/html"), "fetch-failed"),
        (status(403), "fetch-refused"),
        (status(410), "fetch-gone"),
        (page(b"", "text/html"), "fetch-unreadable"),
        (page(b"\x89PNG\r\n\x1a\n" + bytes(300)), "fetch-unreadable"),
        (STUB, "quote-gone"),
        (page(article(COURIER.replace("12 percent", "15 percent"))), "quote-gone"),
    ],
)
def test_a_fetch_that_fails_is_one_problem_and_leaves_the_old_lock_as_it_was(
    behaviour: Behaviour, rule: str, ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]
) -> None:
    """behaviour ; rule"""
    lock()
    before = (hub / LOCK).read_bytes()
    ready.routes["/courier"] = behaviour
    capsys.readouterr()
    assert lock(limits=replace(QUICK, silence=0.1)) == 1
    said = capsys.readouterr().out
    assert said.count("error") == 2
    assert f"[{rule}]" in said
    assert f"{PATH}:{29 if rule == 'quote-gone' else 13}:" in said
    assert (hub / LOCK).read_bytes() == before


def test_one_source_that_fails_does_not_keep_the_others_from_their_lock(
    ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, and the run ends with 1."""
    ready.routes["/courier"] = status(404)
    assert lock() == 1
    assert set(entries(hub).sources) == {"gazette"}
    assert "no copy of courier" in capsys.readouterr().out


def test_a_stub_behind_a_wall_says_what_it_is(
    ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there was no lock before, its few words are named as the reason."""
    ready.routes["/courier"] = STUB
    assert lock() == 1
    assert "words in all: behind a wall?" in capsys.readouterr().out


def test_a_changed_page_takes_the_place_of_the_old_one_while_its_quotes_hold(
    ready: Server, hub: Path, lock: Lock
) -> None:
    """The day changes with the text."""
    lock()
    before = entries(hub).sources
    ready.routes["/courier"] = page(article(COURIER + " A word more."))
    assert lock() == 0
    assert entries(hub).sources["courier"].sha256 != before["courier"].sha256
    assert entries(hub).sources["gazette"] == before["gazette"]


def test_the_order_of_the_sources_and_a_second_run_do_not_change_a_byte(ready: Server, hub: Path, lock: Lock) -> None:
    """Also without the network, and without the lock, from the store alone."""
    lock()
    first = (hub / LOCK).read_bytes()
    text = (hub / PATH).read_text("utf-8")
    start, middle, end = text.index("  - id: courier"), text.index("  - id: gazette"), text.index("facts:\n")
    (hub / PATH).write_text(text[:start] + text[middle:end] + text[start:middle] + text[end:], "utf-8")
    for given in ((), ("--offline",)):
        (hub / LOCK).unlink()
        assert lock(*given) == 0
        assert (hub / LOCK).read_bytes() == first
    assert lock("--offline") == 0
    assert (hub / LOCK).read_bytes() == first


def test_offline_asks_nobody(ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a store there is nothing to lock."""
    assert lock("--offline") == 0
    assert ready.seen == []
    assert not (hub / LOCK).exists()
    assert "no copy of courier" in capsys.readouterr().out


def test_files_that_are_given_keep_the_network_out(ready: Server, hub: Path, lock: Lock, tmp_path: Path) -> None:
    """PDF, WARC and pasted text are files like any other."""
    (tmp_path / "a.txt").write_text(f"{ready.url}/courier\n\n{COURIER}", "utf-8")
    assert lock("--from", tmp_path / "a.txt") == 0
    assert ready.seen == []
    assert set(entries(hub).sources) == {"courier"}


def test_without_the_switch_loopback_is_refused(
    ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is asked, not even for robots.txt."""
    assert lock(allowed="10.9.9.9") == 1
    assert capsys.readouterr().out.count("[fetch-address]") == 2
    assert ready.seen == []


def test_a_store_that_cannot_be_written_is_no_fault_of_the_pages(ready: Server, hub: Path, lock: Lock) -> None:
    """The run ends with what is wrong, which the command tells in one line; the old lock stays."""
    lock()
    before = (hub / LOCK).read_bytes()
    shutil.rmtree(hub / ".store" / "pages")
    (hub / ".store" / "pages").write_text("no folder", "utf-8")
    with pytest.raises(OSError, match="pages"):
        lock()
    assert (hub / LOCK).read_bytes() == before


def test_ctrl_c_does_not_wait_for_the_slowest_server(server: Server, hub: Path) -> None:
    """A server that says nothing would be waited for a quarter of a minute."""
    server.routes |= {"/courier": silent, "/robots.txt": status(404)}
    start = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)"
    words = ["lock", "pipes", "--allow-address", "127.0.0.1"]
    run = f"{start}; from twosource.desk.main import main; sys.exit(main({words}))"
    with subprocess.Popen([sys.executable, "-c", run], cwd=hub, env={**os.environ, "PYTHONPATH": PLUGINS}) as desk:
        try:
            assert server.reached("/courier")
            desk.send_signal(signal.SIGINT)
            assert desk.wait(10) == 130
        finally:
            desk.kill()
    assert not (hub / LOCK).exists()


def test_a_source_is_fetched_once_for_all_stories(ready: Server, hub: Path, lock: Lock) -> None:
    """Two stories, two requests and one robots.txt."""
    (hub / PATH.replace("pipes", "tubes")).write_text((hub / PATH).read_text("utf-8"), "utf-8")
    assert lock(stories="content/stories") == 0
    assert sorted(request.path for request in ready.seen) == ["/courier", "/gazette", "/robots.txt"]


def verified(lock: Lock, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, str]]:
    """Exit code, and the state of each source."""
    capsys.readouterr()
    code = lock("--verify", "--format", "json", *words)
    return code, {row["source"]: row["state"] for row in json.loads(capsys.readouterr().out)}


@pytest.mark.parametrize(
    ("behaviour", "state", "code"),
    [
        (GOOD, "unchanged", 0),
        (page(article(COURIER + " A word more.")), "changed, quotes hold", 0),
        (page(article(COURIER.replace("12 percent", "15 percent"))), "quote gone", 1),
        (STUB, "quote gone", 1),
        (status(410), "page gone", 1),
        (to("/"), "page gone", 1),
        (status(403), "could not be fetched", 1),
        (in_turn(status(500), status(500), GOOD), "unchanged", 0),
    ],
)
def test_verify_tells_what_became_of_a_source_and_writes_nothing(
    behaviour: Behaviour,
    state: str,
    code: int,
    ready: Server,
    hub: Path,
    lock: Lock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """behaviour ; state ; exit code"""
    lock()
    before = {path: path.read_bytes() for path in hub.rglob("*") if path.is_file()}
    ready.routes["/courier"] = behaviour
    assert verified(lock, capsys) == (code, {"courier": state, "gazette": "unchanged"})
    assert {path: path.read_bytes() for path in hub.rglob("*") if path.is_file()} == before


def test_verify_says_in_words_what_is_lost_and_where(
    ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]
) -> None:
    """The nearest passage with the difference; then how many of each."""
    lock()
    ready.routes["/courier"] = page(article(COURIER.replace("12 percent", "15 percent")))
    capsys.readouterr()
    assert lock("--verify") == 1
    said = capsys.readouterr().out
    assert "courier  quote gone" in said
    assert "[-12-]{+15+}" in said
    assert f"{PATH}:29:" in said
    assert said.rstrip().endswith("2 sources: 1 unchanged, 1 quote gone.")


def test_verify_compares_with_the_store_and_with_files_too(
    ready: Server, hub: Path, lock: Lock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A source that was never locked, or for which nothing is at hand, holds nothing."""
    assert verified(lock, capsys, "--offline") == (1, {"courier": "not locked", "gazette": "not locked"})
    lock()
    asked = len(ready.seen)
    assert verified(lock, capsys, "--offline") == (0, {"courier": "unchanged", "gazette": "unchanged"})
    (tmp_path / "a.txt").write_text(f"{ready.url}/courier\n{COURIER}", "utf-8")
    code, states = verified(lock, capsys, "--from", str(tmp_path / "a.txt"))
    assert (code, states["gazette"]) == (1, "could not be fetched")
    assert states["courier"] == "changed, quotes hold"
    assert len(ready.seen) == asked


def test_verify_names_a_story_that_cannot_be_read(
    ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exit code alone would say that a quote is gone."""
    lock()
    (hub / PATH).write_text("No front matter.", "utf-8")
    capsys.readouterr()
    assert lock("--verify", "--format", "json", stories="content/stories") == 1
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    assert f"{PATH}: it cannot be read" in said.err


def test_a_damaged_text_in_the_store_is_mended_by_the_next_run(ready: Server, hub: Path, lock: Lock) -> None:
    """As if it had not been there."""
    lock()
    stored = sorted((hub / ".store").glob("*.gz"))
    before = [path.read_bytes() for path in stored]
    for path in stored:
        path.write_bytes(b"")
    assert lock() == 0
    assert [path.read_bytes() for path in stored] == before


def test_problems_are_told_to_programs_too(
    ready: Server, hub: Path, lock: Lock, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--format json`: the problems and nothing else."""
    ready.routes["/courier"] = status(404)
    capsys.readouterr()
    assert lock("--format", "json") == 1
    assert [row["rule"] for row in json.loads(capsys.readouterr().out)] == ["fetch-gone"]
