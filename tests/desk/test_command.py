"""The command explains itself, and its clock can be stopped."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.conftest import Desk, edit
from twosource import __version__
from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError
from twosource.desk.main import arguments
from twosource.desk.words import WORDS

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def test_the_overview_fits_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """24 lines of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = arguments().format_help().splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("word", [word.name for word in WORDS])
def test_every_command_shows_an_example_and_its_exit_codes(
    word: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """word"""
    assert desk(word, "--help") == 0
    said = capsys.readouterr().out
    assert f"  desk {word}" in said
    assert "exit codes: 0" in said


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-21", datetime(2026, 2, 21, 23, 59, 59, tzinfo=UTC)),
        ("2026-02-21T18:00+02:00", datetime(2026, 2, 21, 16, 0, tzinfo=UTC)),
        ("2026-02-21T18:00", datetime(2026, 2, 21, 18, 0, tzinfo=UTC)),
    ],
)
def test_a_day_means_its_end_and_a_moment_is_utc_unless_it_says_otherwise(text: str, moment: datetime) -> None:
    """text ; moment"""
    assert as_of(text) == moment


def test_the_argument_goes_before_the_variable_and_the_variable_before_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is no date is wrong usage."""
    monkeypatch.setenv("TWOSOURCE_AS_OF", "2026-02-21")
    assert as_of().day == 21
    assert as_of("2026-02-22").day == 22
    with pytest.raises(UsageError):
        as_of("tomorrow")
    monkeypatch.delenv("TWOSOURCE_AS_OF")
    assert abs((as_of() - datetime.now(UTC)).total_seconds()) < 60


def run_in_a_shell(words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a shell of its own; `DESK` stands for it."""
    known = {"PYTHONPATH": str(PLUGINS), "PATH": "/usr/bin:/bin", **environment}
    command = words.replace("DESK", f"{sys.executable} -m twosource.desk")
    return subprocess.run(["bash", "-c", command], env=known, capture_output=True, text=True, check=False)


def test_the_version_is_told() -> None:
    """And nothing else."""
    done = run_in_a_shell("DESK --version")
    assert (done.returncode, done.stdout) == (0, f"Twosource {__version__}\n")


def test_a_terminal_that_knows_ascii_alone_gets_every_word(small: Path) -> None:
    """What it cannot show is spelt out."""
    edit(small, "The analysis.", "He said “Zölle”.")
    edit(small, "kind: reporting", "kind: repörting")
    done = run_in_a_shell("DESK check; DESK explain pipes; DESK new 'Z\u00f6lle'", LC_ALL="C", PYTHONUTF8="0")
    assert "Traceback" not in done.stderr
    assert "rep\\xf6rting" in done.stdout
    assert "zolle.md is written" in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("DESK check > /dev/full", 1),
        ("DESK --help > /dev/full", 1),
        ("DESK check >&-", 1),
        ("DESK new 'Another story' >&-", 0),
        ("DESK check 2>&-", 1),
    ],
)
def test_a_full_disk_or_a_closed_stream_ends_quietly(small: Path, words: str, code: int) -> None:
    """words ; exit code: the check has errors, the new story none"""
    done = run_in_a_shell(words)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


def test_the_module_can_be_run_and_a_closed_pipe_is_no_failure(small: Path) -> None:
    """`python -m twosource.desk check | head -1`"""
    for words, code in (("check", 1), ("--help", 0)):
        done = run_in_a_shell(f"DESK {words} | head -c 1; exit ${{PIPESTATUS[0]}}")
        assert done.stderr == ""
        assert done.returncode == code
