"""A comparison in print: for a program and for a reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from twosource.desk.paint import Paint
from twosource.desk.report import counted
from twosource.desk.told import set_lines
from twosource.verification.comparison import Compared, Comparison, Likeness

DIGITS = 4
"""Places after the point of a containment."""


def in_json(result: Comparison) -> str:
    """`{"documents": [...], "pairs": [...], "clusters": [[id, ...], ...]}`; the same documents give the same bytes."""
    whole = {
        "documents": [_document(result, n) for n in range(len(result.documents))],
        "pairs": [_pair(pair) for pair in result.pairs],
        "clusters": [list(cluster) for cluster in result.clusters],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _document(result: Comparison, n: int) -> dict[str, Any]:
    document = result.documents[n]
    return {
        "id": document.id,
        "publisher": result.publishers[document.id],
        "published": document.entry.published,
        "origin": result.origins.get(document.id, "own"),
        "canonical": document.entry.canonical,
        "words": document.entry.words,
    }


def _pair(pair: Compared) -> dict[str, Any]:
    return {
        "a": pair.a,
        "b": pair.b,
        "containment": round(pair.containment, DIGITS),
        "verdict": pair.verdict.value,
        "joins": [{"kind": join.kind.value, "detail": join.detail} for join in pair.joins],
    }


def in_words(result: Comparison, paint: Paint) -> str:
    """Documents, pairs that have anything to say, clusters."""
    lines = [paint.bold(counted(len(result.documents), "document")), *_documents(result)]
    telling = [pair for pair in result.pairs if pair.joins or pair.verdict is not Likeness.INDEPENDENT]
    if telling:
        lines += ["", paint.bold("Pairs")]
        lines += [line for pair in telling for line in _told(pair, paint)]
    quiet = len(result.pairs) - len(telling)
    lines += [f"  {counted(quiet, 'pair')} with nothing in common that counts."] if quiet else []
    lines += ["", paint.bold(f"{counted(len(result.clusters), 'cluster')}: who counts as one")]
    for number, cluster in enumerate(result.clusters, 1):
        lines += set_lines(", ".join(cluster), mark=f"{number}. ")
    return "\n".join(lines)


def _documents(result: Comparison) -> Iterator[str]:
    for document in result.documents:
        origin = result.origins.get(document.id)
        parts = (result.publishers[document.id], document.entry.published, f"{document.entry.words:,} words")
        said = ", ".join(part for part in parts if part)
        yield from set_lines(f"{document.id}: {said}, {f'from {origin}' if origin else 'own work'}")


def _told(pair: Compared, paint: Paint) -> Iterator[str]:
    colour = paint.yellow if pair.verdict is Likeness.REVIEW else paint.bold
    yield f"  {pair.a} + {pair.b}: {pair.containment:.0%}, {colour(pair.verdict.value)}"
    for join in pair.joins:
        yield from set_lines(f"[{join.kind.value}] {join.detail}", 6)
