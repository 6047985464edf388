"""Who claims which address, and the check that the press could print them all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem, in_order
from twosource.newsroom.rules import RULES
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.ties import Ties, Where
from twosource.pages import addresses
from twosource.pages.page import path_of
from twosource.pages.paths import bad_name, clashes

FORM = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)+")
"""What a former address looks like: `/old/address/`."""

GROWING = re.compile(
    rf"/(?:{addresses.LISTS}page/.*|archive/\d+(?:-\d\d)?/(?:index\.html/.*)?"
    r"|sitemap-\d+\.xml/.*)",
    re.IGNORECASE,
)
"""Addresses that come with more stories: further pages of a list, parts of an archive, parts of the sitemap."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An address, and whose it is."""

    order: int
    """Of two that clash the later one has to give way: what is written comes after the site's own."""
    address: str
    where: Callable[[], SourceMap]
    steps: tuple[str | int, ...]
    """Where it is claimed, in its file: found out only of claims that clash."""
    claimant: str

    @property
    def place(self) -> Place:
        return self.where().place(*self.steps)


def check_addresses(library: Library, ties: Sequence[Ties], where: Where) -> tuple[Problem, ...]:
    """Problems with addresses: malformed or taken ones, and ids too long for the name of a file.

    Of the library only what is no story is looked at; `ties` are those of all stories, in their order.
    """
    own, former = (*_fixed(library), *_owned(library, ties, where)), tuple(_former(ties, where))
    claims = [Claim(order, *claim) for order, claim in enumerate((*own, *former))]
    refused = {claim.order: problem for claim in claims[len(own) :] if (problem := _malformed(claim))}
    fitting = [claim for claim in claims if claim.order not in refused]
    return in_order((*_taken(fitting), *_too_long(library, ties, where), *refused.values()))


Claimed = tuple[str, Callable[[], SourceMap], tuple[str | int, ...], str]


def _fixed(library: Library) -> Iterator[Claimed]:
    for address in (*addresses.FIXED, *map(addresses.rule, RULES)):
        yield address, partial(getattr, library.hub, "where"), ("name",), "the site itself"


def _owned(library: Library, ties: Sequence[Ties], where: Where) -> Iterator[Claimed]:
    for name in library.topics:
        for address in (addresses.topic(name), addresses.trend(name), addresses.topic_feed(name)):
            yield address, partial(getattr, library.hub, "where"), ("topics",), f"the topic `{name}`"
    for found in library.entities.values():
        yield addresses.entity(found.id), partial(getattr, found, "where"), ("name",), f"the entity `{found.id}`"
    for entry in library.terms.values():
        yield addresses.term(entry.id), partial(getattr, entry, "where"), ("term",), f"the glossary entry `{entry.id}`"
    for note in library.notes:
        yield addresses.chapter(note.id), partial(getattr, note, "where"), ("title",), f"the chapter `{note.id}`"
    for story in {story.slug: story for story in ties}.values():  # two of one slug: rule duplicate-slug
        yield addresses.story(story.slug), partial(where, story.path), ("title",), f"the story `{story.slug}`"


def _former(ties: Sequence[Ties], where: Where) -> Iterator[Claimed]:
    for story in ties:
        for index, alias in enumerate(story.aliases):
            if alias and alias not in story.aliases[:index]:  # else it is told as bad-alias or as duplicate-id
                yield alias, partial(where, story.path), ("aliases", index), f"an alias of `{story.slug}`"


def _taken(claims: Sequence[Claim]) -> Iterator[Problem]:
    """Each claim that clashes with an earlier one, once."""
    told: set[int] = set()
    for clash in clashes([(path_of(claim.address), claim) for claim in claims]):
        first, later = sorted((clash.first, clash.second), key=lambda claim: claim.order)
        if later.order not in told:
            told.add(later.order)
            what = f"{later.address} is claimed by {later.claimant} and already belongs to {first.claimant}."
            if first.address.lower() != later.address.lower():
                what = f"{later.address}, {later.claimant}, and {first.address}, {first.claimant}, {clash.how}."
            yield Problem(later.place, "address-taken", what, "Give one of the two another address.")


def _malformed(claim: Claim) -> Problem | None:
    alias = claim.address
    if not FORM.fullmatch(alias):
        what, hint = (
            "is not an address that could be redirected",
            "Write it as /old/address/, with a slash at both ends.",
        )
    elif alias.lower().startswith(addresses.RESERVED) or GROWING.fullmatch(alias):
        what = "lies where the site keeps files of its own"
        hint = "Take the alias out; nothing of yours was ever published there."
    elif reason := bad_name(path_of(alias)):
        what, hint = f"cannot be a file: it {reason}", "Take the alias out, or write it as it really was."
    else:
        return None
    return Problem(claim.place, "address-taken", f"`{alias}` {what}.", hint)


def _too_long(library: Library, ties: Sequence[Ties], where: Where) -> Iterator[Problem]:
    """Ids that make the name of a file longer than file systems hold; those of records name a file already."""
    for topic in library.topics:
        files = (addresses.topic(topic), addresses.topic_feed(topic), addresses.data(f"trends-{topic}"))
        if any(bad_name(path_of(file)) for file in files):
            yield _long(library.hub.where.place("topics"), topic)
    for story in ties:
        if any(bad_name(path_of(file)) for file in (addresses.story(story.slug), addresses.story_data(story.slug))):
            yield _long(where(story.path).place("slug"), story.slug)


def _long(place: Place, name: str) -> Problem:
    what = f"The id `{name[:20]}…` has {len(name)} letters: too many for the name of a file."
    return Problem(place, "bad-id", what, "Give it a shorter id; under 200 letters is safe everywhere.")
