"""The hub as an editor sees it: what lies on disk, judged once, and one buffer judged anew at each keystroke."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from twosource.desk.lsp.forms import PARSERS, form_of
from twosource.newsroom.checks import check_across, check_house
from twosource.newsroom.drafts import soften
from twosource.newsroom.excuses import Plea, pleas_by_path, pleas_of, sort_out
from twosource.newsroom.files import read_text
from twosource.newsroom.library import Library, house_texts
from twosource.newsroom.loading import Held, Masthead, load_masthead, load_stories, topic_names
from twosource.newsroom.lost_locks import lost_locks
from twosource.newsroom.parsing import parse_story
from twosource.newsroom.problems import Problem, in_order, stop_the_press
from twosource.newsroom.story import Story
from twosource.newsroom.ties import Ties, ties_of
from twosource.pages.link_checks import story_links
from twosource.verification.boilerplate import Print, Standing, prints_of, standing_text
from twosource.verification.checks.across import Account, account_of, check_accounts
from twosource.verification.judge import UNJUDGEABLE, Common, common_of
from twosource.verification.review import Judged, judge_held
from twosource.verification.verdict import Verdict

EXCUSING = frozenset({"entity", "term", "chapter"})
"""Forms beside a story's in which warnings are excused."""


class Kept(NamedTuple):
    """One story as it was last read and judged; it is read again when its files changed, judged when anything did."""

    mark: tuple[tuple[int, int], ...]
    """Time and size of its file and of its lock."""
    held: Held
    """Story and lock."""
    prints: tuple[Print, ...]
    """Its saved pages."""
    left_out: frozenset[bytes]
    """Standing text in them."""
    judged: Judged
    """Its verdict, and what is wrong in it."""
    ties: Ties
    """What other stories see of it."""
    account: Account | None
    """What other judged stories are compared with; None where it could not be judged."""


class Shelf(NamedTuple):
    """A hub at the moment of its last save."""

    root: Path
    """Its folder."""
    moment: datetime
    """The moment by which it is judged."""
    masthead: Masthead
    """All that is no story."""
    library: Library
    """All of it."""
    kept: Mapping[str, Kept]
    """Every story, by its file."""
    problems: tuple[Problem, ...]
    """Every problem of the files on disk that none of them excuses."""
    suspected: tuple[Problem, ...]
    """The same with what they excuse."""
    common: Common
    """What all cases share."""
    standing: Standing
    """What sites print under many stories."""


class Sight(NamedTuple):
    """One buffer, read and judged."""

    problems: tuple[Problem, ...]
    """What is wrong in it, excused or not."""
    pleas: tuple[Plea, ...]
    """What it excuses."""
    story: Story | None
    """The story, for a file that holds one."""
    verdict: Verdict | None
    """Its verdict, where it can be judged."""


def open_shelf(root: Path, moment: datetime, before: Shelf | None = None) -> Shelf:
    """Read and judge the hub; of what `before` holds, only what changed."""
    masthead = load_masthead(root)
    same = before is not None and before.masthead.library.digests == masthead.library.digests
    old = before.kept if before and same and before.moment.date() == moment.date() else {}
    common = common_of(masthead.library)
    read = {path: _read(root, masthead, path, old.get(path)) for path in masthead.stories.texts}
    prints = {path: found for path, (_, _, found) in read.items()}
    standing = standing_text(prints, masthead.library.rubric.independence.boilerplate_stories)
    kept = {path: _judged(masthead, common, standing, moment, path, one, old.get(path)) for path, one in read.items()}
    library = replace(
        masthead.library,
        stories=tuple(sorted((one.held.story for one in kept.values()), key=lambda story: (story.slug, story.path))),
        locks={path: one.held.lock for path, one in kept.items() if one.held.lock},
    )
    suspected = _problems(root, masthead, library, kept)
    texts = (*library.stories, *house_texts(library))
    told = sort_out(suspected, pleas_by_path((text.path, text.ignore, text.where) for text in texts)).told
    return Shelf(root, moment, masthead, library, kept, told, suspected, common, standing)


Opened = tuple[tuple[tuple[int, int], ...], Held, tuple[Print, ...]]
"""Mark, story with lock, and saved pages."""


