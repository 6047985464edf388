"""Union-find over source ids: which of them hang together."""

from __future__ import annotations

from collections.abc import Iterable


def partition(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Components of the graph with these pairs as edges, each in the order of the members, sorted by first member.

    Union by attaching roots with path halving (Tarjan 1975); the result does not depend on the order of the pairs.
    """
    order = list(dict.fromkeys(members))
    parent = {member: member for member in order}

    def root(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for a, b in pairs:
        parent[root(b)] = root(a)
    groups: dict[str, list[str]] = {}
    for member in order:
        groups.setdefault(root(member), []).append(member)
    return tuple(tuple(group) for group in groups.values())
