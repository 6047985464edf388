"""Digests of all that a page can look at, reckoned from rows alone: no brief is opened for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b

from twosource.pages.kinship import kinships
from twosource.pages.stock import Stock
from twosource.trends.row import Row

SIZE = 8
"""Bytes of a digest."""


def _lines(words: Iterable[str]) -> bytes:
    """Ids and addresses hold no line break."""
    return blake2b("\n".join(words).encode(), digest_size=SIZE).digest()


def _marks(marks: Iterable[bytes]) -> bytes:
    return blake2b(b"".join(marks), digest_size=SIZE).digest()


def _brief(stock: Stock, slug: str) -> bytes:
    row = stock.by_slug.get(slug)
    return _seen(stock, row) if row else b""


def _folio(stock: Stock, slug: str) -> bytes:
    """The row's mark of the files too: a brief says what the lists say, a receipt the rest."""
    row = stock.by_slug.get(slug)
    return row.folio + _seen(stock, row) if row else b""


def _seen(stock: Stock, row: Row) -> bytes:
    """What others see of a story; it expires in the course of a day without a change in it."""
    return row.mark if row.expires is None or row.expires > stock.now else row.mark + b"x"


def _kin(stock: Stock, slugs: Iterable[str]) -> bytes:
    """Who is named with whom, from what each of some stories names: it need not be counted to see that none differs."""
    return _marks(map(stock.kin_marks.__getitem__, slugs))


def _counted(stock: Stock, slugs: Iterable[str]) -> bytes:
    """What trends count of some stories."""
    return _marks([stock.by_slug[slug].counted for slug in slugs])


def _related(stock: Stock, slug: str) -> bytes:
    return blake2b(repr(kinships(stock, slug)).encode(), digest_size=SIZE).digest()


SINGLE: Mapping[str, Callable[[Stock], bytes]] = {
    "stories": lambda stock: _lines(stock.stories),
    "standing": lambda stock: _lines(stock.standing),
    "current": lambda stock: _lines(f"{slug} {level}" for slug, level in stock.current),
    "months": lambda stock: _lines(f"{month} {len(held)}" for month, held in stock.months.items()),
    "entities": lambda stock: _lines(stock.entities),
    "moved": lambda stock: _lines(f"{alias} {slug}" for alias, slug in sorted(stock.moved.items())),
    "changed": lambda stock: _lines([f"{row.slug} {row.changed}" for row in stock.rows]),
    "cited": lambda stock: _lines(f"{name} {n}" for name, n in sorted(stock.cited.items())),
    "totals": lambda stock: _lines(map(str, stock.totals)),
    "trends": lambda stock: _marks(sorted(row.counted for row in stock.upright)),
    "ledger": lambda stock: _marks(row.watch for row in stock.upright),
    "corrections": lambda stock: _marks((b"%d" % len(stock.rows), *(row.changes for row in stock.rows))),
    "relations": lambda stock: _marks((_lines(stock.standing), *(row.kin for row in stock.rows))),
}
"""Nodes of which there is one."""

KEYED: Mapping[str, Callable[[Stock, str], bytes]] = {
    "brief": _brief,
    "folio": _folio,
    "topic": lambda stock, key: _lines(stock.by_topic.get(key, ())),
    "entity": lambda stock, key: _lines(stock.by_entity.get(key, ())),
    "badges": lambda stock, key: _lines(stock.levels_of(key)),
    "term": lambda stock, key: _lines(stock.by_term.get(key, ())),
    "affected": lambda stock, key: _lines(stock.by_affected.get(key, ())),
    "said": lambda stock, key: _lines(stock.by_speaker.get(key, ())),
    "newest": lambda stock, key: _lines(stock.newest.get(key, ())),
    "month": lambda stock, key: _lines(stock.months.get(key, ())),
    "named": lambda stock, key: _kin(stock, stock.by_topic.get(key, ())),
    "beside": lambda stock, key: _kin(stock, stock.by_entity.get(key, ())),
    "effects": lambda stock, key: _counted(stock, stock.by_affected.get(key, ())),
    "uses": lambda stock, key: _counted(stock, stock.by_term.get(key, ())),
    "related": _related,
}
"""Nodes of which there is one for each story, topic and so on."""

KEYS: Mapping[str, Callable[[Stock], Iterable[str]]] = {
    "brief": lambda stock: stock.by_slug,
    "folio": lambda stock: stock.by_slug,
    "topic": lambda stock: stock.by_topic,
    "entity": lambda stock: stock.by_entity,
    "badges": lambda stock: stock.by_entity,
    "term": lambda stock: stock.by_term,
    "affected": lambda stock: stock.by_affected,
    "said": lambda stock: stock.by_speaker,
    "newest": lambda stock: stock.newest,
    "month": lambda stock: stock.months,
    "named": lambda stock: stock.by_topic,
    "beside": lambda stock: stock.by_entity,
    "effects": lambda stock: stock.by_affected,
    "uses": lambda stock: stock.by_term,
}
"""What there are nodes of; related stories are left out, since each of these digests has to be reckoned."""


OWN = ("brief", "folio")
"""Kinds of nodes that follow from one story's row alone, and from parts of it that say nothing to all others."""


def digest_of_node(stock: Stock, name: str) -> bytes:
    """Digest of one node, one that is not there included. Raises KeyError for a name that no node could have."""
    kind, colon, key = name.partition(":")
    return KEYED[kind](stock, key) if colon else SINGLE[kind](stock)


def digests(stock: Stock) -> Mapping[str, bytes]:
    """Digests of all nodes that are there, but those of related stories; reckoned once."""
    if not stock.digested:
        stock.digested.update(_reckoned(stock))
    return stock.digested


def own_digests(stock: Stock) -> Mapping[str, bytes]:
    """Digests of these nodes of all stories."""
    return {f"{kind}:{row.slug}": KEYED[kind](stock, row.slug) for row in stock.rows for kind in OWN}


def _reckoned(stock: Stock) -> Mapping[str, bytes]:
    found = {name: digest(stock) for name, digest in SINGLE.items()}
    for kind, keys in KEYS.items():
        digest, names = KEYED[kind], tuple(keys(stock))
        found.update(zip(map(f"{kind}:".__add__, names), [digest(stock, key) for key in names], strict=True))
    return found
