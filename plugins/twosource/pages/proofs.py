"""The proofs: every problem of a hub, told from what is kept of its stories, so that none need be opened for it.

What was found of stories together is kept, too, and looked for again when something changed that it follows from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from hashlib import blake2b
from itertools import chain
from math import inf
from pathlib import Path
from typing import Any

from twosource.newsroom.by_value import bytes_of
from twosource.newsroom.checks import NAMES_ACROSS, check_across
from twosource.newsroom.checks.identity import boilerplate
from twosource.newsroom.excuses import Plea, Sorted, pleas_by_path, sort_out
from twosource.newsroom.files import read_text
from twosource.newsroom.library import Library, house_texts
from twosource.newsroom.loading import Masthead
from twosource.newsroom.lost_locks import lost_locks
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.parsing import source_map
from twosource.newsroom.problems import Problem, in_order, plain_problems, problems_of
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.ties import PARAGRAPH, Ties, Where, ties_in_order
from twosource.pages.claims import check_addresses
from twosource.pages.link_checks import Inner, Reach, dead_links, house_links
from twosource.pages.slip import Slip, account_in, ties_in
from twosource.verification.checks.across import check_accounts

KIND = "proof"
"""Kind of entries in the morgue."""

Slips = Mapping[str, Slip]
"""By path, sorted."""


def all_problems(
    root: Path,
    masthead: Masthead,
    slips: Slips,
    own: Iterable[Problem],
    lost: Mapping[str, str],
    morgue: Morgue,
    as_of: datetime,
) -> tuple[Problem, ...]:
    """Every problem, by place.

    `own` are those of the masthead by itself; `lost` are the digests of locks without a story.
    """
    across = _across(root, masthead, slips, lost, morgue)
    doubled = {problem.place.path for problem in across if problem.rule == "duplicate-slug"}
    library, alone = masthead.library, {path: slip for path, slip in slips.items() if path not in doubled}
    return in_order(
        (
            *library.problems,
            *masthead.astray,
            *(problem for problem in chain(across, own) if problem.rule not in masthead.silent),
            *(problem for slip in slips.values() if slip.reading for problem in problems_of(slip.reading)),
            *(problem for slip in alone.values() if slip.evidence for problem in problems_of(slip.evidence)),
            *_repeated(root, slips, morgue),
            *_disagreements(root, alone, slips, morgue),
            *_clashes(root, library, slips, morgue),
            *house_links(library),
            *_dead_links(library, slips, morgue, as_of.timestamp()),
        )
    )


def told_apart(library: Library, slips: Slips, problems: tuple[Problem, ...]) -> Sorted:
    """The problems, and what the files themselves excuse."""
    pleas = {path: tuple(Plea(*plea) for plea in slip.pleas) for path, slip in slips.items() if slip.pleas}
    house = ((text.path, text.ignore, text.where) for text in house_texts(library))
    return sort_out(problems, {**pleas_by_path(house), **pleas})


def publishable(slips: Slips, as_of: datetime | None) -> dict[str, Slip]:
    """Slips of the stories that readers may see at a moment, or ever; of two at one address the first, by path."""
    now = as_of.timestamp() if as_of else inf
    seen = {path: slip for path, slip in slips.items() if slip.seen_from is not None and slip.seen_from <= now}
    first = {slip.slug: path for path, slip in reversed(seen.items())}
    return {path: slip for path, slip in seen.items() if first[slip.slug] == path}


def source_maps(root: Path) -> Where:
    """Places in stories, whose files are read again for them: few are asked for."""
    return cache(lambda path: source_map(read_text(root, path).text, path))


def _across(
    root: Path, masthead: Masthead, slips: Slips, lost: Mapping[str, str], morgue: Morgue
) -> tuple[Problem, ...]:
    """Names that stories share, and locks without a story."""
    lying = masthead.stories

    def find(where: Where) -> Iterator[Problem]:
        ties = _ties(slips, morgue)
        yield from check_across(ties, where, NAMES_ACROSS)
        yield from lost_locks(root, lying, ties)

    passed_over = [problem.place.path for problem in lying.problems]
    made_from = (b"".join(slip.ties for slip in slips.values()), lying.locks, sorted(lost.items()), passed_over)
    return _once(root, slips, morgue, "across", made_from, find)


def _repeated(root: Path, slips: Slips, morgue: Morgue) -> tuple[Problem, ...]:
    """Paragraphs that stories share: told from slips alone, for this is asked anew after each edit of a text."""

    def find(where: Where) -> Iterator[Problem]:
        every = b"".join(slip.paragraphs for slip in slips.values())
        digests = [digest for digest, _ in PARAGRAPH.iter_unpack(every)]
        if len(set(digests)) < len(digests):
            bare = (Ties(path, slip.slug, (), (), slip.paragraphs, (), False, ()) for path, slip in slips.items())
            yield from boilerplate(ties_in_order(list(bare)), where)

    made_from = [(path, slip.slug, slip.paragraphs) for path, slip in slips.items()]
    return _once(root, slips, morgue, "paragraphs", made_from, find)


def _disagreements(root: Path, alone: Slips, slips: Slips, morgue: Morgue) -> tuple[Problem, ...]:
    """Facts and old addresses of judged stories that do not go together."""

    def find(where: Where) -> Iterator[Problem]:
        ties, kept = morgue.entries("ties"), morgue.entries("account")
        told = [account_in(kept[path], ties_in(ties[path])) for path, slip in alone.items() if slip.account]
        yield from check_accounts(told, [slip.slug for slip in slips.values()], where)

    named = [(path, slip.slug) for path, slip in slips.items()]
    made_from = (b"".join(slip.account for slip in alone.values()), named)
    return _once(root, slips, morgue, "accounts", made_from, find)


def _clashes(root: Path, library: Library, slips: Slips, morgue: Morgue) -> tuple[Problem, ...]:
    """Addresses that two claim, or that cannot be printed."""
    made_from = ([(slip.slug, slip.aliases) for slip in slips.values()], sorted(library.digests.items()))

    def find(where: Where) -> tuple[Problem, ...]:
        return check_addresses(library, _ties(slips, morgue), where)

    return _once(root, slips, morgue, "addresses", made_from, find)


def _dead_links(library: Library, slips: Slips, morgue: Morgue, now: float) -> Iterator[Problem]:
    links, named = morgue.drawer("links"), morgue.drawer("named")
    found = [Inner(*link) for path, slip in slips.items() if slip.links for link in links[path]]
    reach = (Reach(slip.slug, slip.aliases, named[path], _is_public(slip, now)) for path, slip in slips.items())
    return dead_links(library, found, reach)


def _is_public(slip: Slip, now: float) -> bool:
    return slip.public_from is not None and slip.public_from <= now


def _ties(slips: Slips, morgue: Morgue) -> list[Ties]:
    kept = morgue.entries("ties")
    return ties_in_order([ties_in(kept[path]) for path in slips])


def _once(
    root: Path, slips: Slips, morgue: Morgue, name: str, made_from: Any, find: Callable[[Where], Iterable[Problem]]
) -> tuple[Problem, ...]:
    """Problems that were found before, if all that they follow from is the same, the places in files too."""
    mark = blake2b(bytes_of(made_from), digest_size=16).digest()
    entry = morgue.get(KIND, name)
    if entry and entry[0] == mark and all(path in slips and slips[path].files[0] == was for path, was in entry[1]):
        return problems_of(entry[2])
    maps, asked = source_maps(root), set[str]()

    def where(path: str) -> SourceMap:
        asked.add(path)
        return maps(path)

    found = tuple(find(where))
    morgue.put(KIND, name, (mark, tuple((path, slips[path].files[0]) for path in sorted(asked)), plain_problems(found)))
    return found
