"""Who is named with whom: the entities named most often, each against each, and the pairs named most often."""

from __future__ import annotations

from itertools import chain

from twosource.pages import addresses
from twosource.pages.chrome import link
from twosource.pages.names import entity_chip
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import MatrixView

NAMES = 12
"""Entities in the matrix: more would not be read."""

PAIRS = 15
"""Pairs in the list, and only those named together twice; the data holds them all."""

SHADES = 4
"""Steps of the shading, up to the highest count."""


def matrix(stand: Newsstand) -> MatrixView | None:
    """The matrix; None where no two entities are named together twice."""
    found = stand.trends
    together = {(pair.a, pair.b): pair.count for pair in found.pairs}
    often = [pair for pair in found.pairs[:PAIRS] if pair.count > 1]
    if not often:
        return None
    named = found.named
    names = sorted(named, key=lambda name: (-named[name], name))[:NAMES]
    counts = [[together.get((min(a, b), max(a, b)), 0) for b in names[:place]] for place, a in enumerate(names)]
    top = max(chain.from_iterable(counts), default=1) or 1
    return {
        "names": [entity_chip(stand, name) for name in names],
        "totals": [named[name] for name in names],
        "rows": [[{"count": n, "step": -(-n * SHADES // top)} for n in row] for row in counts],
        "pairs": [
            {
                "a": entity_chip(stand, pair.a),
                "b": entity_chip(stand, pair.b),
                "count": pair.count,
                "of_a": named[pair.a],
                "of_b": named[pair.b],
            }
            for pair in often
        ],
        "csv": link(stand, "CSV", addresses.data("together", "csv")),
        "json": link(stand, "JSON", addresses.data("together")),
    }
