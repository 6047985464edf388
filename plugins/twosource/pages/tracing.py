"""Tracing: what a page looked at, and whether that is still the same. What was not looked at cannot change the page.

A page is made again when the house has changed, or the digest of a node that it looked at. Nodes have names such as
`brief:plant-opens`, `topic:minerals` or `ledger`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from twosource.pages.newsstand import Newsstand
from twosource.pages.nodes import digest_of_node, digests
from twosource.pages.stock import Stock


def traced(stand: Newsstand, seen: set[str]) -> Newsstand:
    """The same newsstand; the name of every node that is looked at through it is put into `seen`."""
    return replace(stand, note=seen.add)


def node_digest(stand: Newsstand, name: str) -> bytes:
    """Digest of one node, from the rows alone; one that is not there has a digest too."""
    return digest_of_node(stand.stock, name)


def node_digests(stand: Newsstand) -> Mapping[str, bytes]:
    """Digests of all nodes but those of related stories, which cost more.

    `related:<slug>` can differ only if `relations` does: then ask `node_digest` for each that a page looked at.
    """
    return digests(stand.stock)


def stock_of(stand: Newsstand) -> Stock:
    """What lies on the newsstand, for whoever lays out the next one; no page may ask."""
    return stand.stock


def written(names: Iterable[str]) -> str:
    """A trace as it is kept: one text instead of some thirty makes ten thousand of them cheap to hand over, to read
    and to drop."""
    return "\n".join(("", *sorted(names), ""))
