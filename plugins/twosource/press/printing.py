"""One run of the press: an edition, checked, becomes a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from time import monotonic

from twosource.newsroom.problems import stop_the_press
from twosource.pages.edition import Edition
from twosource.press.console import TERMINAL, complain, say, strict
from twosource.press.environment import make_environment
from twosource.press.paths import check_paths
from twosource.press.press_error import PressError
from twosource.press.progress import progress
from twosource.press.publish import publish
from twosource.press.record import read_record
from twosource.press.rendering import Printed, Printer, render
from twosource.press.report import every, nothing_printed, refusal, summary
from twosource.press.settings import Order
from twosource.press.statics import load_statics, marks


def load(asked: Order) -> Edition:
    """Make the edition and show its warnings. Raises PressError with every problem if one is an error."""
    edition = asked.make_edition(asked.root, asked.as_of, asked.site_url)
    stands = read_record(asked.output) is not None
    if stop_the_press(edition.problems) or (strict() and edition.problems):
        raise PressError(refusal(edition.problems, stands))
    if not edition.pages:
        raise PressError(f"{asked.root} gives no page at all. {nothing_printed(stands)}")
    if edition.problems:
        complain(every(edition.problems))
    return edition


def print_edition(edition: Edition, asked: Order, started: float) -> None:
    """Render what has to be, put it in place and say what changed. Raises PressError."""
    statics = load_statics(asked.theme)
    check_paths([*((page.path, page.url) for page in edition.pages), *((path, path) for path in statics)])
    owned = [*(page.path for page in edition.pages), *statics]
    with progress(len(owned), TERMINAL) as tell:
        outcome = publish(owned, _told(_printed(edition, asked, statics), tell), asked.output)
    seconds = monotonic() - started
    say(summary(len(edition.pages), len(statics), outcome.changed, outcome.removed, seconds))


def _printed(edition: Edition, asked: Order, statics: Mapping[str, bytes]) -> Iterator[Printed]:
    """Every file of the site, one by one: only changed ones are kept, and those on the disk."""
    folders = (*asked.overrides, asked.theme / "templates", asked.theme)
    environment = make_environment(folders, marks(statics))
    yield from statics.items()
    yield from render(edition.pages, Printer(environment, folders))


def _told(printed: Iterator[Printed], tell: Callable[[], None]) -> Iterator[Printed]:
    for file in printed:
        yield file
        tell()
