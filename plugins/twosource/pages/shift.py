"""A shift: one run of the newsroom, from the files of a hub to its problems and its sheets, with the least work.

What was reckoned before and still holds comes out of the morgue; the rest is done by the staff. A run without a morgue
does everything, and finds the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from twosource.newsroom.excuses import Excused
from twosource.newsroom.problems import Problem, in_order, stop_the_press
from twosource.pages.assignment import Assignment
from twosource.pages.bureau import Bureau
from twosource.pages.front_office import FrontOffice, open_front_office
from twosource.pages.handover import Handover
from twosource.pages.house import House, house_again, open_house
from twosource.pages.layout import EXPIRES
from twosource.pages.proofs import all_problems, publishable, told_apart
from twosource.pages.slip import File, Slip
from twosource.pages.slips import read_slips, story_of
from twosource.pages.staff import Staff
from twosource.trends.row import sharing


@dataclass(frozen=True, slots=True)
class Shift:
    """A hub that was read and judged."""

    assignment: Assignment
    """What was asked."""
    house: House
    """What pages share."""
    slips: Mapping[str, Slip]
    """Every story by path, sorted."""
    problems: tuple[Problem, ...]
    """All problems, by place."""
    excused: tuple[Excused, ...]
    """Warnings that a file lets stand, and why."""
    staff: Staff
    """Who did it, and can make the pages."""
    office: FrontOffice
    """All that is no story, with the mark of everything but stories, locks and settings that a verdict follows from."""

    @property
    def marked(self) -> tuple[str, ...]:
        """Stories that the rubric lets through without any saved copy, in the order of their slugs.

        That is no problem, yet a lost lock looks alike. Of two stories at one address neither is judged.
        """
        doubled = {found.place.path for found in self.problems if found.rule == "duplicate-slug"}
        marked = [(slip.slug, path) for path, slip in self.slips.items() if slip.marked and path not in doubled]
        return tuple(path for _, path in sorted(marked))

    @property
    def moments(self) -> list[float]:
        """When stories come, or are kept for the record only from then on; seconds since 1970, UTC."""
        coming = [slip.public_from for slip in self.slips.values() if slip.public_from is not None]
        ends = (slip.row[EXPIRES] for slip in self.slips.values() if slip.row)
        return coming + [expires for expires in ends if expires is not None]

    def open(self) -> Bureau:
        """Lay out the newsstand in every bureau; gives the one in this process."""
        asked = self.assignment
        seen = publishable(self.slips, None if asked.extras.unpublished else asked.as_of)
        known = {path: (slip.files, slip.left_out) for path, slip in seen.items()}
        rows = [slip.row for slip in seen.values() if slip.row]
        if self.staff.many > 1:
            self.staff.all("open", sharing(rows), known, asked.morgue.shared("brief"))
        else:
            before = asked.before.layout if asked.before else None
            self.staff.all("open", rows, known, asked.morgue.drawer("brief"), before)
        asked.morgue.forget("brief")
        return self.staff.first

    def hand_over(self) -> Handover:
        """What the next shift in this process may go by. Ask inside the block in which the shift is open."""
        layout = self.staff.first.layout() if self.staff.many == 1 else None
        return Handover(self.assignment.look, self.office, self.house, self.slips, layout)


class HouseError(Exception):
    """What all stories hang on has errors; holds these problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@contextmanager
def open_shift(asked: Assignment) -> Iterator[Shift]:
    """Read and judge what has to be; the staff stays until the end of the block.

    Where stories with errors are laid out, too, raises HouseError for those of everything else, before any is read.
    """
    before = asked.before
    office = open_front_office(
        asked.root, asked.morgue, asked.look, asked.as_of, before.office if before else None, asked.extras.key
    )
    if asked.extras.lenient:
        _need_house(office)
    house = _house(asked, office)
    with Staff(Bureau(asked.root, office.masthead, house, office.key), asked.cores) as staff:
        slips = read_slips(asked, office.masthead, staff, office.key)
        lost = {path: mark.digest for path, mark in asked.look.stories.items() if story_of(path) not in slips}
        found = all_problems(asked.root, office.masthead, slips, office.problems, lost, asked.morgue, asked.as_of)
        problems, excused = told_apart(office.masthead.library, slips, found)
        # What was judged holds whatever becomes of the print; saved now, most of it need not stay in memory.
        asked.morgue.save()
        asked.morgue.forget(*(part for part in File._fields if part != "brief"))
        yield Shift(asked, house, slips, problems, excused, staff, office)


def _need_house(office: FrontOffice) -> None:
    masthead = office.masthead
    told = (*masthead.library.problems, *masthead.astray, *office.problems)
    found = in_order(tuple(problem for problem in told if problem.rule not in masthead.silent))
    if stop_the_press(found) and stop_the_press(left := told_apart(masthead.library, {}, found).told):
        raise HouseError(left)


def _house(asked: Assignment, office: FrontOffice) -> House:
    before, library = asked.before, office.masthead.library
    if before and before.office.masthead.library is library:
        was = before.house
        if (was.site_url, was.index, was.extras) == (asked.site_url.rstrip("/"), asked.index, asked.extras):
            return house_again(was, asked.as_of)
    return open_house(library, asked.as_of, asked.site_url, asked.index, asked.extras)