def _read(root: Path, masthead: Masthead, path: str, old: Kept | None) -> Opened:
    mark = tuple(_mark(root / name) for name in (path, f"{path.removesuffix('.md')}.lock"))
    if old and old.mark == mark:
        return mark, old.held, old.prints
    (held,) = load_stories(root, masthead, [path])
    return mark, held, prints_of(held.lock) if held.lock else ()


def _mark(file: Path) -> tuple[int, int]:
    try:
        told = file.stat()
    except OSError:
        return 0, 0
    return told.st_mtime_ns, told.st_size


def _judged(
    masthead: Masthead, common: Common, standing: Standing, moment: datetime, path: str, one: Opened, old: Kept | None
) -> Kept:
    mark, held, prints = one
    left_out = standing.under(path, prints)
    if old and old.held is held and old.left_out == left_out:
        return old
    judged = _with_links(judge_held(held, masthead, common, left_out, moment))
    ties = ties_of(held.story, held.lock)
    account = account_of(held.story, ties) if judged.verdict else None
    return Kept(mark, held, prints, left_out, judged, ties, account)


def _with_links(judged: Judged) -> Judged:
    """With the links of its text that lead nowhere whatever else the site has."""
    return judged._replace(reading=(*judged.reading, *story_links(judged.held.story)))


def _problems(root: Path, masthead: Masthead, library: Library, kept: Mapping[str, Kept]) -> tuple[Problem, ...]:
    """Every problem of the hub; where stories keep each other from being judged, their evidence is not told."""
    wheres = {path: one.held.story.where for path, one in kept.items()}
    ties = [one.ties for one in kept.values()]
    among = tuple(check_across(ties, wheres.__getitem__))
    barred = {problem.place.path for problem in among if problem.rule in UNJUDGEABLE}
    sound = [one for path, one in kept.items() if path not in barred]
    accounts = [one.account for one in sound if one.account]
    found = (
        *masthead.library.problems,
        *masthead.astray,
        *lost_locks(root, masthead.stories, ties),
        *check_house(masthead.library),
        *among,
        *check_accounts(accounts, [one.ties.slug for one in kept.values()], wheres.__getitem__),
    )
    told = soften(library, (problem for problem in found if problem.rule not in masthead.silent))
    own = (problem for one in kept.values() for problem in one.judged.reading)
    return in_order((*told, *own, *(problem for one in sound for problem in one.judged.evidence)))


def across(shelf: Shelf, path: str) -> tuple[Problem, ...]:
    """What the last save told of a file that the file alone does not show: another one has its address, say."""
    on_disk = frozenset(map(_said, look(shelf, path, read_text(shelf.root, path).text).problems))
    return tuple(one for one in shelf.suspected if one.place.path == path and _said(one) not in on_disk)


def told_of(shelf: Shelf, path: str, sight: Sight, beyond: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What a buffer does not excuse; `beyond` is what only the whole hub knew of its file."""
    told = sort_out((*sight.problems, *beyond), {path: sight.pleas} if sight.pleas else {}).told
    if stop_the_press(tuple(one for one in shelf.problems if one.place.path != path)):
        return tuple(one for one in told if one.rule != "ignore-idle")
    return told


def _said(problem: Problem) -> tuple[str, str, int]:
    return problem.rule, problem.message, problem.place.line


def look(shelf: Shelf, path: str, text: str) -> Sight:
    """A buffer as it stands, by itself."""
    form = form_of(path)
    if form != "story":
        if form not in PARSERS:
            return Sight((), (), None, None)
        read, found = PARSERS[form](text, path)
        return Sight(found, pleas_of(read.ignore, read.where) if form in EXCUSING else (), None, None)
    story, problems = parse_story(text, path, topic_names(shelf.library.hub))
    held = Held(story, shelf.library.locks.get(path), ((path, ""),), problems)
    left_out = shelf.standing.under(path, shelf.kept[path].prints if path in shelf.kept else ())
    judged = _with_links(judge_held(held, shelf.masthead, shelf.common, left_out, shelf.moment))
    return Sight((*judged.reading, *judged.evidence), pleas_of(story.ignore, story.where), story, judged.verdict)
