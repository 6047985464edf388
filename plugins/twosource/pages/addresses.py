"""Every address of the site, in one place."""

from __future__ import annotations

import re

HOME, TOPICS, ENTITIES, GLOSSARY = "/", "/topics/", "/entities/", "/glossary/"
METHODOLOGY, PUBLISHERS = "/methodology/", "/methodology/publishers/"
NUMBERS, RULES = "/methodology/numbers/", "/methodology/rules/"
TRENDS, WATCH, CORRECTIONS, SEARCH = "/trends/", "/watch/", "/corrections/", "/search/"
ARCHIVE, ABOUT, NOT_FOUND = "/archive/", "/about/", "/404.html"
ALL_FEED, CORRECTIONS_FEED, JSON_FEED = "/feeds/all.atom.xml", "/feeds/corrections.atom.xml", "/feed.json"
CALENDAR, ROBOTS, OPENSEARCH = "/watch.ics", "/robots.txt", "/opensearch.xml"
LLMS, HEADERS = "/llms.txt", "/_headers"
STORY_SCHEMA = "/data/story.schema.json"

FIXED = (
    HOME,
    "/stories/",
    TOPICS,
    ENTITIES,
    GLOSSARY,
    METHODOLOGY,
    PUBLISHERS,
    NUMBERS,
    RULES,
    TRENDS,
    WATCH,
    CORRECTIONS,
    SEARCH,
    ARCHIVE,
    ABOUT,
    NOT_FOUND,
    ALL_FEED,
    CORRECTIONS_FEED,
    JSON_FEED,
    CALENDAR,
    ROBOTS,
    OPENSEARCH,
    LLMS,
    HEADERS,
    "/sitemap.xml",
)
"""Addresses that stand whatever the library holds, as far as anything written could hit them."""

RESERVED = ("/data/", "/feeds/", "/cards/", "/pagefind/", "/theme/", "/static/")
"""Folders that belong to the machinery, in any case: no former address may lie in them."""

LISTS = r"(?:(?:topics|entities|glossary)/(?:[^/]+/)?|methodology/publishers/|watch/|corrections/)"
"""Lists that go on over further pages."""

PAGED = re.compile(rf"/(?:{LISTS}page/\d+|archive/\d+(?:-\d\d)?)/")
"""Further pages of a list, and the years and months of an archive."""


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


def term(name: str, page: int = 1) -> str:
    """A glossary entry, or a further page of the stories that use it."""
    return paged(f"/glossary/{name}/", page)


def chapter(name: str) -> str:
    """A chapter of the methodology."""
    return f"/methodology/{name}/"


def rule(name: str) -> str:
    """A rule of the checks."""
    return f"{RULES}{name}/"


def publisher(name: str, page: int = 1) -> str:
    """A publisher's row in the registry, on that page of it where it stands."""
    return f"{paged(PUBLISHERS, page)}#publisher-{name}"


def archive(period: str) -> str:
    """A year or a month of a large archive: `2024`, `2024-05`."""
    return f"/archive/{period}/"


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


def story_card(slug: str) -> str:
    """The picture of a story for social networks."""
    return f"/cards/{slug}.png"


def sitemap(page: int = 1) -> str:
    """A part of the sitemap; one is enough below 50,000 pages."""
    return "/sitemap.xml" if page == 1 else f"/sitemap-{page}.xml"


def slug_of(address: str) -> str:
    """The story whose page or data this is; empty for any other address."""
    for before, after in (("/stories/", "/"), ("/data/stories/", ".json")):
        if address.startswith(before) and address.endswith(after):
            return address[len(before) : -len(after)]
    return ""
