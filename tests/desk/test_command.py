"""The command explains itself, and its clock can be stopped."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.conftest import Desk
from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError
from twosource.desk.main import COMMANDS, arguments

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def test_the_overview_fits_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """24 lines of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = arguments().format_help().splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("word", COMMANDS)
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


def test_the_module_can_be_run_and_a_closed_pipe_is_no_failure(small: Path) -> None:
    """`python -m twosource.desk check | head -1`"""
    command = f"{sys.executable} -m twosource.desk check | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        env={"PYTHONPATH": str(PLUGINS), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
