"""Reckons a verdict again from its plain data and the rubric's numbers, with no code of the judging itself.

Written apart on purpose: what two programs reckon alike, a reader could reckon too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import floor, prod
from typing import Any

Record = Mapping[str, Any]


def counts(record: Record) -> list[tuple[int, int]]:
    """Independent clusters for and against, for every fact."""
    return [
        (len(clusters(record, fact, "supports")), len(clusters(record, fact, "contradicts")))
        for fact in record["facts"]
    ]


def clusters(record: Record, fact: Record, stance: str) -> set[frozenset[str]]:
    """Groups with found words of this stance, of sources that can count."""
    worthless = {name for cluster in record["clusters"] if not cluster["counts"] for name in cluster["sources"]}
    said = {each["source"] for each in fact["evidence"] if each["state"] == "found" and each["stance"] == stance}
    grouped = groups(record, fact["kind"])
    return {grouped[name] for name in said - worthless}


def groups(record: Record, kind: str) -> dict[str, frozenset[str]]:
    """The group of each source: whoever can be reached by joins; an event joins for facts only."""
    told = [join for cluster in record["clusters"] for join in cluster["joins"]]
    told += [each["join"] for each in record["set_aside"] if each["join"]["kind"] == "event"]
    joins = [{join["a"], join["b"]} for join in told if kind == "fact" or join["kind"] != "event"]
    names = [name for cluster in record["clusters"] for name in cluster["sources"]]
    return {name: frozenset(reached({name}, joins)) for name in names}


def reached(group: set[str], joins: Iterable[set[str]]) -> set[str]:
    """The group and everything that joins lead to from it."""
    joins = list(joins)
    wider = group.union(*(join for join in joins if join & group))
    return group if wider == group else reached(wider, joins)


def badge(record: Record) -> tuple[int, str]:
    """N and the level."""
    essential = [pair for pair, fact in zip(counts(record), record["facts"], strict=True) if fact["essential"]]
    n = min(count for count, _ in essential)
    if n == 0:
        return n, "unchecked"
    if any(against for _, against in essential):
        return n, "disputed"
    return n, "verified" if n > 1 else "single-source"


def confidence(record: Record, rules: Record) -> float:
    """From the shares that are shown and the contradictions of the fact that decides."""
    given = record["confidence"]
    _, against = counts(record)[given["fact"] - 1]
    doubt = prod(1 - share["value"] for share in given["shares"])
    free = (1 - doubt) * rules["contradicted"] ** against
    ceiling = rules["ceiling"] if len(given["shares"]) > 1 else rules["single_source_ceiling"]
    return float(round(min(free, ceiling), 2))


def impact(record: Record) -> int:
    """Scores times weights, added up and rounded half up, at least one."""
    total = sum(part["score"] * part["weight"] for part in record["impact"]["parts"])
    return int(max(1, floor(round(total, 4) + 0.5)))
