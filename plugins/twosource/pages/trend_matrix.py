"""Who is named with whom: the entities named most often, each against each, and the pairs named most often."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from twosource.pages import addresses
from twosource.pages.chrome import link
from twosource.pages.names import entity_chip, entity_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import MatrixView
from twosource.pages.wording import percent
from twosource.trends.bursts import BEAT_SHARE
from twosource.trends.together import Pair

NAMES = 12
"""Entities in the matrix: more would not be read."""

PAIRS = 15
"""Pairs in the list, and only those named together twice; the data holds them all."""

SHADES = 4
"""Steps of the shading, up to the whole."""


def matrix(stand: Newsstand) -> MatrixView | None:
    """The matrix; None where no two entities are named together twice."""
    found = stand.trends
    named, together = found.named, {(pair.a, pair.b): pair.count for pair in found.pairs}
    most = {name for name, n in named.items() if n >= BEAT_SHARE * len(found.rows)}
    often = [pair for pair in found.pairs if pair.count > 1 and not {pair.a, pair.b} & most]
    if not any(n > 1 for n in together.values()):
        return None
    names = sorted(named, key=lambda name: (-named[name], name))[:NAMES]
    counts = [
        [(together.get((min(a, b), max(a, b)), 0), named[a] + named[b]) for b in names[:place]]
        for place, a in enumerate(names)
    ]
    return {
        "names": [entity_chip(stand, name) for name in names],
        "totals": [named[name] for name in names],
        "rows": [[{"count": n, "step": ceil(share(n, of) * SHADES)} for n, of in row] for row in counts],
        "pairs": [_pair(stand, pair, named) for pair in often[:PAIRS]],
        "left_out": [entity_name(stand, name) for name in names if name in most],
        "csv": link(stand, "CSV", addresses.data("together", "csv")),
        "json": link(stand, "JSON", addresses.data("together")),
    }


def share(both: int, of: int) -> float:
    """Part of what names either that names both (Jaccard); `of` are the developments of each, added up."""
    return both / (of - both)


def _pair(stand: Newsstand, pair: Pair, named: Mapping[str, int]) -> dict[str, Any]:
    of_a, of_b = named[pair.a], named[pair.b]
    return {
        "a": entity_chip(stand, pair.a),
        "b": entity_chip(stand, pair.b),
        "count": pair.count,
        "of_a": of_a,
        "of_b": of_b,
        "share": percent(share(pair.count, of_a + of_b)),
    }
