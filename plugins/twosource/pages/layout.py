"""Laying out a newsstand again: where rows differ in nothing that orders or counts stories, all of it stands.

Most edits are of this sort: a text, a title, a quotation. What is kept is what nodes tell: a part may stay where no
digest that tells of it has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from twosource.newsroom.by_value import bytes_of
from twosource.pages.house import House
from twosource.pages.nodes import OWN, digest_of_node, digests
from twosource.pages.sheet import Sheet
from twosource.pages.stock import Stock
from twosource.trends.brief import Brief
from twosource.trends.row import Row

OUTSIDE = frozenset({"mark", "folio"})
"""Parts of a row that say only that its story is another: no order and no count follows from them."""

INSIDE = tuple(place for place, name in enumerate(Row._fields) if name not in OUTSIDE)

_INSIDE = itemgetter(*INSIDE)

EXPIRES = Row._fields.index("expires")
SLUG = Row._fields.index("slug")

UNKEPT = frozenset({"house", "rows", "brief", "now", "by_slug", "upright"})
"""Attributes of a stock that hold rows, or the run."""

PlainRow = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What one newsstand was laid out from, and what was made for it; it refers to no bureau."""

    rows: Sequence[PlainRow]
    """Rows as they were given, by path."""
    house: House
    """What its pages shared."""
    parts: Mapping[str, Any]
    """Parts of its stock."""
    sheets: tuple[Sheet, ...]
    """Its sheets."""
    seen: frozenset[str]
    """Names of the nodes that were looked at to list them."""
    briefs: Mapping[str, Brief]
    """Briefs that were opened, by slug."""


def layout_of(
    stock: Stock, rows: Sequence[PlainRow], sheets: tuple[Sheet, ...], seen: set[str], briefs: Mapping[str, Brief]
) -> Layout:
    """What is left of a newsstand for the next one."""
    digests(stock)
    parts = {name: part for name, part in vars(stock).items() if name not in UNKEPT}
    return Layout(rows, stock.house, parts, sheets, frozenset(seen), briefs)


def changed_rows(before: Layout, house: House, rows: Sequence[PlainRow]) -> list[PlainRow] | None:
    """Rows of the stories that are not what they were; None where more than a story's own words has changed."""
    if not _same_house(before.house, house) or len(before.rows) != len(rows):
        return None
    changed = [(was, row) for was, row in zip(before.rows, rows, strict=True) if was is not row]
    if any(was[place] != row[place] for was, row in changed for place in INSIDE):
        return None
    return None if _expired(before, house) else [row for _, row in changed]


def stock_again(before: Layout, house: House, rows: Sequence[Row], brief: Callable[[str], Brief]) -> Stock:
    """A stock of these rows, in any order, with all parts that the one before had."""
    by_slug = {row.slug: row for row in rows}
    stock = Stock(house, tuple(map(by_slug.__getitem__, before.parts["stories"])), brief)
    vars(stock).update(before.parts, by_slug=by_slug)
    return stock


def digest_again(stock: Stock, changed: Sequence[PlainRow]) -> frozenset[str]:
    """Enter the digests of stories that changed into a stock that was made again; gives the names of their nodes."""
    names = frozenset(f"{kind}:{row[SLUG]}" for row in changed for kind in OWN)
    vars(stock)["digested"] = stock.digested | {name: digest_of_node(stock, name) for name in names}
    return names


def mark_of_order(stock: Stock) -> bytes:
    """Digest of all that orders and counts stories: where it is the same, only nodes of single stories can differ.

    A twentieth of what the digests of all nodes take.
    """
    expired = sum(row.expires is not None and row.expires <= stock.now for row in stock.rows)
    inside = [_INSIDE(row) for row in stock.rows]
    return blake2b(bytes_of((expired, inside)), digest_size=16).digest()


def _same_house(before: House, house: House) -> bool:
    """Only the moment may be another, on the same day."""
    return (
        before.glossary is house.glossary
        and (before.day, before.site_url, before.index) == (house.day, house.site_url, house.index)
        and before.as_of <= house.as_of
    )


def _expired(before: Layout, house: House) -> bool:
    """True where a story came to be kept for the record only since then."""
    was, now = Stock(before.house, (), _none).now, Stock(house, (), _none).now
    return was != now and any(row[EXPIRES] is not None and was < row[EXPIRES] <= now for row in before.rows)


def _none(slug: str) -> Brief:
    raise LookupError(slug)
