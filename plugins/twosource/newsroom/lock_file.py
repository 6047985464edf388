"""Reads and writes the lock beside a story: JSON, one key a line, sorted, so that git can merge it.

Reading is strict, for a lock carries what may be counted: a file that is broken, badly merged or of another
version is refused as a whole, with the place, and its story has nothing to count until it is locked again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from twosource.newsroom.lock import Hint, Lock, LockedQuote, LockedSource
from twosource.newsroom.lock_values import (
    METHODS,
    RefusedError,
    as_all_text,
    as_checksum,
    as_day,
    as_entries,
    as_fingerprint,
    as_known_date,
    as_mapping,
    as_number,
    as_text,
    as_texts,
    known_date,
)
from twosource.newsroom.problems import Place, Problem

VERSION = 1
"""Version of the form; a file of another one is refused."""

SOURCE_KEYS = ("url", "canonical", "retrieved", "sha256", "words", "publisher", "authors", "published", "fingerprint")
"""Keys of an entry in the order written; `hints` and `quotes` follow."""

ENTRY_KEYS = frozenset({*SOURCE_KEYS, "hints", "quotes"})

READERS: Mapping[str, Callable[..., Any]] = dict.fromkeys(SOURCE_KEYS, as_text) | {
    "retrieved": as_day,
    "sha256": as_checksum,
    "words": as_number,
    "authors": as_texts,
    "published": as_known_date,
    "fingerprint": as_fingerprint,
}
"""How the values of an entry are read."""

MANY_WORDS = 300
"""A text as long as this has prose, and so a fingerprint; a shorter one may be a quotation throughout."""

MERGE = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.M)

REMEDY = "Take one side of a merge if there was one, then run `desk lock` on the story again."


def read_lock(text: str, path: str) -> tuple[Lock | None, tuple[Problem, ...]]:
    """Read a lock from its text; None and one problem where it cannot be read."""
    conflict = MERGE.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return None, (_problem(path, line, 1, "A merge conflict is left in the lock."),)
    try:
        return _lock(DECODER.decode(text), path), ()
    except json.JSONDecodeError as error:
        return None, (_problem(path, error.lineno, error.colno, f"This is not valid JSON: {error.msg}."),)
    except (RecursionError, ValueError):
        return None, (_problem(path, 1, 1, "The JSON holds values that no lock has."),)
    except RefusedError as refused:
        return None, (_problem(path, *_spot(text, refused.steps), refused.message),)


def write_lock(lock: Lock) -> str:
    """The text of a lock: the same lock gives the same bytes, whatever the order of its mappings."""
    sources = {id: _written(source) for id, source in sorted(lock.sources.items())}
    whole = {"version": VERSION, "addresses": sorted(set(lock.addresses)), "sources": sources}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _written(source: LockedSource) -> dict[str, Any]:
    """Keys in the order of the record; quotes and hints by name."""
    found = sorted(source.quotes.items())
    page = _page(source.url)
    quotes = {key: {"link": quote.link.removeprefix(page), "context": quote.context} for key, quote in found}
    hints = [{"kind": hint.kind, "name": hint.name, "span": hint.span} for hint in source.hints]
    plain = {key: getattr(source, key) for key in SOURCE_KEYS} | {"published": known_date(source.published)}
    return plain | {"hints": hints, "quotes": quotes}


def _problem(path: str, line: int, column: int, message: str) -> Problem:
    return Problem(Place(path, line, column), "lock-unreadable", message, REMEDY)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RefusedError(f"The key `{twice}` stands twice in one place.", twice)
    return entries


DECODER = json.JSONDecoder(object_pairs_hook=_unique)


def _spot(text: str, steps: tuple[str, ...]) -> tuple[int, int]:
    """Line and column of a key, found by going from key to key."""
    at = 0
    for step in steps:
        found = text.find(f"{json.dumps(step, ensure_ascii=False)}:", at)
        if found < 0:
            break
        at = found
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _lock(read: Any, path: str) -> Lock:
    top = as_entries(read, {"version", "addresses", "sources"})
    if top["version"] != VERSION or isinstance(top["version"], bool):
        raise RefusedError(f"The lock has version {top['version']!r}, not {VERSION}.", "version")
    sources = as_mapping(top["sources"], "sources")
    return Lock(
        path=path,
        addresses=as_texts(top["addresses"], "addresses"),
        sources={id: _source(entry, "sources", id) for id, entry in sorted(sources.items())},
    )


def _source(read: Any, *steps: str) -> LockedSource:
    entry = as_entries(read, ENTRY_KEYS, *steps)
    if not isinstance(entry["hints"], list):
        raise RefusedError("`hints` wants a list.", *steps, "hints")
    plain = {key: read_value(entry[key], *steps, key) for key, read_value in READERS.items()}
    if plain["fingerprint"] in METHODS and plain["words"] >= MANY_WORDS:
        raise RefusedError("`fingerprint` is empty, although the text is long.", *steps, "fingerprint")
    hints = (as_all_text(hint, {"kind", "name", "span"}, *steps, "hints") for hint in entry["hints"])
    quotes = as_mapping(entry["quotes"], *steps, "quotes")
    return LockedSource(
        **plain,
        hints=tuple(Hint(**hint) for hint in hints),
        quotes={key: _quote(quotes[key], plain["url"], *steps, "quotes", key) for key in sorted(quotes)},
    )


def _quote(read: Any, url: str, *steps: str) -> LockedQuote:
    """A found quote; the file gives its link without the address of the page."""
    texts = as_all_text(read, {"link", "context"}, *steps)
    if not texts["link"].startswith("#"):
        raise RefusedError("`link` does not begin with #.", *steps, "link")
    return LockedQuote(_page(url) + texts["link"], texts["context"])


def _page(url: str) -> str:
    return url.partition("#")[0]
