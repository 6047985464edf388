"""A shift: one run of the newsroom, from the files of a hub to its problems and its sheets, with the least work.

What was reckoned before and still holds comes out of the morgue; the rest is done by the staff. A run without a morgue
does everything, and finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from twosource.newsroom.files import digest_of, read_text
from twosource.newsroom.loading import Masthead
from twosource.newsroom.lock_file import read_lock
from twosource.newsroom.look import STORY_FILES, Look
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import Problem
from twosource.newsroom.survey import FileMark
from twosource.pages.bureau import Bureau, Reading
from twosource.pages.extras import USUAL, Extras
from twosource.pages.front_office import open_front_office
from twosource.pages.house import House, open_house
from twosource.pages.proofs import all_problems, publishable
from twosource.pages.slip import File, Slip, prints_in, row_on
from twosource.pages.staff import Staff
from twosource.pages.standing_counts import count_standing
from twosource.verification.boilerplate import Print, Standing, prints_of

Stage = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Opens a stage of the run by its name and its length; what it gives is told how many more are done."""


def silent_stage(name: str, length: int) -> AbstractContextManager[Callable[[int], None]]:
    """A stage that nobody watches."""
    return nullcontext(lambda more: None)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a shift is to do."""

    root: Path
    """Folder of the hub."""
    as_of: datetime
    """The moment that counts as now, UTC."""
    site_url: str
    """Absolute address of the site."""
    morgue: Morgue
    """What earlier shifts kept."""
    look: Look
    """The hub as it lies there."""
    cores: int = 1
    """Bureaus at most."""
    index: str = ""
    """Address of the script of a search index; empty where there is none."""
    extras: Extras = USUAL
    """What the site has beside its pages."""
    stage: Stage = silent_stage
    """Who watches."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A hub that was read and judged."""

    assignment: Assignment
    """What was asked."""
    masthead: Masthead
    """All that is no story."""
    house: House
    """What pages share."""
    slips: Mapping[str, Slip]
    """Every story by path, sorted."""
    problems: tuple[Problem, ...]
    """All problems, by place."""
    staff: Staff
    """Who did it, and can make the pages."""
    key: bytes
    """Of everything but stories, locks and settings that a verdict follows from."""

    @property
    def marked(self) -> tuple[str, ...]:
        """Stories that the rubric lets through without any saved copy, in the order of their slugs.

        That is no problem, yet a lost lock looks alike. Of two stories at one address neither is judged.
        """
        doubled = {found.place.path for found in self.problems if found.rule == "duplicate-slug"}
        named = sorted(self.slips.items(), key=lambda item: (item[1].slug, item[0]))
        return tuple(path for path, slip in named if slip.marked and path not in doubled)

    @property
    def moments(self) -> list[float]:
        """When stories come, or are kept for the record only from then on; seconds since 1970, UTC."""
        rows = (row for slip in self.slips.values() if (row := row_on(slip)))
        coming = [slip.public_from for slip in self.slips.values() if slip.public_from is not None]
        return coming + [row.expires for row in rows if row.expires is not None]

    def open(self) -> Bureau:
        """Lay out the newsstand in every bureau; gives the one in this process."""
        morgue, seen = self.assignment.morgue, publishable(self.slips, self.assignment.as_of)
        known = {path: (slip.files, slip.left_out) for path, slip in seen.items()}
        # Others cannot ask this process: they are given all. What is handed over is pickled by another thread than the
        # one that SQLite knows, so that it must have been read before.
        briefs = morgue.entries("brief") if self.staff.many > 1 else morgue.drawer("brief")
        self.staff.all("open", [slip.row for slip in seen.values()], known, briefs)
        morgue.forget("brief")
        return self.staff.first


@contextmanager
def open_shift(asked: Assignment) -> Iterator[Shift]:
    """Read and judge what has to be; the staff stays until the end of the block."""
    masthead, own, key = open_front_office(asked.root, asked.morgue, asked.look, asked.as_of)
    house = open_house(masthead.library, asked.as_of, asked.site_url, asked.index, asked.extras)
    with Staff(Bureau(asked.root, masthead, house, key), asked.cores) as staff:
        slips = _slips(asked, masthead, staff, key)
        lost = {path: mark.digest for path, mark in asked.look.stories.items() if _story_of(path) not in slips}
        problems = all_problems(asked.root, masthead, slips, own, lost, asked.morgue, asked.as_of)
        # What was judged holds whatever becomes of the print; saved now, most of it need not stay in memory.
        asked.morgue.save()
        asked.morgue.forget(*(part for part in File._fields if part != "brief"))
        yield Shift(asked, masthead, house, slips, problems, staff, key)


