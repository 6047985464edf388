"""Every address of the site, in one place, and the check that no two things claim the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem, in_order

HOME, TOPICS, ENTITIES, GLOSSARY = "/", "/topics/", "/entities/", "/glossary/"
METHODOLOGY, PUBLISHERS = "/methodology/", "/methodology/publishers/"
TRENDS, WATCH, CORRECTIONS, SEARCH = "/trends/", "/watch/", "/corrections/", "/search/"
ARCHIVE, ABOUT, NOT_FOUND = "/archive/", "/about/", "/404.html"
ALL_FEED, CORRECTIONS_FEED, JSON_FEED = "/feeds/all.atom.xml", "/feeds/corrections.atom.xml", "/feed.json"
CALENDAR, ROBOTS, OPENSEARCH = "/watch.ics", "/robots.txt", "/opensearch.xml"
STORY_SCHEMA = "/data/story.schema.json"

FIXED = (
    HOME,
    "/stories/",
    TOPICS,
    ENTITIES,
    GLOSSARY,
    METHODOLOGY,
    PUBLISHERS,
    TRENDS,
    WATCH,
    CORRECTIONS,
    SEARCH,
    ARCHIVE,
    ABOUT,
    ALL_FEED,
    CORRECTIONS_FEED,
)
"""Addresses that stand whatever the library holds, as far as anything written could hit them."""

RESERVED = ("/data/", "/feeds/", "/cards/", "/pagefind/", "/theme/", "/static/")
"""Folders that belong to the machinery: no former address may lie in them."""

FORM = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)+")
"""What a former address looks like: `/old/address/`."""

PAGED = re.compile(r"/(?:(?:topics|entities)/[^/]+/page|archive)/\d+/")
"""Further pages of a list, and the years of an archive."""


def story(slug: str) -> str:
    """A story."""
    return f"/stories/{slug}/"


def topic(name: str, page: int = 1) -> str:
    """A topic, or a further page of its list."""
    return paged(f"/topics/{name}/", page)


def entity(name: str, page: int = 1) -> str:
    """An entity, or a further page of its list."""
    return paged(f"/entities/{name}/", page)


def paged(address: str, page: int) -> str:
    """A further page of a list; the first is the list itself."""
    return address if page == 1 else f"{address}page/{page}/"


def term(name: str) -> str:
    """A glossary entry."""
    return f"/glossary/{name}/"


def publisher(name: str) -> str:
    """A publisher's row in the registry."""
    return f"{PUBLISHERS}#publisher-{name}"


def archive_year(year: int) -> str:
    """One year of a large archive."""
    return f"/archive/{year}/"


def trend(topic_id: str) -> str:
    """The longitudinal view of a topic."""
    return f"/trends/{topic_id}/"


def topic_feed(topic_id: str) -> str:
    """The feed of a topic."""
    return f"/feeds/{topic_id}.atom.xml"


def data(name: str, ending: str = "json") -> str:
    """A file of open data."""
    return f"/data/{name}.{ending}"


def story_data(slug: str) -> str:
    """A story in machine form."""
    return f"/data/stories/{slug}.json"


def sitemap(page: int = 1) -> str:
    """A part of the sitemap; one is enough below 50,000 pages."""
    return "/sitemap.xml" if page == 1 else f"/sitemap-{page}.xml"


def check_addresses(library: Library) -> tuple[Problem, ...]:
    """Problems with addresses: former ones that are malformed or taken, and topics that hit a feed."""
    taken = dict.fromkeys(FIXED, "the site itself")
    problems = [*_claim(taken, _owned(library)), *_claim(taken, _former(library))]
    return in_order((*problems, *_malformed(library)))


def _owned(library: Library) -> Iterator[tuple[str, Place, str]]:
    for name in library.topics:
        place = library.hub.where.place("topics")
        for address in (topic(name), trend(name), topic_feed(name)):
            yield address, place, f"the topic `{name}`"
    for found in library.entities.values():
        yield entity(found.id), found.where.place("name"), f"the entity `{found.id}`"
    for entry in library.terms.values():
        yield term(entry.id), entry.where.place("term"), f"the glossary entry `{entry.id}`"
    for held in {held.slug: held for held in library.stories}.values():  # two of one slug: rule duplicate-slug
        yield story(held.slug), held.where.place("title"), f"the story `{held.slug}`"


def _former(library: Library) -> Iterator[tuple[str, Place, str]]:
    for held in library.stories:
        for index, alias in enumerate(held.aliases):
            yield alias, held.where.place("aliases", index), f"an alias of `{held.slug}`"


def _claim(taken: dict[str, str], claims: Iterator[tuple[str, Place, str]]) -> Iterator[Problem]:
    for address, place, claimant in claims:
        first = taken.setdefault(address.lower(), claimant)
        if first is not claimant:
            what = f"{address} is claimed by {claimant} and already belongs to {first}."
            yield Problem(place, "address-taken", what, "Give one of the two another address.")


def _malformed(library: Library) -> Iterator[Problem]:
    for alias, place, _ in _former(library):
        if not FORM.fullmatch(alias):
            yield Problem(
                place,
                "address-taken",
                f"`{alias}` is not an address that could be redirected.",
                "Write it as /old/address/, with a slash at both ends.",
            )
        elif alias.startswith(RESERVED) or PAGED.fullmatch(alias):
            yield Problem(
                place,
                "address-taken",
                f"`{alias}` lies where the site keeps files of its own.",
                "Take the alias out; nothing of yours was ever published there.",
            )
