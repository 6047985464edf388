"""One run of the press: an edition, checked, becomes a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from twosource.newsroom.problems import stop_the_press
from twosource.pages.edition import Edition
from twosource.press.console import complain, say, strict
from twosource.press.executors import spread_of
from twosource.press.paths import check_paths
from twosource.press.press_error import PressError
from twosource.press.print_run import Outcome, print_run
from twosource.press.record import read_record
from twosource.press.rendering import Printed, make_printer, render
from twosource.press.report import every, nothing_printed, refusal, summary
from twosource.press.settings import Order
from twosource.press.stages import Stages
from twosource.press.stall import stage_batch
from twosource.press.statics import load_statics, marks


def load(asked: Order, stages: Stages) -> Edition:
    """Make the edition and show its warnings. Raises PressError with every problem if one is an error."""
    with stages.stage("Reading and judging"):
        edition = asked.make_edition(asked.root, asked.as_of, asked.site_url)
    stands = read_record(asked.output) is not None
    if stop_the_press(edition.problems) or (strict() and edition.problems):
        raise PressError(refusal(edition.problems, stands))
    if not edition.pages:
        raise PressError(f"{asked.root} gives no page at all. {nothing_printed(stands)}")
    if edition.problems:
        complain(every(edition.problems))
    return edition


def print_edition(edition: Edition, asked: Order, stages: Stages) -> None:
    """Render what has to be, put it in place and say what changed. Raises PressError."""
    with stages.stage("Looking at the theme and the paths"):
        statics = load_statics(asked.theme)
        check_paths([*((page.path, page.url) for page in edition.pages), *((path, path) for path in statics)])
    outcome = _put(edition, statics, asked, stages)
    say(summary(len(edition.pages), len(statics), outcome.changed, outcome.removed, stages.seconds))
    if asked.profile:
        say(stages.table())


def _put(edition: Edition, statics: Mapping[str, bytes], asked: Order, stages: Stages) -> Outcome:
    owned = frozenset((*(page.path for page in edition.pages), *statics))
    with print_run(asked.output, owned) as run:
        with stages.stage("Printing", len(owned)) as step:
            files = stage_batch(_told(_printed(edition, asked, statics), step), run.stall("0"))
        with stages.stage("Putting in place"):
            return run.publish(files)


def _printed(edition: Edition, asked: Order, statics: Mapping[str, bytes]) -> Iterator[Printed]:
    """Every file of the site, one by one: only changed ones are kept, and those on the disk."""
    printer = make_printer(asked.template_folders, marks(statics), asked.compiled)
    yield from statics.items()
    with spread_of(asked.executor) as spread:
        yield from render(edition.pages, printer, spread)


def _told(printed: Iterator[Printed], step: Callable[[], None]) -> Iterator[Printed]:
    for file in printed:
        yield file
        step()
