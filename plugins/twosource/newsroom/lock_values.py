"""Values of a lock, each read strictly: what `desk lock` could not have written is refused."""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import date
from functools import lru_cache
from operator import ge
from typing import Any

from twosource.newsroom.hashes import LARGEST, packed_hashes
from twosource.newsroom.moments import PartialDate

METHODS = ("w5x4-b2b32-1:",)
"""Names of the methods of fingerprinting that are known; one stands before every fingerprint."""

SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class RefusedError(Exception):
    """Carries what is wrong, and the keys that lead there, out of a reader; never leaves the reading of a lock."""

    def __init__(self, message: str, *steps: str) -> None:
        self.message = message
        self.steps = steps


def as_mapping(read: Any, *steps: str) -> dict[str, Any]:
    """Keys with values."""
    if not isinstance(read, dict):
        raise RefusedError(f"`{steps[-1] if steps else 'The lock'}` wants keys with values.", *steps)
    return read


def as_entries(read: Any, wanted: Set[str], *steps: str) -> dict[str, Any]:
    """A mapping with just these keys."""
    entries = as_mapping(read, *steps)
    if entries.keys() == wanted:
        return entries
    for key in sorted(wanted - entries.keys()):
        raise RefusedError(f"The key `{key}` is missing.", *steps)
    for key in sorted(entries.keys() - wanted):
        raise RefusedError(f"The key `{key}` is not part of a lock.", *steps, key)
    return entries


def as_all_text(read: Any, wanted: Set[str], *steps: str) -> dict[str, str]:
    """A mapping with just these keys, and a text for each."""
    entries = as_entries(read, wanted, *steps)
    return {key: as_text(value, *steps, key) for key, value in entries.items()}


def as_text(read: Any, *steps: str) -> str:
    """A text of whole characters."""
    if not isinstance(read, str):
        raise RefusedError(f"`{steps[-1]}` wants a text.", *steps)
    if not read.isascii() and LONE_SURROGATE.search(read):
        raise RefusedError(f"`{steps[-1]}` holds half a character.", *steps)
    return read


def as_texts(read: Any, *steps: str) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(read, list):
        raise RefusedError(f"`{steps[-1]}` wants a list of texts.", *steps)
    return tuple(as_text(value, *steps) for value in read)


def as_number(read: Any, *steps: str) -> int:
    """A whole number, nought or more."""
    if not isinstance(read, int) or isinstance(read, bool) or read < 0:
        raise RefusedError(f"`{steps[-1]}` wants a whole number.", *steps)
    return read


def as_checksum(read: Any, *steps: str) -> str:
    """A SHA-256 in small hexadecimal digits."""
    written = as_text(read, *steps)
    if not SHA256.fullmatch(written):
        raise RefusedError(f"`{steps[-1]}` wants 64 hexadecimal digits.", *steps)
    return written


def as_day(read: Any, *steps: str) -> str:
    """A whole day, ISO."""
    written = as_text(read, *steps)
    if not is_day(written):
        raise RefusedError(f"`{steps[-1]}` wants a day such as 2026-02-19.", *steps)
    return written


@lru_cache(4096)
def is_day(text: str) -> bool:
    """True for a day that exists, as ISO writes it; locks name the same few over and over."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def as_known_date(read: Any, *steps: str) -> str:
    """A year, month or day, ISO; or an empty text."""
    written = as_text(read, *steps)
    if written != known_date(written):
        raise RefusedError(f"`{steps[-1]}` wants a date such as 2026-02-19 or 2026-02, or nothing.", *steps)
    return written


@lru_cache(4096)
def known_date(text: str) -> str:
    """The date that a page gives, as a lock keeps it; empty where it is none that can be read."""
    return text if PartialDate.parse(text) and "Q" not in text else ""


def as_fingerprint(read: Any, *steps: str) -> str:
    """A fingerprint that `desk lock` could have made; it may hold no hashes."""
    written = as_text(read, *steps)
    name = next((method for method in METHODS if written.startswith(method)), "")
    if not name:
        raise RefusedError(f"`{steps[-1]}` names no known method.", *steps)
    packed = packed_hashes(written.removeprefix(name))
    if packed is None or (packed and packed[-1] > LARGEST):
        raise RefusedError(f"`{steps[-1]}` is damaged: it holds no whole hashes.", *steps)
    if any(map(ge, packed, packed[1:])):
        raise RefusedError(f"`{steps[-1]}` is damaged: its hashes are not sorted.", *steps)
    return written
