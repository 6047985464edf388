"""Reads and writes the lock beside a story: JSON, one key a line, sorted, so that git can merge it.

Reading is strict, for a lock carries what may be counted: a file that is broken, badly merged or of another
version is refused as a whole, with the place, and its story has nothing to count until it is locked again.
"""

from __future__ import annotations

import json
import re
from base64 import b85decode
from collections.abc import Callable, Set
from itertools import pairwise
from struct import iter_unpack
from typing import Any

from twosource.newsroom.lock import Hint, Lock, LockedQuote, LockedSource
from twosource.newsroom.problems import Place, Problem

VERSION = 1
"""Version of the form; a file of another one is refused."""

SOURCE_KEYS = ("url", "canonical", "retrieved", "sha256", "words", "publisher", "authors", "published", "fingerprint")
"""Keys of an entry in the order written; `hints` and `quotes` follow."""

METHODS = ("w5x4-b2b32-1:",)
"""Names of the methods of fingerprinting that are known; one stands before every fingerprint."""

HASH = 4
"""Bytes of one hash in a fingerprint."""

MANY_WORDS = 300
"""A text as long as this has prose, and so a fingerprint; a shorter one may be a quotation throughout."""

MERGE = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.M)

LONE_SURROGATE = re.compile("[\ud800-\udfff]")

REMEDY = "Take one side of a merge if there was one, then run `desk lock` on the story again."


class _RefusedError(Exception):
    """Carries what is wrong, and the keys that lead there, out of a reader; never leaves this module."""

    def __init__(self, message: str, *steps: str) -> None:
        self.message = message
        self.steps = steps


def read_lock(text: str, path: str) -> tuple[Lock | None, tuple[Problem, ...]]:
    """Read a lock from its text; None and one problem where it cannot be read."""
    conflict = MERGE.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return None, (_problem(path, line, 1, "A merge conflict is left in the lock."),)
    try:
        return _lock(json.loads(text, object_pairs_hook=_unique), path), ()
    except json.JSONDecodeError as error:
        return None, (_problem(path, error.lineno, error.colno, f"This is not valid JSON: {error.msg}."),)
    except (RecursionError, ValueError):
        return None, (_problem(path, 1, 1, "The JSON holds values that no lock has."),)
    except _RefusedError as refused:
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
    plain = {key: getattr(source, key) for key in SOURCE_KEYS}
    return plain | {"hints": hints, "quotes": quotes}


def _problem(path: str, line: int, column: int, message: str) -> Problem:
    return Problem(Place(path, line, column), "lock-unreadable", message, REMEDY)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _RefusedError(f"The key `{twice}` stands twice in one place.", twice)
    return entries


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
    top = _entries(read, {"version", "addresses", "sources"})
    if top["version"] != VERSION or isinstance(top["version"], bool):
        raise _RefusedError(f"The lock has version {top['version']!r}, not {VERSION}.", "version")
    sources = _mapping(top["sources"], "sources")
    return Lock(
        path=path,
        addresses=_texts(top["addresses"], "addresses"),
        sources={id: _source(entry, "sources", id) for id, entry in sorted(sources.items())},
    )


def _source(read: Any, *steps: str) -> LockedSource:
    entry = _entries(read, {*SOURCE_KEYS, "hints", "quotes"}, *steps)
    if not isinstance(entry["hints"], list):
        raise _RefusedError("`hints` wants a list.", *steps, "hints")
    plain: dict[str, Any] = {key: _reader(key)(entry[key], *steps, key) for key in SOURCE_KEYS}
    if not _hashes(plain["fingerprint"], *steps, "fingerprint") and plain["words"] >= MANY_WORDS:
        raise _RefusedError("`fingerprint` is empty, although the text is long.", *steps, "fingerprint")
    hints = (_all_text(hint, {"kind", "name", "span"}, *steps, "hints") for hint in entry["hints"])
    quotes = _mapping(entry["quotes"], *steps, "quotes")
    return LockedSource(
        **plain,
        hints=tuple(Hint(**hint) for hint in hints),
        quotes={key: _quote(quotes[key], plain["url"], *steps, "quotes", key) for key in sorted(quotes)},
    )


def _hashes(fingerprint: str, *steps: str) -> int:
    """How many hashes a fingerprint holds; one that could not have been made by `desk lock` is refused."""
    name = next((method for method in METHODS if fingerprint.startswith(method)), "")
    if not name:
        raise _RefusedError("`fingerprint` names no known method.", *steps)
    try:
        packed = b85decode(fingerprint.removeprefix(name))
    except ValueError:
        packed = b"?"
    if len(packed) % HASH:
        raise _RefusedError("`fingerprint` is damaged: it holds no whole hashes.", *steps)
    if any(a >= b for a, b in pairwise(iter_unpack(">I", packed))):
        raise _RefusedError("`fingerprint` is damaged: its hashes are not sorted.", *steps)
    return len(packed) // HASH


def _quote(read: Any, url: str, *steps: str) -> LockedQuote:
    """A found quote; the file gives its link without the address of the page."""
    texts = _all_text(read, {"link", "context"}, *steps)
    if not texts["link"].startswith("#"):
        raise _RefusedError("`link` does not begin with #.", *steps, "link")
    return LockedQuote(_page(url) + texts["link"], texts["context"])


def _page(url: str) -> str:
    return url.partition("#")[0]


def _mapping(read: Any, *steps: str) -> dict[str, Any]:
    if not isinstance(read, dict):
        raise _RefusedError(f"`{steps[-1] if steps else 'The lock'}` wants keys with values.", *steps)
    return read


def _entries(read: Any, wanted: Set[str], *steps: str) -> dict[str, Any]:
    """A mapping with just these keys."""
    entries = _mapping(read, *steps)
    for key in sorted(wanted - entries.keys()):
        raise _RefusedError(f"The key `{key}` is missing.", *steps)
    for key in sorted(entries.keys() - wanted):
        raise _RefusedError(f"The key `{key}` is not part of a lock.", *steps, key)
    return entries


def _all_text(read: Any, wanted: Set[str], *steps: str) -> dict[str, str]:
    entries = _entries(read, wanted, *steps)
    return {key: _text(value, *steps, key) for key, value in entries.items()}


def _text(read: Any, *steps: str) -> str:
    if not isinstance(read, str):
        raise _RefusedError(f"`{steps[-1]}` wants a text.", *steps)
    if LONE_SURROGATE.search(read):
        raise _RefusedError(f"`{steps[-1]}` holds half a character.", *steps)
    return read


def _texts(read: Any, *steps: str) -> tuple[str, ...]:
    if not isinstance(read, list):
        raise _RefusedError(f"`{steps[-1]}` wants a list of texts.", *steps)
    return tuple(_text(value, *steps) for value in read)


def _number(read: Any, *steps: str) -> int:
    if not isinstance(read, int) or isinstance(read, bool) or read < 0:
        raise _RefusedError(f"`{steps[-1]}` wants a whole number.", *steps)
    return read


def _reader(key: str) -> Callable[..., Any]:
    return _number if key == "words" else _texts if key == "authors" else _text
