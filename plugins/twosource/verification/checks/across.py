"""What stories must agree on with each other: one fact has one figure, and an old address leads somewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from twosource.newsroom.moments import PartialDate
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import Status
from twosource.newsroom.ties import Ties, Where
from twosource.verification.figures.across import Told, told_of, told_otherwise


class Account(NamedTuple):
    """One judged story as checks across stories meet it; plain values, which a cache can keep."""

    ties: Ties
    """Its names and addresses."""
    instant: float
    """Its date: seconds since 1970, UTC."""
    facts: tuple[Told, ...]
    """Its key facts; none of a retracted story."""


def account_of(story: Story, ties: Ties) -> Account:
    """Reduce one judged story to what it tells."""
    day = PartialDate.of_day(story.date.day)
    facts = tuple(told_of(story.slug, n, fact.text, fact.as_of or day) for n, fact in enumerate(story.facts, 1))
    standing = story.status is not Status.RETRACTED
    return Account(ties, story.date.instant.timestamp(), facts if standing else ())


def check_accounts(accounts: Sequence[Account], slugs: Collection[str], where: Where) -> Iterator[Problem]:
    """Every problem of judged stories with each other; `slugs` are those of all stories."""
    for check in CHECKS_ACROSS:
        yield from check(accounts, slugs, where)


def old_addresses(accounts: Sequence[Account], slugs: Collection[str], where: Where) -> Iterator[Problem]:
    """An address that a story once had still leads to a story: to it, or to the one whose file it was begun from."""
    taken = {f"/stories/{slug}/" for slug in slugs}
    for story in [account.ties for account in accounts]:
        for address in story.published:
            if address not in taken and address not in story.aliases:
                yield found(
                    where(story.path).place("aliases") if story.aliases else Place(story.path, 1, 1),
                    "moved-without-alias",
                    f"The story was published at {address}, which leads nowhere now.",
                    f"Add `{address}` to `aliases:`.",
                )


def stories_agree(accounts: Sequence[Account], slugs: Collection[str], where: Where) -> Iterator[Problem]:
    """A fact is given one figure for one time in the whole hub; reported at the story that came later."""
    ordered = sorted(accounts, key=lambda one: (one.instant, one.ties.slug))
    paths = {one.ties.slug: one.ties.path for one in ordered}
    for one in told_otherwise([fact for account in ordered for fact in account.facts]):
        later, earlier = one.later, one.earlier
        yield found(
            where(paths[later.story]).place("facts", later.n - 1, "text"),
            "stories-disagree",
            f"“{one.says}” here is “{one.said}” in key fact {earlier.n} of `{earlier.story}`.",
            "Correct one of them, or say in both for when and by whom.",
        )


CHECKS_ACROSS: tuple[Callable[[Sequence[Account], Collection[str], Where], Iterator[Problem]], ...] = (
    old_addresses,
    stories_agree,
)
"""Every check of judged stories together."""
