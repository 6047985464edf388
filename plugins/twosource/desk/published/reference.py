"""What all stories of a printed site share: hub, rubric, registry and entities, from its data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from twosource.desk.published.as_read import Json, record, records, text, values_of
from twosource.desk.published.folder import Folder
from twosource.newsroom.body import Body
from twosource.newsroom.layout import ABOUT, HUB, RUBRIC
from twosource.newsroom.library import Library
from twosource.newsroom.parsing import ENTITY, NOTE
from twosource.newsroom.parsing import HUB as HUB_KEYS
from twosource.newsroom.parsing import RUBRIC as RUBRIC_KEYS
from twosource.newsroom.records import Record
from twosource.newsroom.reference import Entity, Hub, Note, Publisher
from twosource.newsroom.reference_forms import PUBLISHER
from twosource.newsroom.rubric import Rubric
from twosource.newsroom.source_map import SourceMap

RUBRIC_DATA = "data/rubric.json"
PUBLISHER_DATA = "data/publishers.json"
ENTITY_DATA = "data/entities.json"
NO_TEXT = Body("", 1)
PUBLISHER_KEYS: Record[dict[str, Any]] = Record(dict, PUBLISHER.keys)
"""The keys of one publisher, to be read one by one: the registry's own reader wants a map of all."""


def shared(folder: Folder) -> Library:
    """A library without stories; what cannot be read of it is told to the folder."""
    told = folder.record(RUBRIC_DATA)
    values = values_of(RUBRIC_KEYS, record(told.get("rubric")), RUBRIC_DATA, folder.faults)
    return Library(
        hub=_hub(told),
        rubric=Rubric(where=SourceMap(RUBRIC), **values),
        stories=(),
        entities={held.id: held for held in _entities(folder)},
        terms={},
        publishers={held.id: held for held in _publishers(folder)},
        notes=(),
        about=Note(id="about", path=ABOUT, body=NO_TEXT, where=SourceMap(ABOUT), **NOTE.blanks),
        locks={},
        digests={},
        readable=True,
        problems=(),
    )


def _hub(told: Json) -> Hub:
    """Its names and its address: by them sources that cite the hub are known."""
    blank = Hub(where=SourceMap(HUB), **HUB_KEYS.blanks)
    name, publisher, address = (text(told.get(key)) for key in ("site", "publisher", "address"))
    return replace(blank, name=name, publisher=publisher, address=address)


def _publishers(folder: Folder) -> Iterator[Publisher]:
    for held in records(folder.record(PUBLISHER_DATA).get("publishers")):
        values = values_of(PUBLISHER_KEYS, held, PUBLISHER_DATA, folder.faults)
        yield replace(PUBLISHER.make(**values), id=text(held.get("id")))


def _entities(folder: Folder) -> Iterator[Entity]:
    """As much of each as the gate asks: its name, and whether it can speak."""
    for held in records(folder.record(ENTITY_DATA).get("entities")):
        known = {"name": held.get("name"), "type": held.get("type")}
        values = values_of(ENTITY, known, ENTITY_DATA, folder.faults)
        name = text(held.get("id"))
        yield Entity(id=name, path="", body=NO_TEXT, where=SourceMap(""), **values)
