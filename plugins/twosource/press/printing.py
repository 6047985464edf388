"""One run of the press: checked work becomes a site."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.newsroom.problems import stop_the_press
from twosource.pages.findings import told_of_marked
from twosource.pages.page import path_of
from twosource.press.console import complain, say, strict
from twosource.press.glance import Glancing
from twosource.press.paths import check_paths
from twosource.press.press_error import PressError
from twosource.press.print_run import Outcome, print_run
from twosource.press.record import RECORD, read_record
from twosource.press.rendering import make_printer
from twosource.press.report import every, nothing_printed, refusal
from twosource.press.settings import Order
from twosource.press.stages import Stages
from twosource.press.statics import load_statics, marks
from twosource.press.work import Work


def proof(work: Work, asked: Order) -> None:
    """Show the warnings. Raises PressError with every problem if one is an error."""
    if stop_the_press(work.problems) or (strict() and work.problems):
        raise PressError(refusal(work.problems, read_record(asked.output) is not None))
    if work.problems:
        complain(every(work.problems))
    if work.marked:
        say(told_of_marked(work.marked))


@dataclass(frozen=True, slots=True)
class PrintedSite:
    """A print that ended well."""

    outcome: Outcome
    """What it altered."""
    pages: int
    """Pages of the site."""
    statics: int
    """Files of the theme."""


def print_work(work: Work, asked: Order, stages: Stages, glance: Glancing | None = None) -> PrintedSite:
    """Render what has to be and put it in place; gives what changed. Raises PressError.

    `glance` tells what somebody touched in the output since it was printed, where that was looked at.
    """
    with stages.stage("Laying out"):
        statics, addresses = load_statics(asked.theme), work.addresses()
        if not addresses:
            raise PressError(
                f"{asked.root} gives no page at all. {nothing_printed(read_record(asked.output) is not None)}"
            )
        paths, shelf = [(path_of(url), url) for url in addresses], work.shelf()
        owned = frozenset((*(path for path, _ in paths), *statics))
        if owned != shelf.files.keys() - {RECORD}:  # else they were checked when they were printed
            check_paths([*paths, *((path, path) for path in statics)])
    printer = make_printer(asked.template_folders, marks(statics), asked.compiled)
    with print_run(asked.output, owned, shelf, glance=glance() if glance else None) as run:
        files = work.stage(run, printer, statics, stages)
        with stages.stage("Putting in place"):
            outcome = run.publish(files)
    with stages.stage("Keeping for the next run"):
        work.keep(outcome)
    return PrintedSite(outcome, len(paths), len(statics))
