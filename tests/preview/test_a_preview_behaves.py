"""A preview starts, keeps to itself, and ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bench.jobs import cpu_of

from .started import ENVIRONMENT, PATIENCE, Started, command, started, until

STORY = "content/stories/2020/oil-price-war-crash.md"
URL = "/stories/oil-price-war-crash/"


def children(pid: int) -> list[int]:
    """Processes below one, those that lead a session of their own, too."""
    asked = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    above = {int(own): int(parent) for own, parent in (line.split() for line in asked.splitlines())}
    found = [own for own, parent in above.items() if parent == pid]
    return [*found, *(below for own in found for below in children(own))]


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").exists() and " Z " not in Path(f"/proc/{pid}/stat").read_text()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_ends_it_with_0_and_leaves_no_process(fresh: Path, number: signal.Signals) -> None:
    with started(fresh) as preview:
        below = children(preview.process.pid)
        assert below
        assert preview.stop(number) == 0
        assert preview.said[-1] == "Stopped." or preview.line("^Stopped")
        until(lambda: not any(map(alive, below)))


def test_a_stop_before_it_has_begun_is_answered_too(fresh: Path) -> None:
    """While the program is still being read in; what the desk itself takes until then is not meant."""
    words = (sys.executable, "-c", EARLY, *command(fresh)[3:])
    done = subprocess.run(words, cwd=fresh, env=ENVIRONMENT, capture_output=True, text=True, timeout=PATIENCE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "Stopped."


EARLY = """
import os, signal, sys
from twosource.desk.main import main
become = os.execv
def early(program, words):
    os.kill(os.getpid(), signal.SIGINT)
    become(program, words)
os.execv = early
main(sys.argv[1:])
"""


def test_it_ends_in_the_middle_of_a_print(fresh: Path) -> None:
    with started(fresh) as preview:
        (fresh / "themes/ledger/templates/base.html").touch()
        (fresh / STORY).touch()
        assert preview.stop() == 0


def test_a_worker_that_is_killed_is_told_and_replaced(fresh: Path) -> None:
    with started(fresh) as preview:
        (worker,) = children(preview.process.pid)
        os.kill(worker, signal.SIGKILL)
        (fresh / STORY).touch()
        preview.line("ended by itself")
        said = len(preview.said)
        (fresh / STORY).touch()
        preview.line("no problems", said)


def test_a_port_that_is_taken_is_refused_if_asked_for_and_passed_over_if_not(fresh: Path) -> None:
    with started(fresh) as preview:
        port = urlsplit(preview.address).port
        done = subprocess.run(command(fresh, "--port", str(port)), env=ENVIRONMENT, capture_output=True, text=True)
        assert done.returncode == 2
        assert f"Port {port} cannot be had" in done.stderr
        assert f"--port {(port or 0) + 1}" in done.stderr
    with socket.create_server(("127.0.0.1", 0)) as held, started(fresh) as preview:
        assert urlsplit(preview.address).port != held.getsockname()[1]


def test_fifty_saves_in_a_burst_are_few_printings(preview: Started) -> None:
    path, said = preview.hub / STORY, len(preview.said)
    text = path.read_text(encoding="utf-8")
    for turn in range(50):
        path.write_text(text.replace("\n---\n", f"\n---\nTurn {turn} of many.\n\n", 1), encoding="utf-8")
    assert preview.shows(URL, "Turn 49 of many.")
    assert len(preview.said) - said <= 10
    path.write_text(text, encoding="utf-8")


def test_it_does_nothing_while_nobody_writes(preview: Started) -> None:
    """No more than some looks at a clock: a hundredth of what a loop without a pause takes."""
    until(lambda: _rests(preview.process.pid))


def _rests(pid: int) -> bool:
    before = cpu_of(pid)
    time.sleep(2)
    return cpu_of(pid) - before < 0.2


def test_the_site_that_stands_is_never_touched(fresh: Path) -> None:
    output = fresh / "output"
    output.mkdir()
    (output / "index.html").write_text("the last good site", encoding="utf-8")
    with started(fresh) as preview:
        (fresh / STORY).touch()
        preview.line("no problems", 1)
        assert [path.name for path in output.rglob("*")] == ["index.html"]
        assert (output / "index.html").read_text(encoding="utf-8") == "the last good site"
        assert preview.get("/")[1] != "the last good site"


def test_without_drafts_it_shows_what_readers_would_see(fresh: Path) -> None:
    path = fresh / STORY
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: published", "status: draft", 1), encoding="utf-8")
    try:
        with started(fresh, "--no-drafts") as preview:
            assert preview.get(URL)[0] == 404
    finally:
        path.write_text(text, encoding="utf-8")


def test_nobody_else_is_answered(preview: Started) -> None:
    """A name of somebody else that leads to this machine, or a way out of the folder."""
    assert preview.get("/", Host="elsewhere.example")[0] == 421
    assert preview.get("/../../../content/site.yml")[0] == 404
    assert preview.get("/%2e%2e/%2e%2e/%2e%2e/content/site.yml")[0] == 404


def test_pages_name_the_port_that_serves_them(preview: Started) -> None:
    _, page = preview.get("/about/")
    assert f'<link rel="canonical" href="{preview.address}/about/">' in page


def test_no_settings_are_a_wrong_usage(tmp_path: Path) -> None:
    done = subprocess.run(command(tmp_path), env=ENVIRONMENT, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert "There are no settings" in done.stderr


def test_two_previews_of_one_hub_would_print_into_each_other_s_pages(preview: Started) -> None:
    done = subprocess.run(command(preview.hub), env=ENVIRONMENT, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert f"runs already, on {preview.address}/" in done.stderr
