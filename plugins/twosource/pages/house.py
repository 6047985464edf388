"""The house: what all pages have in common, and no story in it. When any of it changes, every page is made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from twosource.newsroom.library import Library
from twosource.newsroom.reference import Topic
from twosource.newsroom.written_dates import MONTH_NAMES
from twosource.pages.extras import USUAL, Extras
from twosource.pages.glossing import Glossary, make_glossary
from twosource.verification.case import agency_names


@dataclass(frozen=True, slots=True)
class House:
    """Reference data and settings of a site at a moment."""

    library: Library
    """What was read, without stories, locks and problems."""
    topics: Mapping[str, Topic]
    """Topics by id, in the hub's order."""
    agencies: Mapping[str, str]
    """Publisher ids by every name under which an agency or another publisher is credited."""
    proper: frozenset[str]
    """Words of the names of entities and publishers, and of months: they keep their capital."""
    glossary: Glossary
    """Terms, ready to be found."""
    as_of: datetime
    """The moment for which the site is made."""
    day: date
    """The day of that moment, UTC."""
    site_url: str
    """Absolute address, without a final slash."""
    base: str
    """Path below which the site is hosted; empty at a root."""
    index: str
    """Address of the script of a search index that stands beside the pages; empty where there is none."""
    extras: Extras
    """What the site has beside its pages."""


def open_house(library: Library, as_of: datetime, site_url: str, index: str = "", extras: Extras = USUAL) -> House:
    """What pages share at a moment, under an absolute address such as `https://example.org/hub`.

    `index` is the address, below it, of the script of a search index that stands there: `/pagefind/pagefind.js`.
    """
    site = site_url.rstrip("/")
    return House(
        library=replace(library, stories=(), locks={}, digests={}, problems=()),
        topics=library.topics,
        agencies=agency_names(library),
        proper=_proper(library),
        glossary=make_glossary(library.terms),
        as_of=as_of,
        day=as_of.astimezone(UTC).date(),
        site_url=site,
        base=urlsplit(site).path,
        index=index,
        extras=extras,
    )


def house_again(before: House, as_of: datetime) -> House:
    """The same house at another moment."""
    return replace(before, as_of=as_of, day=as_of.astimezone(UTC).date())


def _proper(library: Library) -> frozenset[str]:
    """Capitalised words of names; articles, with which many begin, are none."""
    people = [name for held in library.entities.values() for name in (held.name, *held.aliases)]
    houses = [name for held in library.publishers.values() for name in (held.name, *held.aliases)]
    words = {word for name in (*people, *houses, *MONTH_NAMES) for word in name.split() if word[:1].isupper()}
    return frozenset(words - {"A", "An", "The"})
