"""Reckons a verdict again from a story's published JSON alone, with no code of the judging itself.

Written apart on purpose: what two programs reckon alike, a reader could reckon too.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
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
    said = {each["source"] for each in fact["evidence"] if each["state"] == "found" and each["stance"] == stance}
    grouped = groups(record, fact["kind"])
    return {grouped[name] for name in said - worthless(record)}


def worthless(record: Record) -> set[str]:
    """Sources that count for nothing."""
    shown = record["verification"]["clusters"]
    return {name for cluster in shown if not cluster["counts"] for name in cluster["sources"]}


def groups(record: Record, kind: str) -> dict[str, frozenset[str]]:
    """The group of each source: whoever can be reached by joins; an event joins for facts only."""
    shown = record["verification"]
    told = [join for cluster in shown["clusters"] for join in cluster["joins"]]
    told += [join for join in shown["set_aside"] if join["kind"] == "event"]
    joins = [{join["a"], join["b"]} for join in told if kind == "fact" or join["kind"] != "event"]
    names = [name for cluster in shown["clusters"] for name in cluster["sources"]]
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
    if any(against for _, against in essential):
        return n, "disputed"
    return n, "unchecked" if n == 0 else "verified" if n > 1 else "single-source"


def confidence(record: Record, fact: Record) -> float:
    """Of one fact, from the grades, kinds and days of the sources in its groups."""
    rules = record["confidence"]["rules"]
    supporting, against = clusters(record, fact, "supports"), clusters(record, fact, "contradicts")
    doubt = prod(1 - worth(record, group) for group in supporting)
    ceiling = rules["ceiling"] if len(supporting) > 1 else rules["single_source_ceiling"]
    return float(min((1 - doubt) * rules["contradicted"] ** len(against), ceiling))


def worth(record: Record, group: frozenset[str]) -> float:
    """That of the weakest source in a group that can count."""
    rules, day = record["confidence"]["rules"], date.fromisoformat(record["date"][:10])
    values = []
    for source in record["sources"]:
        if source["id"] in group - worthless(record):
            stale = (day - last_day(source["published"])).days > rules["stale_after_days"]
            values.append(source["reliability"] * source["kind_weight"] * (rules["stale"] if stale else 1.0))
    return round(min(values), 4)


def last_day(text: str) -> date:
    """Last day of a year, a month or a day."""
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def impact(record: Record) -> int:
    """Scores times weights, added up and rounded half up, at least one."""
    total = sum(part["score"] * part["weight"] for part in record["impact"]["parts"])
    return int(max(1, floor(round(total, 4) + 0.5)))
