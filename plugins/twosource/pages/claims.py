"""Who claims which address, and the check that the press could print them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem, in_order
from twosource.pages import addresses
from twosource.pages.page import path_of
from twosource.pages.paths import bad_name, clashes

FORM = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)+")
"""What a former address looks like: `/old/address/`."""

GROWING = re.compile(
    r"/(?:(?:(?:topics|entities)/[^/]+|watch|corrections)/page/.*|archive/\d+(?:-\d\d)?/(?:index\.html/.*)?"
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
    place: Place
    claimant: str


def check_addresses(library: Library) -> tuple[Problem, ...]:
    """Problems with addresses: malformed or taken ones, and ids too long for the name of a file."""
    former = tuple(_former(library))
    refused = [problem for alias, place, _ in former if (problem := _malformed(alias, place))]
    fitting = (claim for claim in former if not _malformed(claim[0], claim[1]))
    written = (*_fixed(library), *_owned(library), *fitting)
    claims = [Claim(order, *claim) for order, claim in enumerate(written)]
    return in_order((*_taken(claims), *_too_long(library), *refused))


def _fixed(library: Library) -> Iterator[tuple[str, Place, str]]:
    for address in addresses.FIXED:
        yield address, library.hub.where.place("name"), "the site itself"


def _owned(library: Library) -> Iterator[tuple[str, Place, str]]:
    for name in library.topics:
        place = library.hub.where.place("topics")
        for address in (addresses.topic(name), addresses.trend(name), addresses.topic_feed(name)):
            yield address, place, f"the topic `{name}`"
    for found in library.entities.values():
        yield addresses.entity(found.id), found.where.place("name"), f"the entity `{found.id}`"
    for entry in library.terms.values():
        yield addresses.term(entry.id), entry.where.place("term"), f"the glossary entry `{entry.id}`"
    for held in {held.slug: held for held in library.stories}.values():  # two of one slug: rule duplicate-slug
        yield addresses.story(held.slug), held.where.place("title"), f"the story `{held.slug}`"


def _former(library: Library) -> Iterator[tuple[str, Place, str]]:
    for held in library.stories:
        for index, alias in enumerate(held.aliases):
            if alias and alias not in held.aliases[:index]:  # else it is told as bad-alias or as duplicate-id
                yield alias, held.where.place("aliases", index), f"an alias of `{held.slug}`"


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


def _malformed(alias: str, place: Place) -> Problem | None:
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
    return Problem(place, "address-taken", f"`{alias}` {what}.", hint)


def _too_long(library: Library) -> Iterator[Problem]:
    """Ids that make the name of a file longer than file systems hold; those of records name a file already."""
    for topic in library.topics:
        files = (addresses.topic(topic), addresses.topic_feed(topic), addresses.data(f"trends-{topic}"))
        if any(bad_name(path_of(file)) for file in files):
            yield _long(library.hub.where.place("topics"), topic)
    for story in library.stories:
        if any(bad_name(path_of(file)) for file in (addresses.story(story.slug), addresses.story_data(story.slug))):
            yield _long(story.where.place("slug"), story.slug)


def _long(place: Place, name: str) -> Problem:
    what = f"The id `{name[:20]}…` has {len(name)} letters: too many for the name of a file."
    return Problem(place, "bad-id", what, "Give it a shorter id; under 200 letters is safe everywhere.")
