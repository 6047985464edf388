"""Prints the hub again and again in one process, and says each time how it went."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import nullcontext
from dataclasses import replace
from itertools import chain
from pathlib import Path
from time import time_ns

from twosource.newsroom.layout import ABOUT, ENTITIES, GLOSSARY, METHODOLOGY, slug_of
from twosource.newsroom.look import look_at
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import Problem, Severity, errors_first, in_order
from twosource.pages import addresses
from twosource.pages.clippings import with_morgue
from twosource.pages.shift import HouseError
from twosource.pages.slip import Slip
from twosource.press.console import TERMINAL, complain, say
from twosource.press.forgiving import STAYS
from twosource.press.glance import Glance, Glancing, glancing
from twosource.press.moment import in_words, now
from twosource.press.press_error import PressError
from twosource.press.preview.faults import fault_of_crash, fault_of_layout, fault_of_stop, faults_of
from twosource.press.preview.messages import MOST, Fault, Job, Report
from twosource.press.printing import PrintedSite, print_work
from twosource.press.recovery import recover
from twosource.press.run import hinted_look, shelf_of
from twosource.press.settings import Order
from twosource.press.stages import Stages
from twosource.press.standby import Standby
from twosource.press.work import Work, open_work

Slips = Mapping[str, Slip]


class Builder:
    """What stays between two printings of one hub."""

    def __init__(self, asked: Callable[[], Order]) -> None:
        """`asked` says what to print, as of now."""
        self._asked = asked
        self._standby = Standby()
        self._pending: set[Path] | None = None
        self._problems: tuple[Problem, ...] = ()
        self._faults: Mapping[str, str] = {}
        self._left: Set[str] = frozenset()
        self._slips: Slips = {}

    def build(self, job: Job) -> Report:
        """Print what follows from changed files, or look at everything. Never raises for what a writer can break."""
        changed = job.changed
        self._pending = None if changed is None or self._pending is None else self._pending | set(map(Path, changed))
        asked, stages = self._asked(), Stages(TERMINAL)
        asked = replace(asked, hurry=(*job.seen, *self._turned(changed, asked.root)), handful=job.rest)
        self._left = frozenset()
        self._problems, self._faults, stop, site = (), {}, None, None
        try:
            recover(asked.output)
            site = with_morgue(
                asked.cache, lambda morgue: self._print(asked, stages, morgue), complain, self._standby.morgue(asked)
            )
            self._pending = set()
        except HouseError as error:
            self._problems = error.problems
        except PressError as error:
            stop = fault_of_stop(str(error), asked.root)
        except Exception as error:
            logging.getLogger(__name__).exception("The pages cannot be printed.")
            stop, self._standby = fault_of_crash(error, asked.root), Standby()
        if asked.profile:
            say(stages.table())
        return self._report(asked, site, stop, stages.seconds, changed)

    def _print(self, asked: Order, stages: Stages, morgue: Morgue) -> PrintedSite:
        left = self._standby.take(morgue)
        shelf, hinted = shelf_of(asked, morgue, left), hinted_look(asked, left, self._pending)
        with nullcontext(Glance) if hinted else glancing(asked.output, shelf) as glance:
            with stages.stage("Looking at the files"):
                look = hinted or look_at(asked.root, morgue, time_ns(), left.handover.look if left else None)
            try:
                with open_work(asked, stages, morgue, look, shelf, left) as work:
                    return self._print_work(work, asked, stages, morgue, glance)
            except HouseError:
                self._standby.put_back(left)
                raise

    def _print_work(self, work: Work, asked: Order, stages: Stages, morgue: Morgue, glance: Glancing) -> PrintedSite:
        self._problems = work.problems
        site = print_work(work, asked, stages, glance)
        self._faults, self._left = work.faults, work.left
        self._standby.keep(asked, morgue, work.hand_over(), site.outcome.shelf)
        return site

    def _report(
        self, asked: Order, site: PrintedSite | None, stop: Fault | None, seconds: float, changed: Iterable[str] | None
    ) -> Report:
        slips = self._slips = self._standby.slips or self._slips

        def url_of(path: str) -> str:
            return address_of(path, slips)

        found = errors_first(in_order(self._problems))
        own = [stop] if stop else []
        own += [fault_of_stop(told, asked.root) for told in sorted(set(self._faults.values())) if told != STAYS]
        own += [fault_of_layout(path, slip.fault, url_of(path)) for path, slip in slips.items() if slip.fault]
        errors = len(own) + sum(one.severity is Severity.ERROR for one in found)
        return Report(
            faults=(*own, *faults_of(found[:MOST], asked.root, url_of))[:MOST],
            errors=errors,
            warnings=len(own) + len(found) - errors,
            printed=site is not None,
            pages=site.outcome.changed + site.outcome.removed if site else 0,
            seconds=seconds,
            unpublished=_unpublished(slips, asked) if asked.extras.unpublished else {},
            unset={addresses.story(slip.slug): path for path, slip in slips.items() if slip.row is None},
            stays=tuple(addresses.story(slip.slug) for slip in slips.values() if slip.row and not slip.account),
            turned=self._turned(changed, asked.root),
            left=len(self._left),
            pages_left=any(url.endswith("/") for url in self._left),
            watched=watched(asked),
        )

    def _turned(self, changed: Iterable[str] | None, root: Path) -> tuple[str, ...]:
        """Addresses of the pages of these files."""
        below = (Path(path) for path in changed or () if Path(path).is_relative_to(root))
        found = (address_of(path.relative_to(root).as_posix(), self._slips) for path in below)
        return tuple(dict.fromkeys(url for url in found if url))


def watched(asked: Order) -> tuple[str, ...]:
    """Folders upon which the pages hang, whether they stand or not."""
    hub = (asked.root / name for name in ("content", GLOSSARY, METHODOLOGY, "plugins"))
    return tuple(map(str, chain(hub, asked.overrides, [asked.theme])))


def address_of(path: str, slips: Slips) -> str:
    """The page to which a file of the hub belongs, a story's lock to the story's; empty for none of its own."""
    story = f"{path.removesuffix('.lock')}.md" if path.endswith(".lock") else path
    if story.startswith("content/stories/"):
        return addresses.story(slips[story].slug if story in slips else slug_of(story))
    name = Path(path).stem
    kinds = {ENTITIES: addresses.entity, GLOSSARY: addresses.term, METHODOLOGY: addresses.chapter}
    make = kinds.get(path.rpartition("/")[0])
    if make and path.endswith(".md"):
        return make(name)
    return addresses.ABOUT if path == ABOUT else ""


def _unpublished(slips: Slips, asked: Order) -> dict[str, str]:
    """What readers do not see yet: a date that may be another one today is not asked of the clock twice."""
    moment, found = asked.as_of.timestamp(), {}
    for slip in slips.values():
        if slip.public_from is None:
            found[addresses.story(slip.slug)] = "Draft: not published"
        elif slip.public_from > moment:
            found[addresses.story(slip.slug)] = f"Still to come: published from {in_words(slip.public_from)}"
    return found


def at_present(asked: Order, fixed: bool) -> Order:
    """The order for another print, as of now where no moment is `fixed`."""
    return asked if fixed else replace(asked, as_of=now())
