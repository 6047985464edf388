"""The proofs: every problem of a hub, told from slips, so that no story need be opened for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from twosource.newsroom.checks import check_across
from twosource.newsroom.files import read_text
from twosource.newsroom.library import Library
from twosource.newsroom.loading import Masthead
from twosource.newsroom.lost_locks import lost_locks
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.parsing import source_map
from twosource.newsroom.problems import Problem, in_order
from twosource.newsroom.ties import Where, ties_in_order
from twosource.pages.claims import check_addresses
from twosource.pages.link_checks import Inner, Reach, dead_links, house_links
from twosource.pages.slip import Slip, account_on, plain_problems, problems_of, ties_on
from twosource.verification.checks.across import check_accounts

KIND = "proof"
"""Kind of entries in the morgue."""


def all_problems(
    root: Path, masthead: Masthead, slips: Mapping[str, Slip], own: Iterable[Problem], morgue: Morgue, as_of: datetime
) -> tuple[Problem, ...]:
    """Every problem, by place; `own` are those of the masthead by itself."""
    ties, where = ties_in_order([ties_on(slip) for slip in slips.values()]), source_maps(root)
    across = [*check_across(ties, where), *lost_locks(root, masthead.stories, ties)]
    doubled = {problem.place.path for problem in across if problem.rule == "duplicate-slug"}
    judged = [slip for path, slip in slips.items() if path not in doubled]
    library, names = masthead.library, [(one.slug, one.path, one.aliases) for one in ties]
    accounts = [slip.account for slip in judged]
    return in_order(
        (
            *library.problems,
            *masthead.astray,
            *(problem for problem in chain(across, own) if problem.rule not in masthead.silent),
            *(problem for slip in slips.values() for problem in problems_of(slip.reading)),
            *(problem for slip in judged for problem in problems_of(slip.evidence)),
            *_once(morgue, "accounts", (accounts, names), lambda: _disagreements(judged, names, where)),
            *_once(morgue, "addresses", (names, library.digests), lambda: check_addresses(library, ties, where)),
            *_links(library, slips.values(), as_of),
        )
    )


def publishable(slips: Iterable[Slip], as_of: datetime) -> list[Slip]:
    """Slips of the stories that readers may see at a moment; of two at one address the first, by path."""
    now = as_of.timestamp()
    seen = [slip for slip in slips if slip.seen_from is not None and slip.seen_from <= now]
    return list({ties_on(slip).slug: slip for slip in reversed(seen)}.values())


def source_maps(root: Path) -> Where:
    """Places in stories, whose files are read again for them: few are asked for."""
    return cache(lambda path: source_map(read_text(root, path).text, path))


def _once(morgue: Morgue, name: str, made_from: object, find: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """Problems that were found before, if all that they are found in is the same."""
    mark = blake2b(repr(made_from).encode(), digest_size=16).digest()
    entry = morgue.entries(KIND).get(name)
    if entry and entry[0] == mark:
        return problems_of(entry[1])
    found = tuple(find())
    morgue.put(KIND, name, (mark, plain_problems(found)))
    return found


def _disagreements(judged: Sequence[Slip], names: Sequence[tuple[str, str, object]], where: Where) -> Iterable[Problem]:
    accounts = [account for slip in judged if (account := account_on(slip))]
    return check_accounts(accounts, [slug for slug, _, _ in names], where)


def _links(library: Library, slips: Iterable[Slip], as_of: datetime) -> Iterable[Problem]:
    """Dead links; that stories may be asked for again, they come as a list."""
    stories = list(slips)
    links = [Inner(*link) for slip in stories for link in slip.links]
    now = as_of.timestamp()
    reach = (
        Reach(ties.slug, ties.aliases, slip.named, slip.public_from is not None and slip.public_from <= now)
        for slip in stories
        for ties in (ties_on(slip),)
    )
    return (*house_links(library), *dead_links(library, links, reach))
