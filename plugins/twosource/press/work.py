"""The two kinds of work that the press is given: an edition whose pages are made, or a shift that makes them.

Settings may name an edition of their own (TWOSOURCE_EDITION): then every page is at hand. A hub comes as a shift, of
whose pages only those are made that changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from hashlib import blake2b
from itertools import chain, islice
from typing import Protocol

from twosource.newsroom.look import Look
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import Problem, plain_problems
from twosource.pages.assignment import Assignment
from twosource.pages.bureau import Trace
from twosource.pages.edition import Edition
from twosource.pages.findings import until
from twosource.pages.handover import Handover
from twosource.pages.page import Page
from twosource.pages.plan import Plan, keep_plan, plan_pages
from twosource.pages.shift import Shift, open_shift
from twosource.pages.staff import FEW, cores
from twosource.press.executors import spread_of
from twosource.press.outputs import remember_output
from twosource.press.presswork import Presswork
from twosource.press.print_run import Outcome, PrintRun
from twosource.press.rendering import Printer, make_printer, render
from twosource.press.settings import Order
from twosource.press.shelf import EMPTY, Shelf
from twosource.press.stages import Stages, Step
from twosource.press.stall import PrintedFile, stage_batch
from twosource.press.standby import Left
from twosource.press.standstill import STILL, LastPrint, kind_of_shelf, mark_of_settings
from twosource.press.statics import load_statics, marks


class Work(Protocol):
    """What the press asks of either."""

    problems: tuple[Problem, ...]
    """What is wrong."""
    marked: tuple[str, ...]
    """Stories that are printed as not checked."""
    faults: dict[str, str]
    """Why pages that were to be printed were not, by path; none but in a lenient print."""
    left: Set[str]
    """Addresses of files that were left for the next run."""

    def addresses(self) -> Sequence[str]:
        """Address of every page; none when there is nothing to print."""

    def shelf(self) -> Shelf:
        """What stood after the last print."""

    def stage(
        self, run: PrintRun, printer: Printer, statics: Mapping[str, bytes], stages: Stages
    ) -> Sequence[PrintedFile]:
        """Print and stage what does not stand yet."""

    def keep(self, outcome: Outcome) -> None:
        """The print stands: remember what the next one need not do again."""

    def hand_over(self) -> Handover | None:
        """What the next work in this process may go by."""


@contextmanager
def open_work(
    asked: Order, stages: Stages, morgue: Morgue, look: Look | None, shelf: Shelf, left: Left | None = None
) -> Iterator[Work]:
    """Read and judge what is to be printed: what the settings' own edition gives, or the hub that was looked at.

    `shelf` is what stood after the last print, `left` what the last run in this process left.
    """
    if asked.make_edition or look is None:
        assert asked.make_edition
        with stages.stage("Reading and judging"):
            edition = asked.make_edition(asked.root, asked.as_of, asked.site_url)
        yield EditionWork(edition, asked)
        return
    if sum(not mark.digest for mark in look.stories.values()) > FEW:
        # Bureaus will be forked: what is compiled now, none of them has to compile.
        make_printer(asked.template_folders, marks(load_statics(asked.theme)), asked.compiled).warm()
    assignment = Assignment(
        root=asked.root,
        as_of=asked.as_of,
        site_url=asked.site_url,
        index=asked.index,
        morgue=morgue,
        look=look,
        cores=1 if asked.executor else cores(),
        extras=asked.extras,
        stage=lambda name, length: stages.stage(name.capitalize(), length, "stories"),
        before=left.handover if left else None,
    )
    with open_shift(assignment) as shift:
        yield ShiftWork(shift, asked, shelf)


class EditionWork:
    """An edition that is at hand."""

    def __init__(self, edition: Edition, asked: Order) -> None:
        self.problems = edition.problems
        self.marked: tuple[str, ...] = ()
        self.faults: dict[str, str] = {}
        self.left: Set[str] = frozenset()
        self._pages = edition.pages
        self._asked = asked

    def addresses(self) -> Sequence[str]:
        return [page.url for page in self._pages]

    def shelf(self) -> Shelf:
        return EMPTY

    def stage(
        self, run: PrintRun, printer: Printer, statics: Mapping[str, bytes], stages: Stages
    ) -> Sequence[PrintedFile]:
        with stages.stage("Printing", len(self._pages)) as step, spread_of(self._asked.executor) as spread:
            return stage_batch(
                chain(statics.items(), render(_told(self._pages, step), printer, spread)), run.stall("0")
            )

    def keep(self, outcome: Outcome) -> None:
        """Nothing: all of it is made anew each time."""

    def hand_over(self) -> None:
        """Nothing, either."""


def _told(pages: Sequence[Page], step: Step) -> Iterator[Page]:
    for page in pages:
        yield page
        step()


MANY = 100
"""Pages up to which it takes no longer than a blink to print all of them."""


class ShiftWork:
    """A hub of which only those pages are made that changed."""

    def __init__(self, shift: Shift, asked: Order, shelf: Shelf) -> None:
        """`shelf` is what stood after the last print."""
        self._shelf = shelf
        self.problems = shift.problems
        self.marked = shift.marked
        self._shift = shift
        self._asked = asked
        self._morgue = shift.assignment.morgue
        self._kind = kind_of_shelf(asked.output)
        self._settings = b""
        self._plan: Plan | None = None
        self._traces: list[Trace] = []
        self.faults: dict[str, str] = {}
        self.left: Set[str] = frozenset()

    def addresses(self) -> Sequence[str]:
        return [sheet.url for sheet in self._shift.open().sheets]

    def shelf(self) -> Shelf:
        return self._shelf

    def stage(
        self, run: PrintRun, printer: Printer, statics: Mapping[str, bytes], stages: Stages
    ) -> Sequence[PrintedFile]:
        with stages.stage("Looking for what changed"):
            plan = self._plan = self._planned(printer, statics)
            self.left = frozenset() if self._asked.hurry is None else self._may_wait(self._asked.hurry, plan)
            wanted = [number for number in plan.wanted if plan.sheets[number].url not in self.left]
            made = {plan.sheets[number].path for number in wanted}
            fallen = set(run.fallen(run.owned - made - statics.keys()))
        again = (n for n, sheet in enumerate(plan.sheets) if sheet.path in fallen) if fallen else ()
        files = stage_batch(statics.items(), run.stall("statics"))
        return [*files, *self._made([*wanted, *again], run, printer, stages)]

    def _may_wait(self, hurry: Collection[str], plan: Plan) -> Set[str]:
        """Addresses of files that stand and that nobody will miss for a moment."""
        sheets, standing = [plan.sheets[number] for number in plan.wanted], self.shelf().files
        pages = [sheet.url for sheet in sheets if sheet.path.endswith(".html")]
        every = dict.fromkeys((*pages, *(sheet.url for sheet in sheets)))
        some = islice(every, 2 * MANY) if self._asked.handful else pages if len(pages) <= MANY else ()
        now = {*hurry, *some}
        return {sheet.url for sheet in sheets if sheet.url not in now and sheet.path in standing}

    def _planned(self, printer: Printer, statics: Mapping[str, bytes]) -> Plan:
        first = self._shift.staff.first
        self._settings = mark_of_settings(self._asked, printer.theme, statics)
        key = blake2b(self._shift.office.key + self._settings, digest_size=16).digest()
        return plan_pages(first.stand, first.sheets, key, str(self._asked.output), self._morgue)

    def _made(self, wanted: Sequence[int], run: PrintRun, printer: Printer, stages: Stages) -> list[PrintedFile]:
        staff, sheets = self._shift.staff, self._shift.staff.first.sheets
        if not wanted:
            return []
        printer.warm(sorted({sheets[number].template for number in wanted}))
        staff.need(len(wanted))
        staff.all("equip", self._presswork(printer, run))
        made: list[PrintedFile] = []
        with stages.stage("Printing", len(wanted), "pages") as tell:
            shares = staff.shares(wanted, staff.first.owner_of)
            for traces, files in staff.each("make", shares, tell=tell):
                self._traces += traces
                made += files
        self.faults = {file.path: file.fault for file in made if file.fault}
        return made

    def _presswork(self, printer: Printer, run: PrintRun) -> Presswork:
        return Presswork(printer, run.stall("pages"), self._asked.executor, self._asked.extras.lenient)

    def keep(self, outcome: Outcome) -> None:
        assert self._plan is not None
        failed = {sheet.url for sheet in self._plan.sheets if sheet.path in self.faults} if self.faults else set()
        keep_plan(self._plan, self._traces, self._morgue, self.left | failed)
        marks = {**outcome.shelf.files, **outcome.shelf.folders}
        self._morgue.update(self._kind, marks)
        self._morgue.keep_only(self._kind, marks)
        self._morgue.put(STILL, self._kind, self._last_print(len(self._plan.sheets), len(outcome.shelf.files)).plain())
        remember_output(self._morgue, self._asked.output)
        self._morgue.save()

    def hand_over(self) -> Handover:
        return self._shift.hand_over()

    def _last_print(self, pages: int, files: int) -> LastPrint:
        shift = self._shift
        return LastPrint(
            hub=shift.assignment.look.mark or b"",
            settings=self._settings,
            since=self._asked.as_of.timestamp(),
            until=until(self._asked.as_of, shift.moments),
            pages=pages,
            statics=files - pages - 1,
            problems=plain_problems(self.problems),
            marked=self.marked,
        )
