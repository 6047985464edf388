"""The JSON feed: version 1.1, with what it asks for and nothing of a wrong type."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.judges.fault import Fault
from tests.judges.site import Site, address_of, files

VERSION = "https://jsonfeed.org/version/1.1"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
TEXTS = {"title", "description", "user_comment", "language", "summary", "content_html", "content_text", "id"}
ADDRESSES = {"home_page_url", "feed_url", "next_url", "icon", "favicon", "url", "external_url", "image", "banner_image"}
MOMENTS = {"date_published", "date_modified"}
LISTS = {"authors": "name", "attachments": "url"}
"""Lists of objects, with the key that each of them must have one of."""

FEED = {"version", "title", "description", "user_comment", "home_page_url", "feed_url", "next_url", "icon", "favicon",
        "authors", "language", "expired", "hubs", "items"}  # fmt: skip
ITEM = {"id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
        "date_published", "date_modified", "authors", "tags", "language", "attachments"}  # fmt: skip


def json_feed(site: Site) -> tuple[Fault, ...]:
    """Faults in every JSON feed of the site; that it has none is one."""
    found = files(site, "feed.json", "*.feed.json")
    if not found:
        return (Fault("/feed.json", "there is none"),)
    return tuple(Fault(address_of(site, path), what) for path in found for what in faults(path))


def faults(path: Path) -> Iterator[str]:
    """What is wrong with one feed."""
    try:
        feed = json.loads(path.read_bytes())
    except ValueError as error:
        yield f"is no JSON: {error}"
        return
    if feed.get("version") != VERSION:
        yield f"version is {feed.get('version')!r}, not {VERSION!r}"
    yield from (f"{name} is missing" for name in ("title", "items", "feed_url", "home_page_url") if name not in feed)
    yield from strange(feed, FEED, "the feed")
    items = feed.get("items", [])
    for number, item in enumerate(items, 1):
        where = f"item {number}"
        yield from strange(item, ITEM, where)
        if not item.get("id"):
            yield f"{where} has no id"
        if not ("content_html" in item or "content_text" in item):
            yield f"{where} has neither content_html nor content_text"
        yield from (f"{where} has a relative address: {one}" for one in relative(item.get("content_html", "")))
    names = [item.get("id") for item in items]
    yield from (f"the id {name} stands twice" for name in sorted({n for n in names if n and names.count(n) > 1}))


def strange(thing: dict[str, Any], known: set[str], where: str) -> Iterator[str]:
    """Keys that the format does not know (its own begin with _), and values of a wrong type."""
    for key, value in thing.items():
        if key not in known and not key.startswith("_"):
            yield f"{where} has {key}, which JSON Feed does not know"
        elif not fits(key, value):
            yield f"{where}: {key} may not be {value!r}"


def fits(key: str, value: Any) -> bool:
    """Whether a value is of the type that its key asks for."""
    if key in TEXTS | ADDRESSES | MOMENTS:
        pattern = r"https?://.+" if key in ADDRESSES else MOMENT if key in MOMENTS else r"(?s).*\S.*"
        return isinstance(value, str) and re.fullmatch(pattern, value) is not None
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(one, dict) and LISTS[key] in one for one in value)
    if key == "tags":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return True


def relative(markup: str) -> Iterator[str]:
    """Addresses in a piece of HTML that mean nothing outside the site."""
    yield from (one for one in re.findall(r"""(?:href|src)="([^"]*)""", markup) if "://" not in one)
