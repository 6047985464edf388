"""One run of the press over one hub: a look where nothing changed; else reading, judging and printing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from time import time_ns

from twosource.newsroom.look import Look, look_again, look_at
from twosource.newsroom.morgue import Morgue
from twosource.pages.clippings import with_morgue
from twosource.pages.findings import told_of_marked
from twosource.press.console import complain, say, strict
from twosource.press.glance import Glance, glancing
from twosource.press.report import every, summary
from twosource.press.searching import renew_search
from twosource.press.settings import Order
from twosource.press.shelf import EMPTY, Mark, Shelf
from twosource.press.stages import Stages
from twosource.press.standby import Left, Standby, from_root
from twosource.press.standstill import LastPrint, kind_of_shelf, last_print, shelf_in


def run(asked: Order, stages: Stages, standby: Standby | None = None, changed: Iterable[Path] | None = None) -> None:
    """Print the hub, then index it. A cache that is damaged is told and begun anew. Raises PressError.

    `standby` is what the process keeps between its runs, if there will be more. `changed` names the files that were
    saved since the last of them, absolute, as a watcher tells: then only these are looked at, and the output is
    believed to be as it was left.
    """

    def work(morgue: Morgue) -> Mapping[str, Mark]:
        _print(asked, stages, morgue, standby, changed)
        # The files that stand now, if an index may be made of them.
        return shelf_in(morgue, kind_of_shelf(asked.output)).files if asked.index else {}

    files = with_morgue(asked.cache, work, complain, standby.morgue(asked) if standby else None)
    # Without the cache, which others may want meanwhile: this may take half a minute.
    renew_search(asked, files, stages)
    if asked.profile:
        say(stages.table())


def _print(
    asked: Order, stages: Stages, morgue: Morgue, standby: Standby | None, changed: Iterable[Path] | None = None
) -> None:
    left = standby.take(morgue) if standby else None
    shelf = shelf_of(asked, morgue, left)
    hinted = hinted_look(asked, left, changed)
    with nullcontext(partial(Glance)) if hinted else glancing(asked.output, shelf) as glance:
        look = None
        if not asked.make_edition:
            with stages.stage("Looking at the files"):
                look = hinted or look_at(asked.root, morgue, time_ns(), left.handover.look if left else None)
                last = last_print(asked, morgue, look, shelf, glance)
            if last and not (strict() and last.problems):
                if standby:
                    standby.put_back(left)
                _repeat(last, stages)
                return
        with stages.stage("Starting"):
            # Not before it is sure that there is something to do: it imports all rooms.
            from twosource.press.printing import print_work, proof
            from twosource.press.work import open_work
        with open_work(asked, stages, morgue, look, shelf, left) as work:
            proof(work, asked)
            site = print_work(work, asked, stages, glance)
            altered = site.outcome
            say(summary(site.pages, site.statics, altered.changed, altered.removed, stages.seconds))
            if standby:
                standby.keep(asked, morgue, work.hand_over(), altered.shelf)


def shelf_of(asked: Order, morgue: Morgue, left: Left | None) -> Shelf:
    """What stood after the last print; of an edition that settings make, nothing is known."""
    if asked.make_edition:
        return EMPTY
    return left.shelf if left else shelf_in(morgue, kind_of_shelf(asked.output))


def hinted_look(asked: Order, left: Left | None, changed: Iterable[Path] | None) -> Look | None:
    """The hub as it lies there, where a hint is enough to see that."""
    if left is None or changed is None or asked.make_edition:
        return None
    return look_again(asked.root, left.handover.look, from_root(asked.root, changed), time_ns())


def _repeat(last: LastPrint, stages: Stages) -> None:
    """Say what the last run said; what it printed stands."""
    if last.problems:
        complain(every(last.told))
    if last.marked:
        say(told_of_marked(last.marked))
    say(summary(last.pages, last.statics, 0, 0, stages.seconds))
