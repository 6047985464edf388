"""What is said while a run takes long, and what took how long."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console

from twosource.press.stages import Stages

from .hall import Hall, page


class Clock:
    """Stands still until it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def told(terminal: bool, work: Callable[[Stages, Clock], None]) -> str:
    said = io.StringIO()
    clock = Clock()
    work(Stages(Console(file=said, force_terminal=terminal, width=80), clock), clock)
    return said.getvalue()


def long_print(stages: Stages, clock: Clock) -> None:
    """Batches of a hundred that come back from workers, one each second."""
    with stages.stage("Printing", 1000) as step:
        for _ in range(10):
            clock.now += 1
            step(100)


def test_a_short_stage_is_silent() -> None:
    def short(stages: Stages, clock: Clock) -> None:
        with stages.stage("Printing", 2) as step:
            clock.now += 1.9
            step(2)

    assert told(False, short) == told(True, short) == ""


def test_a_long_stage_says_a_plain_line_now_and_then() -> None:
    """After two seconds, then every five: batches from several workers are counted as they come."""
    assert told(False, long_print) == "Printing: 200 of 1,000 files\nPrinting: 700 of 1,000 files\n"


def test_on_a_terminal_a_long_stage_shows_a_bar() -> None:
    assert "Printing" in told(True, long_print)
    assert "100%" in told(True, long_print)


def test_a_stage_of_unknown_length_counts_what_there_is() -> None:
    def reading(stages: Stages, clock: Clock) -> None:
        with stages.stage("Reading", noun="stories") as step:
            clock.now += 3
            step(1500)

    assert told(False, reading) == "Reading: 1,500 stories\n"
    assert "Reading" in told(True, reading)


def test_the_table_has_every_stage_once_with_its_share() -> None:
    """A stage that came twice is one line; the rest and the sum close the table."""
    clock = Clock()
    stages = Stages(Console(file=io.StringIO()), clock)
    for name, seconds in (("Reading", 1.0), ("Printing", 5.0), ("Reading", 2.0)):
        with stages.stage(name):
            clock.now += seconds
    clock.now += 2
    assert stages.table().splitlines() == [
        "Reading          3.000 s   30%",
        "Printing         5.000 s   50%",
        "Anything else    2.000 s   20%",
        "Together        10.000 s  100%",
    ]


def test_the_setting_prints_the_table_after_the_closing_line(hall: Hall, capsys: object) -> None:
    """TWOSOURCE_PROFILE, as a setting here; without it a run says one line."""
    hall.prints(page("/"))
    assert hall.pelican("-e", "TWOSOURCE_PROFILE=1") == 0
    said = capsys.readouterr().out.splitlines()  # type: ignore[attr-defined]
    assert said[0].startswith("Printed 1 page")
    assert [line.split("  ")[0].strip() for line in said[1:]] == [
        *("Starting", "Reading and judging", "Laying out", "Printing", "Putting in place", "Keeping for the next run"),
        *("Anything else", "Together"),
    ]
