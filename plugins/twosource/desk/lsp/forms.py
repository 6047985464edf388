"""What a file of a hub is, by its place: its form, its parser, and what its keys lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from twosource.desk.json_schema import Schema
from twosource.desk.schema import FORMS
from twosource.newsroom.layout import ABOUT, ENTITIES, GLOSSARY, HUB, METHODOLOGY, PUBLISHERS, RUBRIC, STORIES
from twosource.newsroom.parsing import (
    Problems,
    parse_entity,
    parse_hub,
    parse_note,
    parse_publishers,
    parse_rubric,
    parse_term,
)

Parse = Callable[[str, str], tuple[Any, Problems]]

FILES: Mapping[str, str] = {HUB: "site", RUBRIC: "rubric", PUBLISHERS: "publishers", ABOUT: "chapter"}
FOLDERS: Mapping[str, str] = {STORIES: "story", ENTITIES: "entity", GLOSSARY: "term", METHODOLOGY: "chapter"}
PARSERS: Mapping[str, Parse] = {
    "site": parse_hub,
    "rubric": parse_rubric,
    "publishers": parse_publishers,
    "chapter": parse_note,
    "entity": parse_entity,
    "term": parse_term,
}
"""Every form but a story's, which needs the hub's topics."""

LEADS: Mapping[str, str] = {
    "source": "source",
    "publisher": "publisher",
    "category": "topic",
    "speaker": "entity",
    "entity": "entity",
    "for": "entity",
    "says": "entity",
    "mentioned": "entity",
    "at": "entity",
    "facts": "fact",
    "fact": "fact",
    "related": "story",
    "term": "term",
}
"""What the value of a key names, by the key; `related` of a glossary term names terms."""


def form_of(path: str) -> str:
    """The form of a file by its path from the hub's root; empty for files of other kinds."""
    if path in FILES:
        return FILES[path]
    folder = next((name for name in FOLDERS if path.startswith(f"{name}/")), "")
    return FOLDERS[folder] if folder and path.endswith(".md") else ""


def lead_of(form: str, key: str, way: Sequence[str]) -> str:
    """Kind of thing that a value names; empty where it names nothing of the hub."""
    if form == "term":
        return "term" if key == "related" else ""
    if form == "story":
        return "" if key == "facts" and not way else LEADS.get(key, "")
    return "entity" if form == "entity" and key == "at" else ""


@cache
def schema_of(form: str) -> Schema:
    """The JSON Schema of a form, made once."""
    return FORMS[form]()


def below(form: str, way: Sequence[str]) -> Schema:
    """The part of the schema at the end of a way; empty where the way leads nowhere."""
    part = _object(schema_of(form))
    for key in way:
        part = _object(part.get("properties", {}).get(key, part.get("additionalProperties") or {}))
    return part


def _object(part: Any) -> Schema:
    """A schema, or that of its items."""
    while isinstance(part, dict) and "items" in part:
        part = part["items"]
    if isinstance(part, dict) and "anyOf" in part:
        named = [each for each in part["anyOf"] if "properties" in each]
        return {"properties": {key: value for each in named for key, value in each["properties"].items()}}
    return part if isinstance(part, dict) else {}


def words_of(form: str, way: Sequence[str], key: str) -> Iterator[str]:
    """The closed list of words of a value; nothing where there is none."""
    part = _object(below(form, way).get("properties", {}).get(key, {}))
    yield from part.get("enum", ())
