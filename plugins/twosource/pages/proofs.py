"""The proofs: every problem of a hub, told from slips, so that no story need be opened for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from twosource.newsroom.checks import check_across
from twosource.newsroom.loading import Masthead
from twosource.newsroom.lost_locks import lost_locks
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import Problem, in_order
from twosource.newsroom.ties import ties_in_order
from twosource.pages.claims import check_addresses
from twosource.pages.house import House
from twosource.pages.link_checks import check_house_links, dead_links, known_addresses
from twosource.pages.slip import Slip, account_on, plain_problems, problems_of, ties_on
from twosource.verification.checks.across import check_accounts

KIND = "proof"
"""Kind of entries in the morgue."""


def all_problems(
    root: Path, masthead: Masthead, house: House, slips: Mapping[str, Slip], own: Iterable[Problem], morgue: Morgue
) -> tuple[Problem, ...]:
    """Every problem, by place; `own` are those of the masthead by itself."""
    ties = ties_in_order([ties_on(slip) for slip in slips.values()])
    across = [*check_across(ties), *lost_locks(root, masthead.stories, ties)]
    doubled = {problem.place.path for problem in across if problem.rule == "duplicate-slug"}
    judged = [slip for path, slip in slips.items() if path not in doubled]
    told = (problem for problem in chain(across, own) if problem.rule not in masthead.silent)
    names = [(one.slug, one.aliases, one.title_at) for one in ties]
    return in_order((
        *masthead.library.problems,
        *masthead.astray,
        *told,
        *(problem for slip in slips.values() for problem in problems_of(slip.reading)),
        *(problem for slip in judged for problem in problems_of(slip.evidence)),
        *_once(morgue, "accounts", [slip.told for slip in judged], lambda: _disagreements(judged, slips)),
        *_once(morgue, "addresses", [house.library.digests, names], lambda: check_addresses(masthead.library, ties)),
        *_links(masthead, house, slips),
    ))


def publishable(slips: Iterable[Slip], as_of: datetime) -> list[Slip]:
    """Slips of the stories that readers may see at a moment; of two at one address the first, by path."""
    now = as_of.timestamp()
    by_slug = {ties_on(slip).slug: slip for slip in reversed(list(slips)) if slip.seen_from is not None and slip.seen_from <= now}
    return list(by_slug.values())


def _once(morgue: Morgue, name: str, made_from: object, find: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """Problems that were found before, if all that they are found in is the same."""
    mark = blake2b(repr(made_from).encode(), digest_size=16).digest()
    entry = morgue.entries(KIND).get(name)
    if entry and entry[0] == mark:
        return problems_of(entry[1])
    found = tuple(find())
    morgue.put(KIND, name, (mark, plain_problems(found)))
    return found


def _disagreements(judged: Sequence[Slip], slips: Mapping[str, Slip]) -> Iterable[Problem]:
    accounts = [account for slip in judged if (account := account_on(slip))]
    return check_accounts(accounts, [ties_on(slip).slug for slip in slips.values()])
