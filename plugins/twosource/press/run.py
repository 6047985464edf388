"""One run of the press over one hub: a look where nothing changed; else reading, judging and printing."""

from __future__ import annotations

from time import time_ns

from twosource.newsroom.look import look_at
from twosource.newsroom.morgue import Morgue
from twosource.pages.clippings import with_morgue
from twosource.pages.findings import told_of_marked
from twosource.press.console import complain, say, strict
from twosource.press.report import every, summary
from twosource.press.settings import Order
from twosource.press.stages import Stages
from twosource.press.standstill import LastPrint, last_print


def run(asked: Order, stages: Stages) -> None:
    """Print the hub. A cache that is damaged is told and begun anew. Raises PressError."""
    with_morgue(asked.cache, lambda morgue: _print(asked, stages, morgue), complain)


def _print(asked: Order, stages: Stages, morgue: Morgue) -> None:
    look = None
    if not asked.make_edition:
        with stages.stage("Looking at the files"):
            look = look_at(asked.root, morgue, time_ns())
            last = last_print(asked, morgue, look)
        if last and not (strict() and last.problems):
            _repeat(last, asked, stages)
            return
    with stages.stage("Starting"):
        # Not before it is sure that there is something to do: it imports all rooms.
        from twosource.press.printing import print_work, proof
        from twosource.press.work import open_work
    with open_work(asked, stages, morgue, look) as work:
        proof(work, asked)
        print_work(work, asked, stages)


def _repeat(last: LastPrint, asked: Order, stages: Stages) -> None:
    """Say what the last run said; what it printed stands."""
    if last.problems:
        complain(every(last.told))
    if last.marked:
        say(told_of_marked(last.marked))
    say(summary(last.pages, last.statics, 0, 0, stages.seconds))
    if asked.profile:
        say(stages.table())
