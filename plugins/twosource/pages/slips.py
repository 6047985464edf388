"""A slip for every story: kept where nothing changed that it follows from, made by the staff elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from twosource.newsroom.files import digest_of, read_text
from twosource.newsroom.loading import Masthead
from twosource.newsroom.lock_file import read_lock
from twosource.newsroom.look import STORY_FILES
from twosource.newsroom.survey import FileMark
from twosource.pages.assignment import Assignment
from twosource.pages.bureau import Reading
from twosource.pages.slip import File, Slip, prints_in
from twosource.pages.staff import Staff
from twosource.pages.standing_counts import count_standing
from twosource.verification.boilerplate import Print, Standing, prints_of


def read_slips(asked: Assignment, masthead: Masthead, staff: Staff, key: bytes) -> Mapping[str, Slip]:
    """A slip for every story: kept where its files and all that it is judged by are the same, new elsewhere."""
    paths, marks = masthead.stories.texts, asked.look.stories
    known = _known(asked, paths)
    suspects = _suspects(asked, paths, key)
    files = {path: _digests(path, marks) for path in suspects}
    fresh = [path for path in suspects if _is_unread(path, marks) or not _holds(known.get(path), files[path], key)]
    readings = _read(asked, staff, fresh)
    locks = {path: (files[path] if path in files else known[path].files)[1] for path in paths}
    locks |= {path: lock for path, lock, _ in readings.values()}
    standing = _standing(asked, masthead, locks, known, readings)
    if standing:
        readings |= _read(asked, staff, _moved(asked.root, standing, known, readings))
    left_out = {path: _left_out(path, standing, known, readings) for path in readings}
    del readings  # ten thousand fingerprints: what is judged next takes their place in memory
    judged = _judge(asked, staff, known, left_out)
    files |= {path: slip.files for path, slip in judged.items()}
    _keep(asked, files, paths)
    return {path: judged.get(path) or known[path] for path in paths}


def _known(asked: Assignment, paths: Sequence[str]) -> Mapping[str, Slip]:
    """Slips that were made earlier, whether they still hold or not."""
    if asked.before:
        slips = asked.before.slips
        return slips if slips.keys() == set(paths) else {path: slips[path] for path in paths if path in slips}
    kept = asked.morgue.entries(SLIPS)
    return {path: Slip(*kept[path]) for path in paths if path in kept}


def _suspects(asked: Assignment, paths: Sequence[str], key: bytes) -> Sequence[str]:
    """Stories whose slips may not hold: all, or those whose files have other marks than before in this process."""
    before = asked.before
    if before is None or before.office.key != key:
        return paths
    was, now = before.look.stories, asked.look.stories
    moved = {story_of(name) for name in was.keys() ^ now.keys()}
    moved |= {story_of(name) for name, mark in now.items() if was.get(name) is not mark}
    return [path for path in paths if path in moved or path not in before.slips]


def _holds(slip: Slip | None, files: tuple[str, str], key: bytes) -> bool:
    return slip is not None and (slip.files, slip.key) == (files, key)


def lock_of(path: str) -> str:
    return f"{path.removesuffix('.md')}.lock"


def story_of(path: str) -> str:
    return f"{path.removesuffix('.lock')}.md" if path.endswith(".lock") else path


def _digests(path: str, marks: Mapping[str, FileMark]) -> tuple[str, str]:
    lock = marks.get(lock_of(path))
    return marks[path].digest, lock.digest if lock else ""


def _is_unread(path: str, marks: Mapping[str, FileMark]) -> bool:
    """True where nobody knows what is in a story's file, or in a lock that lies beside it since the last run."""
    lock = marks.get(lock_of(path))
    return not marks[path].digest or (lock is not None and not lock.digest)


def _read(asked: Assignment, staff: Staff, paths: Sequence[str]) -> dict[str, Reading]:
    staff.need(len(paths))
    with asked.stage("reading locks", len(paths)) as tell:
        shares = staff.shares(paths, str)
        return {one[0]: one for one in chain.from_iterable(staff.each("read_locks", shares, tell=tell))}


def _judge(
    asked: Assignment, staff: Staff, known: Mapping[str, Slip], left_out: Mapping[str, frozenset[bytes]]
) -> dict[str, Slip]:
    """Slips of the stories whose locks were read; what else is kept of them goes into the morgue at once."""
    judged: dict[str, Slip] = {}
    with asked.stage("reading and judging", len(left_out)) as tell:
        shares = staff.shares(left_out.items(), lambda item: item[0])
        for path, slip, file in chain.from_iterable(staff.each("judge", shares, tell=tell)):
            if asked.extras.lenient and _stays(slip, known.get(path)):
                judged[path] = _as_it_was(slip, known[path])
                asked.morgue.put(SLIPS, path, tuple(judged[path]))
                continue
            judged[path] = slip
            asked.morgue.put(SLIPS, path, tuple(slip))
            for part, value in file._asdict().items():
                asked.morgue.put(part, path, value)
    return judged


def _stays(slip: Slip, before: Slip | None) -> bool:
    """True for a story that cannot be judged as it is, and could be when it was last read."""
    return slip.row is None and not slip.account and before is not None and before.row is not None


def _as_it_was(slip: Slip, before: Slip) -> Slip:
    """The slip of a story that stays as it was laid out, with what is wrong in it now; it has a row and no account."""
    return before._replace(
        files=slip.files,
        key=slip.key,
        left_out=slip.left_out,
        reading=slip.reading,
        evidence=slip.evidence,
        account=slip.account,
        pleas=slip.pleas,
    )


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
    lock, _ = read_lock(read_text(root, lock_of(path)).text, lock_of(path))
    return prints_of(lock) if lock else ()


def _keep(asked: Assignment, files: Mapping[str, tuple[str, str]], paths: Sequence[str]) -> None:
    """Put the marks of files into the morgue, with the digests of what was read, and take out what is gone."""
    morgue, marks = asked.morgue, asked.look.stories
    was = asked.before.look.stories if asked.before else {}
    kept = was or morgue.entries(STORY_FILES)
    # In the process that made it, a mark is the very same; out of the morgue it is an equal one.
    moved = [(n, m) for n, m in marks.items() if not m.digest or ((held := kept.get(n)) is not m and held != m)]
    for name, mark in moved:
        story = story_of(name)
        digest = files[story][name != story] if story in files else mark.digest or digest_of(f"{asked.root}/{name}")
        if digest != mark.digest:
            marks[name] = mark._replace(digest=digest)
    morgue.update(STORY_FILES, {name: tuple(marks[name]) for name, _ in moved})
    if was.keys() != marks.keys():
        morgue.keep_only(STORY_FILES, marks)
    if asked.before is None or asked.before.slips.keys() != set(paths):
        for kind in (SLIPS, *File._fields) if morgue.entries(SLIPS).keys() - set(paths) else ():
            morgue.keep_only(kind, set(paths))


SLIPS, STANDING = "slip", "standing"
"""Kinds of entries in the morgue."""
