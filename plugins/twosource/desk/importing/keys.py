"""What keys of other generators are called here; each value that has a place is taken out, the rest is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from twosource.desk.importing.front import Meta
from twosource.newsroom.moments import Moment

TITLES = ("title",)
DATES = ("date", "publishdate", "pubdate", "created")
UPDATES = ("updated", "modified", "lastmod", "last_modified_at")
SUMMARIES = ("summary", "description", "excerpt", "abstract")
AUTHORS = ("authors", "author")
SLUGS = ("slug",)
TOPICS = ("category", "categories", "topics", "section")
TAGS = ("tags", "tag", "keywords")
ADDRESSES = ("aliases", "alias", "redirect_from", "url", "permalink", "save_as")
STATES = ("draft", "status", "published")
"""Whether it was published there: here everything begins as a draft."""

SPACED_ZONE = re.compile(r"(\d\d:\d\d(?::\d\d)?(?:\.\d+)?)[^\S\n]*(Z|[+-]\d\d:?\d\d)$")
DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
OLD_ADDRESS = re.compile(r"/[^\s?#%\\<>\"]+/")


class Metadata:
    """The metadata of one file, from which values are taken by any of their names, whatever their case."""

    def __init__(self, meta: Meta) -> None:
        self._left = dict(meta)

    def take(self, names: Iterable[str]) -> Iterator[Any]:
        """Values under these names, in the order of the names."""
        for name in names:
            for key in [key for key in self._left if key.lower() == name]:
                yield self._left.pop(key)

    def texts(self, names: Iterable[str], parted: bool = True) -> tuple[str, ...]:
        """The same as single texts; one may hold several, parted by semicolons or else commas, and a map has a name."""
        found = (text for value in self.take(names) for text in _several(value, parted))
        return tuple(dict.fromkeys(text for text in found if text))

    def text(self, names: Iterable[str]) -> str:
        """The first text under these names, in one line."""
        found = [value for value in self.take(names) if isinstance(value, str)]
        return _one_line(found[0]) if found else ""

    @property
    def left(self) -> Meta:
        """What had no place."""
        return {key: value for key, value in self._left.items() if value not in ("", [], {})}


def _several(value: Any, parted: bool) -> Iterator[str]:
    if isinstance(value, str):
        parts = value.strip("[] ").split(";" if ";" in value else ",") if parted else [value]
        yield from map(_one_line, parts)
    elif isinstance(value, dict):
        yield _one_line(str(value.get("name", "")))
    else:
        for item in value if isinstance(value, list) else ():
            yield from _several(item, False)


def _one_line(text: str) -> str:
    """A text in one line, without signs that nobody sees."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable()).strip()


def moment(text: str) -> tuple[str, str]:
    """A date in the form of a story's, and what was lost of it; both empty where it is no date.

    A time without a zone is no point of time: of it the day is kept.
    """
    zoned = SPACED_ZONE.sub(_joined, text.strip()).replace(" ", "T", 1)
    if Moment.parse(zoned):
        return zoned, ""
    found = DAY.match(text.strip())
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
    if Moment.parse(day) is None:
        return "", ""
    return day, "" if found and not text.strip()[found.end() :] else f"of “{text.strip()}” only the day is kept"


def _joined(found: re.Match[str]) -> str:
    zone = found[2] if found[2] == "Z" or ":" in found[2] else f"{found[2][:3]}:{found[2][3:]}"
    return f"{found[1]}{zone}"


def old_addresses(texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Former addresses from which a redirect can be printed, and those from which none can."""
    found = [text.strip() for text in texts]
    made = {text: f"/{text.strip('/')}/" for text in found}
    good = [
        made[text]
        for text in found
        if text.strip("/") and "." not in text.rpartition("/")[2] and _is_address(made[text])
    ]
    bad = [text for text in found if made[text] not in good]
    return tuple(dict.fromkeys(good)), tuple(bad)


def _is_address(text: str) -> bool:
    return bool(OLD_ADDRESS.fullmatch(text)) and "//" not in text and ".." not in text and ":" not in text
