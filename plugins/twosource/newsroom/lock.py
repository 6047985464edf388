"""What `desk lock` found at the sources, as it stands beside a story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """A sign in the text that it came from elsewhere."""

    kind: str
    """`dateline`, `credit`, `contribution`, `byline` or `canonical`."""
    name: str
    """Who it names, such as `Reuters`."""
    span: str
    """The few words that say so."""


@dataclass(frozen=True, slots=True)
class LockedQuote:
    """A quote that was found in the saved text."""

    link: str
    """Address that opens the source at these words (text fragment)."""
    context: str
    """Hash of the words around it."""


@dataclass(frozen=True, slots=True)
class LockedSource:
    """One saved source; the text itself is in the private store."""

    url: str
    """Address it was locked for."""
    canonical: str
    """Canonical address the page names; empty when none."""
    retrieved: str
    """Day on which the text was taken, ISO."""
    sha256: str
    """SHA-256 of the normalised text."""
    words: int
    """Length of the text."""
    publisher: str
    """Publisher the page names; empty when none."""
    authors: tuple[str, ...]
    """Bylines."""
    published: str
    """Date the page gives; empty when none."""
    hints: tuple[Hint, ...]
    """Signs of another origin."""
    fingerprint: str
    """Winnowed shingles, named `w5x4-b2b32-1:`."""
    quotes: Mapping[str, LockedQuote]
    """By quote key: every quote that was found; one that was not has no entry."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock of one story."""

    path: str
    """File, relative to the hub's root."""
    addresses: tuple[str, ...]
    """Addresses under which the story was published when it was locked."""
    sources: Mapping[str, LockedSource]
    """By source id."""
