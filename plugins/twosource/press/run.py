"""One run of the press over one hub: a look where nothing changed; else reading, judging and printing."""

from __future__ import annotations

from collections.abc import Mapping
from time import time_ns

from twosource.newsroom.look import look_at
from twosource.newsroom.morgue import Morgue
from twosource.pages.clippings import with_morgue
from twosource.pages.findings import told_of_marked
from twosource.press.console import complain, say, strict
from twosource.press.report import every, summary
from twosource.press.searching import renew_search
from twosource.press.settings import Order
from twosource.press.shelf import Mark
from twosource.press.stages import Stages
from twosource.press.standstill import LastPrint, kind_of_shelf, last_print, shelf_in


def run(asked: Order, stages: Stages) -> None:
    """Print the hub, then index it. A cache that is damaged is told and begun anew. Raises PressError."""
    files = with_morgue(asked.cache, lambda morgue: _printed(asked, stages, morgue), complain)
    # Without the cache, which others may want meanwhile: this may take half a minute.
    renew_search(asked, files, stages)
    if asked.profile:
        say(stages.table())


def _printed(asked: Order, stages: Stages, morgue: Morgue) -> Mapping[str, Mark]:
    """Print, and give the files that stand then if an index may be made of them."""
    _print(asked, stages, morgue)
    return shelf_in(morgue, kind_of_shelf(asked.output)).files if asked.index else {}


def _print(asked: Order, stages: Stages, morgue: Morgue) -> None:
    look = None
    if not asked.make_edition:
        with stages.stage("Looking at the files"):
            look = look_at(asked.root, morgue, time_ns())
            last = last_print(asked, morgue, look)
        if last and not (strict() and last.problems):
            _repeat(last, stages)
            return
    with stages.stage("Starting"):
        # Not before it is sure that there is something to do: it imports all rooms.
        from twosource.press.printing import print_work, proof
        from twosource.press.work import open_work
    with open_work(asked, stages, morgue, look) as work:
        proof(work, asked)
        print_work(work, asked, stages)


def _repeat(last: LastPrint, stages: Stages) -> None:
    """Say what the last run said; what it printed stands."""
    if last.problems:
        complain(every(last.told))
    if last.marked:
        say(told_of_marked(last.marked))
    say(summary(last.pages, last.statics, 0, 0, stages.seconds))
