"""The plan of a print: which pages have to be made, and what is kept so that the next print makes fewer.

A page is made again when something that it looked at has changed, when it is new, or when the house or the theme has
changed. What a page looked at is kept by address, and the digests of all that can be looked at by name.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from sys import byteorder

from twosource.newsroom.morgue import Morgue
from twosource.pages.bureau import Trace
from twosource.pages.newsstand import Newsstand
from twosource.pages.sheet import Sheet
from twosource.pages.tracing import mark_of_name, node_digest, node_digests, order_of, own_digests

RELATED = "related:"
"""How the nodes begin whose digests are asked one by one."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of entries in the morgue; each output folder has its own."""

    page: str
    """For each address its template and the nodes that its page looked at."""
    node: str
    """For each node its digest when the pages were made."""
    key: str
    """What all pages depend on."""

    @classmethod
    def of(cls, output: str) -> Kinds:
        """Kinds for the pages in a folder."""
        mark = blake2b(os.fsencode(output), digest_size=6).hexdigest()
        return cls(f"page {mark}", f"node {mark}", f"key {mark}")


@dataclass(frozen=True, slots=True)
class Plan:
    """What one print has to do."""

    kinds: Kinds
    """Where the morgue keeps it."""
    key: bytes
    """Of the house, the settings and the theme: what all pages depend on."""
    order: bytes | None
    """Mark of what orders and counts stories; None where it is known to be what it was."""
    sheets: tuple[Sheet, ...]
    """Every page of the site."""
    nodes: Mapping[str, bytes]
    """Digest of everything that may have changed of what a page can look at, related stories apart."""
    wanted: tuple[int, ...]
    """Numbers of the sheets whose pages have to be made."""
    changed: frozenset[str] | None = None
    """Names of the nodes that are not what they were; None where all pages are made."""

    @property
    def kept(self) -> list[Sheet]:
        """Sheets whose pages are as they were."""
        made = set(self.wanted)
        return [sheet for number, sheet in enumerate(self.sheets) if number not in made]


def plan_pages(stand: Newsstand, sheets: tuple[Sheet, ...], key: bytes, output: str, morgue: Morgue) -> Plan:
    """Find out which pages of a site in `output` have to be made; `key` covers all that is not on the newsstand."""
    kinds, order = Kinds.of(output), order_of(stand)
    last = morgue.entries(kinds.key)
    if last.get("key") != key:
        return Plan(kinds, key, order, sheets, node_digests(stand), tuple(range(len(sheets))))
    known, pages = morgue.entries(kinds.node), morgue.entries(kinds.page)
    if order is not None and last.get("order") == order:
        nodes = own_digests(stand)
        changed = frozenset(name for name, digest in nodes.items() if known.get(name) != digest)
    else:
        nodes = node_digests(stand)
        changed = _changed(stand, known, nodes)
    looks = _looks_for(changed)
    wanted = tuple(
        number
        for number, sheet in enumerate(sheets)
        if (page := pages.get(sheet.url)) is None or page[0] != sheet.template or looks(page[1])
    )
    return Plan(kinds, key, order, sheets, nodes, wanted, changed)


def _looks_for(names: Collection[str]) -> Callable[[bytes], bool]:
    """Whether a trace, written as by `written`, has one of these names in it."""
    marks = [mark_of_name(name) for name in names]
    if 0 < len(marks) < 3:  # as after most edits: a third of the time, and an overlap of two marks is as rare as a twin
        first, last = marks[0], marks[-1]
        return lambda trace: first in trace or last in trace
    numbers = frozenset(int.from_bytes(mark, byteorder) for mark in marks)
    return lambda trace: not numbers.isdisjoint(memoryview(trace).cast("I"))


def _changed(stand: Newsstand, known: Mapping[str, bytes], nodes: Mapping[str, bytes]) -> frozenset[str]:
    """Names of nodes that are not what they were."""
    changed = {name for name, digest in nodes.items() if known.get(name) != digest}
    changed |= {name for name in known.keys() - nodes.keys() if not name.startswith(RELATED)}
    if "relations" in changed:
        related = (name for name in known if name.startswith(RELATED))
        changed |= {name for name in related if known[name] != node_digest(stand, name)}
    return frozenset(changed)


def keep_plan(plan: Plan, traces: Iterable[Trace], morgue: Morgue, failed: Collection[str] = ()) -> None:
    """Enter what was made. Only call it when the print stands: a page that is known is not made again.

    `failed` are addresses of pages that have to be tried again.
    """
    kinds = plan.kinds
    for trace in traces:
        sheet = plan.sheets[trace.number]
        morgue.put(kinds.page, sheet.url, (sheet.template, trace.seen))
        for name, digest in trace.related:
            morgue.put(kinds.node, name, digest)
    morgue.keep_only(kinds.page, {sheet.url for sheet in plan.sheets}.difference(failed))
    changed = plan.nodes.keys() if plan.changed is None else plan.changed
    for name in plan.nodes.keys() & changed:
        morgue.put(kinds.node, name, plan.nodes[name])
    if plan.changed is None or plan.changed - plan.nodes.keys():
        morgue.keep_only(kinds.node, plan.nodes.keys() | _related(plan, morgue))
    morgue.put(kinds.key, "key", plan.key)
    if plan.order is not None:
        morgue.put(kinds.key, "order", plan.order)


def _related(plan: Plan, morgue: Morgue) -> set[str]:
    """Names that are kept of the relatives of stories that are still there."""
    kept = (name for name in morgue.entries(plan.kinds.node) if name.startswith(RELATED))
    return {name for name in kept if f"brief:{name.removeprefix(RELATED)}" in plan.nodes}
