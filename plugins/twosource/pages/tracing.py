"""Tracing: what a page looked at, and whether that is still the same. What was not looked at cannot change the page.

A page is made again when the house has changed, or the digest of a node that it looked at. Nodes have names such as
`brief:plant-opens`, `topic:minerals` or `ledger`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from sys import byteorder
from zlib import crc32

from twosource.pages import nodes
from twosource.pages.layout import mark_of_order
from twosource.pages.newsstand import Newsstand
from twosource.pages.nodes import digest_of_node, digests
from twosource.pages.stock import Stock

MARK = 4
"""Bytes of the mark of a name."""


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


def own_digests(stand: Newsstand) -> Mapping[str, bytes]:
    """Digests of those nodes that tell of one story alone."""
    return nodes.own_digests(stand.stock)


def order_of(stand: Newsstand) -> bytes | None:
    """A mark of all that any other node follows from; None where every digest is at hand, and none has to be spared."""
    return None if stand.stock.digested else mark_of_order(stand.stock)


def stock_of(stand: Newsstand) -> Stock:
    """What lies on the newsstand, for whoever lays out the next one; no page may ask."""
    return stand.stock


def written(names: Iterable[str]) -> bytes:
    """A trace as it is kept: the marks of its names in a row, in order.

    Texts of the names would be seven times as much, which a run after one edit has to read for all pages.
    """
    return b"".join(sorted(map(mark_of_name, names)))


def mark_of_name(name: str) -> bytes:
    """Four bytes. Where two names have the same, a page is made again once more than need be."""
    return crc32(name.encode()).to_bytes(MARK, byteorder)
