"""What may be typed at a place: keys of the form, words of a closed list, names of things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from twosource.desk.lsp.forms import below, lead_of, schema_of, words_of
from twosource.desk.lsp.shelf import Shelf, Sight
from twosource.desk.lsp.spot import Spot
from twosource.desk.lsp.things import KINDS

CLOSING = {"term": "]]", "source": "]", "fact": "}"}
"""What ends a mark in a text."""


class Offer(NamedTuple):
    """One thing that may be typed."""

    text: str
    """What takes the place of the word."""
    label: str
    """What it is, in a few words."""
    about: str
    """More of it, in Markdown."""
    kind: str
    """`key`, `word`, or the kind of thing that it names."""


def offers(shelf: Shelf, sight: Sight, form: str, spot: Spot, after: str) -> Iterator[Offer]:
    """Everything that may stand at a place; `after` is what follows it on the line."""
    if spot.front and not spot.key:
        yield from _keys(form, spot, after)
    elif spot.front:
        kind = lead_of(form, spot.key, spot.way)
        yield from (Offer(word, "", "", "word") for word in words_of(form, spot.way, spot.key))
        yield from _named("term-id" if kind == "term" else kind, shelf, sight, "")
    else:
        closing = CLOSING.get(spot.key, "")
        yield from _named(spot.key, shelf, sight, "" if after.startswith(closing) else closing)


def _keys(form: str, spot: Spot, after: str) -> Iterator[Offer]:
    if not form:
        return
    part = below(form, spot.way) if spot.way else schema_of(form)
    needed = part.get("required", ())
    for name, held in part.get("properties", {}).items():
        label = "required" if name in needed else ""
        yield Offer(name if after.startswith(":") else f"{name}: ", label, held.get("description", ""), "key")


def _named(kind: str, shelf: Shelf, sight: Sight, closing: str) -> Iterator[Offer]:
    if kind in KINDS:
        for thing in KINDS[kind](shelf, sight):
            yield Offer(f"{thing.name}{closing}", thing.label, thing.about, kind)