def _slips(asked: Assignment, masthead: Masthead, staff: Staff, key: bytes) -> Mapping[str, Slip]:
    """A slip for every story: kept where its files and all that it is judged by are the same, new elsewhere."""
    paths = masthead.stories.texts
    marks = asked.look.stories
    files = {path: _digests(path, marks) for path in paths}
    kept = asked.morgue.entries(SLIPS)
    known = {path: Slip(*kept[path]) for path in paths if path in kept}
    unread = {path for path in paths if _is_unread(path, marks)}
    same = {path for path, slip in known.items() if (slip.files, slip.key) == (files[path], key)} - unread
    fresh = [path for path in paths if path not in same]
    readings = _read(asked, staff, fresh)
    files |= {path: found for path, found, _ in readings.values()}
    standing = _standing(asked, masthead, {path: lock for path, (_, lock) in files.items()}, known, readings)
    if standing:
        readings |= _read(asked, staff, _moved(asked.root, standing, known, readings))
    judged = _judge(asked, staff, {path: _left_out(path, standing, known, readings) for path in readings})
    _keep(asked, files, marks)
    return {path: judged.get(path) or known[path] for path in paths}


def _lock_of(path: str) -> str:
    return f"{path.removesuffix('.md')}.lock"


def _story_of(path: str) -> str:
    return f"{path.removesuffix('.lock')}.md" if path.endswith(".lock") else path


def _digests(path: str, marks: Mapping[str, FileMark]) -> tuple[str, str]:
    lock = marks.get(_lock_of(path))
    return marks[path].digest, lock.digest if lock else ""


def _is_unread(path: str, marks: Mapping[str, FileMark]) -> bool:
    """True where nobody knows what is in a story's file, or in a lock that lies beside it since the last run."""
    lock = marks.get(_lock_of(path))
    return not marks[path].digest or (lock is not None and not lock.digest)


def _read(asked: Assignment, staff: Staff, paths: Sequence[str]) -> dict[str, Reading]:
    staff.need(len(paths))
    with asked.stage("reading", len(paths)) as tell:
        shares = staff.shares(paths, str)
        return {one[0]: one for one in chain.from_iterable(staff.each("read", shares, tell=tell))}


def _judge(asked: Assignment, staff: Staff, left_out: Mapping[str, frozenset[bytes]]) -> dict[str, Slip]:
    """Slips of the stories that were read; what else is kept of them goes into the morgue at once."""
    judged: dict[str, Slip] = {}
    with asked.stage("judging", len(left_out)) as tell:
        shares = staff.shares(left_out.items(), lambda item: item[0])
        for path, slip, file in chain.from_iterable(staff.each("judge", shares, tell=tell)):
            judged[path] = slip
            asked.morgue.put(SLIPS, path, tuple(slip))
            for part, value in file._asdict().items():
                asked.morgue.put(part, path, value)
    return judged


def _standing(
    asked: Assignment,
    masthead: Masthead,
    locks: Mapping[str, str],
    known: Mapping[str, Slip],
    readings: Mapping[str, Reading],
) -> Standing | None:
    """Standing text; None where no lock changed, so that what was left out of each story is so still."""
    least = masthead.library.rubric.independence.boilerplate_stories
    lines = (f"{path} {locks[path]}" for path in sorted(locks))
    mark = blake2b("\n".join((str(least), *lines)).encode(), digest_size=16).digest()
    if asked.morgue.get(STANDING, "locks") == mark and all(path in known for path in readings):
        return None
    asked.morgue.put(STANDING, "locks", mark)
    kept = asked.morgue.entries("prints")
    prints = {path: readings[path][2] if path in readings else prints_in(kept[path]) for path in locks}
    return count_standing(prints, locks, least, asked.morgue, lambda path: _prints_in(asked.root, path))


def _moved(root: Path, standing: Standing, known: Mapping[str, Slip], readings: Mapping[str, Reading]) -> list[str]:
    """Stories that were not read in this run, and in which other passages are standing text now."""
    rest = [(path, slip) for path, slip in known.items() if path not in readings]
    if not standing.often:
        return [path for path, slip in rest if slip.left_out]
    return [path for path, slip in rest if standing.under(path, _prints_in(root, path)) != frozenset(slip.left_out)]


def _left_out(
    path: str, standing: Standing | None, known: Mapping[str, Slip], readings: Mapping[str, Reading]
) -> frozenset[bytes]:
    return standing.under(path, readings[path][2]) if standing else frozenset(known[path].left_out)


def _prints_in(root: Path, path: str) -> tuple[Print, ...]:
    """The saved pages of a story whose lock is read once more."""
    lock, _ = read_lock(read_text(root, _lock_of(path)).text, _lock_of(path))
    return prints_of(lock) if lock else ()


def _keep(asked: Assignment, files: Mapping[str, tuple[str, str]], marks: dict[str, FileMark]) -> None:
    """Put the marks of files into the morgue, with the digests of what was read, and take out what is gone."""
    morgue = asked.morgue
    read = {name: told for path, both in files.items() for name, told in zip((path, _lock_of(path)), both, strict=True)}
    for name, mark in marks.items():
        digest = read[name] if name in read else mark.digest or digest_of(f"{asked.root}/{name}")
        if digest != mark.digest:
            marks[name] = mark._replace(digest=digest)
    morgue.update(STORY_FILES, {path: tuple(mark) for path, mark in marks.items()})
    morgue.keep_only(STORY_FILES, marks)
    if morgue.entries(SLIPS).keys() - files.keys():
        for kind in (SLIPS, *File._fields):
            morgue.keep_only(kind, files)


SLIPS, STANDING = "slip", "standing"
"""Kinds of entries in the morgue."""
