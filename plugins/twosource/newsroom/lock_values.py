"""Values of a lock, each read strictly: what `desk lock` could not have written is refused."""

from __future__ import annotations

import re
from base64 import b85decode
from collections.abc import Set
from datetime import date
from itertools import pairwise
from struct import iter_unpack
from typing import Any

from twosource.newsroom.moments import PartialDate

METHODS = ("w5x4-b2b32-1:",)
"""Names of the methods of fingerprinting that are known; one stands before every fingerprint."""

HASH = 4
"""Bytes of one hash in a fingerprint."""

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
    if LONE_SURROGATE.search(read):
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
    try:
        known = date.fromisoformat(written).isoformat() == written
    except ValueError:
        known = False
    if not known:
        raise RefusedError(f"`{steps[-1]}` wants a day such as 2026-02-19.", *steps)
    return written


def as_known_date(read: Any, *steps: str) -> str:
    """A year, month or day, ISO; or an empty text."""
    written = as_text(read, *steps)
    if written != known_date(written):
        raise RefusedError(f"`{steps[-1]}` wants a date such as 2026-02-19 or 2026-02, or nothing.", *steps)
    return written


def known_date(text: str) -> str:
    """The date that a page gives, as a lock keeps it; empty where it is none that can be read."""
    return text if PartialDate.parse(text) and "Q" not in text else ""


def as_fingerprint(read: Any, *steps: str) -> str:
    """A fingerprint that `desk lock` could have made; it may hold no hashes."""
    written = as_text(read, *steps)
    name = next((method for method in METHODS if written.startswith(method)), "")
    if not name:
        raise RefusedError(f"`{steps[-1]}` names no known method.", *steps)
    try:
        packed = b85decode(written.removeprefix(name))
    except ValueError:
        packed = b"?"
    if len(packed) % HASH:
        raise RefusedError(f"`{steps[-1]}` is damaged: it holds no whole hashes.", *steps)
    if any(a >= b for a, b in pairwise(iter_unpack(">I", packed))):
        raise RefusedError(f"`{steps[-1]}` is damaged: its hashes are not sorted.", *steps)
    return written
