"""Structured data: JSON that parses, in words that schema.org knows, and on each kind of page what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.judges.fault import Fault
from tests.judges.site import Site, kind, pages, tree
from tests.judges.vocabulary import NUMBERS, TEXTS, Vocabulary, listed, short, vocabulary

WANTED = {
    "/stories/*/": ("NewsArticle", "BreadcrumbList"),
    "/glossary/": ("DefinedTermSet",),
    "/glossary/*/": ("DefinedTerm",),
    "/trends/": ("Dataset",),
    "/trends/*/": ("Dataset",),
    "/topics/*/": ("ItemList",),
}
"""What a page of a kind must say that it is."""

NEEDED = {
    "NewsArticle": ("headline", "datePublished", "dateModified", "author", "publisher", "image", "citation"),
    "BreadcrumbList": ("itemListElement",),
    "ItemList": ("itemListElement",),
    "ListItem": ("position",),
    "DefinedTerm": ("name",),
    "DefinedTermSet": ("name", "hasDefinedTerm"),
    "Dataset": ("name", "description", "distribution", "license"),
    "DataDownload": ("contentUrl", "encodingFormat"),
}
"""What a thing of a type must say for those who read it: search engines, libraries, catalogues of data."""

DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
SPAN = re.compile(rf"{DATE.pattern}|{DATE.pattern}/({DATE.pattern}|\.\.)")
ADDRESS = re.compile(r"(https?|mailto|urn):\S+")


def linked_data(site: Site) -> tuple[Fault, ...]:
    """Faults in the structured data of any page."""
    return tuple(Fault(page, what) for page in pages(site) for what in in_page(site, page))


def in_page(site: Site, page: str) -> Iterator[str]:
    """What is wrong with the data of one page."""
    found = set[str]()
    for block in tree(site, page).xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(block)
        except ValueError as error:
            yield f"the structured data is no JSON: {error}"
            continue
        if not str(data.get("@context", "")).rstrip("/").endswith("//schema.org"):
            yield f"@context is {data.get('@context')!r}, not https://schema.org"
        for thing in listed(data.get("@graph", data)):
            found |= {str(name) for name in listed(thing.get("@type", []))}
            yield from in_thing(vocabulary(), thing, "")
    yield from (f"no {name} is described" for name in WANTED.get(kind(page), ()) if name not in found)


def in_thing(words: Vocabulary, thing: dict[str, Any], where: str) -> Iterator[str]:
    """What is wrong with one thing and all that hangs on it; where is the way to it, such as NewsArticle.author."""
    kinds = [str(name) for name in listed(thing.get("@type", []))]
    if not kinds:
        if set(thing) != {"@id"}:
            yield f"{where or 'a thing'} has no @type"
        return
    where = where or kinds[0]
    yield from (f"{where}: schema.org knows no type {name}" for name in kinds if name not in words.parents)
    known = frozenset[str]().union(*map(words.ancestors, kinds))
    yield from (
        f"{where} ({name}) has no {key}" for name in kinds for key in NEEDED.get(name, ()) if not thing.get(key)
    )
    for key, value in thing.items():
        if not key.startswith("@"):
            yield from in_property(words, known, key, value, where)


def in_property(words: Vocabulary, known: frozenset[str], key: str, value: Any, where: str) -> Iterator[str]:
    """What is wrong with one thing's property."""
    if key not in words.domains:
        yield f"{where}: schema.org knows no property {key}"
        return
    if not words.domains[key] & known:
        yield f"{where} may not have {key}: that is for {', '.join(sorted(words.domains[key]))}"
    for one in listed(value):
        if isinstance(one, dict):
            yield from in_thing(words, one, f"{where}.{key}")
        if not fits(words, words.ranges[key], one):
            yield f"{where}.{key} may not be {str(one)[:80]!r}: {', '.join(sorted(words.ranges[key]))} is wanted"


def fits(words: Vocabulary, wanted: frozenset[str], value: Any) -> bool:
    """Whether a value is of one of the types that are wanted; plain text stands for a thing's name or address."""
    if isinstance(value, dict):
        kinds = listed(value.get("@type", []))
        return not kinds or bool(wanted & frozenset[str]().union(*map(words.ancestors, kinds)))
    if isinstance(value, bool):
        return "Boolean" in wanted
    if isinstance(value, int | float):
        return bool(wanted & (NUMBERS | {"Text"}))
    if not isinstance(value, str) or not value.strip():
        return False
    return spoken(words, wanted, value)


def spoken(words: Vocabulary, wanted: frozenset[str], value: str) -> bool:
    """Whether a text is what is wanted: an address, a date, a member of an enumeration, or plain words."""
    if ADDRESS.fullmatch(value):
        member = words.members.get(short(value))
        return member in wanted if member else not wanted <= (NUMBERS | {"Boolean", "Date", "DateTime", "Time"})
    if "Text" in wanted:
        return True
    if wanted & {"Date", "DateTime"} and (SPAN if "Duration" in wanted else DATE).fullmatch(value):
        return True
    return bool(wanted & (TEXTS - {"URL", "Date", "DateTime", "Time"}))
