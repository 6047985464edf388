"""JSON Schema (draft 2020-12) of what writers type, derived from the very readers that read it.

A schema is more lenient than the readers and never stricter: ids that lead nowhere, days that do not exist and
everything that needs a second look are for `desk check`. YAML turns plain text such as 2025 or true into other types;
the readers here take it as the text that stands there, and so do the schemas.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any, get_type_hints

from twosource.desk.field_docs import field_docs
from twosource.newsroom.fields import FLAG, IDENT, TEXT, Choice, Converted, Reader
from twosource.newsroom.records import Key, ListOf, MapOf, Record
from twosource.newsroom.story_form import UPSTREAMS, OriginReader
from twosource.newsroom.story_words import OriginKind

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
AS_TEXT = ["string", "number", "boolean"]
"""Types that a plain word can have for a reader of YAML; here it is text."""


def whole_schema(title: str, keys: Iterable[Key[Any]], described: type[Any]) -> Schema:
    """The schema of a file with these keys; `described` is the dataclass whose fields they fill."""
    return {"$schema": DIALECT, "title": title, **_keys(tuple(keys), described)}


def map_schema(title: str, form: MapOf[Any]) -> Schema:
    """The schema of a file that holds records under ids."""
    return {"$schema": DIALECT, "title": title, **_of(form)}


def _keys(keys: tuple[Key[Any], ...], described: type[Any]) -> Schema:
    told = field_docs(described)
    return {
        "type": "object",
        "description": inspect.getdoc(described) or "",
        "properties": {key.name: _described(_of(key.reader), told.get(key.field or key.name, "")) for key in keys},
        "required": [key.name for key in keys if key.default is ...],
        "additionalProperties": False,
    }


def _described(schema: Schema, told: str) -> Schema:
    return {**schema, "description": f"{told} {schema.get('description', '')}".strip()} if told else schema


def _of(reader: Reader[Any]) -> Schema:
    match reader:
        case Record():
            return _keys(reader.keys, _made_by(reader))
        case ListOf():
            return {"type": "array", "items": _of(reader.item), "minItems": reader.at_least}
        case MapOf():
            return _map(reader)
        case Choice():
            return {"enum": [word.value for word in reader.words]}
        case OriginReader():
            return _origin()
        case Converted():
            return _value(reader)
    raise TypeError(f"no schema is known for {reader!r}")


def _made_by(record: Record[Any]) -> type[Any]:
    """The dataclass that a record fills, also where a function stands between the two."""
    made = record.make if inspect.isclass(record.make) else get_type_hints(record.make)["return"]
    assert inspect.isclass(made)
    return made


def _map(reader: MapOf[Any]) -> Schema:
    value = _of(reader.value)
    if not reader.keys:
        return {"type": "object", "propertyNames": {"pattern": _anchored(IDENT.pattern)}, "additionalProperties": value}
    properties: Mapping[str, Schema] = dict.fromkeys(reader.keys, value)
    return {"type": "object", "properties": properties, "required": list(reader.keys), "additionalProperties": False}


def _value(reader: Converted[Any]) -> Schema:
    if reader is FLAG:
        return {"type": "boolean"}
    if reader.bounds:
        low, high = reader.bounds
        kind = "integer" if isinstance(low, int) else "number"
        return {"type": kind, "minimum": low, "maximum": high, "description": reader.hint}
    if reader is TEXT or not reader.pattern:
        return {"type": AS_TEXT, "minLength": 1}
    return {"type": AS_TEXT, "pattern": _anchored(reader.pattern), "description": reader.hint}


def _origin() -> Schema:
    """`own`, or one upstream with its name."""
    named = [
        {
            "type": "object",
            "properties": {word: _value(IDENT if kind is OriginKind.SOURCE else TEXT)},
            "required": [word],
            "additionalProperties": False,
        }
        for word, kind in UPSTREAMS.items()
    ]
    return {"anyOf": [{"const": OriginKind.OWN.value}, *named]}


def _anchored(pattern: str) -> str:
    return f"^(?:{pattern})$"
