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
PLURAL = frozenset({"authors", "categories", "topics", "tags", "keywords", "aliases"})
"""Keys whose text may list several by commas; under another one, “Doe, Jane” is one person."""

AND = re.compile(r"(?:^|\s)and\s")

SPACED_ZONE = re.compile(r"(\d\d:\d\d(?::\d\d)?(?:\.\d+)?)[^\S\n]*(Z|[+-]\d\d:?\d\d)$")
DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
OLD_ADDRESS = re.compile(r"/[^\s?#%\\<>\"]+/")


class Metadata:
    """The metadata of one file, from which values are taken by any of their names, whatever their case.

    Only what can be told as it stands is taken: a second summary, a map with more than a name, stay to be noted.
    """

    def __init__(self, meta: Meta) -> None:
        self._left = dict(meta)

    def _keys(self, names: Iterable[str]) -> Iterator[str]:
        """Keys under these names, in the order of the names."""
        for name in names:
            yield from [key for key in self._left if key.lower() == name]

    def texts(self, names: Iterable[str]) -> tuple[str, ...]:
        """All values under these names as single texts; a map has a name."""
        found: list[str] = []
        for key in self._keys(names):
            found += _several(self._left[key], key.lower() in PLURAL, names is AUTHORS)
            if _is_told(self._left[key]):
                del self._left[key]
        return tuple(dict.fromkeys(text for text in found if text))

    def text(self, names: Iterable[str]) -> str:
        """The first text under these names, in one line."""
        for key in self._keys(names):
            if isinstance(value := self._left[key], str) and (text := _one_line(value)):
                del self._left[key]
                return text
        return ""

    def moment(self, names: Iterable[str]) -> tuple[str, str]:
        """The first date under these names, and what was lost of it; both empty where there is none."""
        for key in self._keys(names):
            found, less = moment(value) if isinstance(value := self._left[key], str) else ("", "")
            if found:
                del self._left[key]
                return found, less
        return "", ""

    @property
    def left(self) -> Meta:
        """What had no place."""
        return {key: value for key, value in self._left.items() if value not in ("", [], {})}


def _is_told(value: Any) -> bool:
    """True for what its texts say wholly."""
    if isinstance(value, dict):
        return value.keys() == {"name"}
    return isinstance(value, str) or all(map(_is_told, value))


def _several(value: Any, by_comma: bool, people: bool) -> Iterator[str]:
    """Single texts; one may hold several, parted by semicolons, under a plural by commas, and people by “and”."""
    if isinstance(value, str):
        for part in value.strip("[] ").split(";" if ";" in value or not by_comma else ","):
            yield from map(_one_line, AND.split(part) if people else [part])
    elif isinstance(value, dict):
        yield _one_line(value["name"]) if isinstance(value.get("name"), str) else ""
    else:
        for item in value if isinstance(value, list) else ():
            yield from [_one_line(item)] if isinstance(item, str) else _several(item, False, False)


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
