"""Metadata of a plain Markdown file, in the forms of Pelican, Hugo and Jekyll, and the text after it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

import yaml

Meta = dict[str, Any]
"""Keys as written; values are texts, lists and maps of texts, for dates and numbers stay as they were typed."""

FENCED = {
    "---": re.compile(r"---[^\S\n]*\n(.*?)^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.M | re.S),
    "+++": re.compile(r"\+\+\+[^\S\n]*\n(.*?)^\+\+\+[^\S\n]*(?:\n|\Z)", re.M | re.S),
}
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a sign, which JSON can name and no file can hold."""

PLAIN = re.compile(r"([A-Za-z][\w-]*):(?:[^\S\n]+(.*))?")
"""A line of metadata without any fence, as Pelican and others have it; lines that are indented go on."""


class Read(NamedTuple):
    """A file taken apart."""

    meta: Meta
    """What it says of itself."""
    body: str
    """The text, to the last character."""
    line: int
    """Line in which the text begins, from 1."""
    fault: str
    """Why its metadata could not be read; empty when they could."""


def take_apart(text: str) -> Read:
    """Metadata and text of a file; one that has no metadata is all text."""
    for fence, pattern in FENCED.items():
        if text.startswith(fence):
            found = pattern.match(text)
            if found is None:
                return Read({}, text, 1, f"the fence {fence} at its head is never closed")
            return _fenced(text, found, READERS[fence])
    if text.startswith("{"):
        return _json(text)
    return _plain(text)


def _fenced(text: str, found: re.Match[str], read: Callable[[str], Any]) -> Read:
    body, line = text[found.end() :], text.count("\n", 0, found.end()) + 1
    try:
        meta = read(found[1])
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        return Read({}, body, line, f"its metadata cannot be read: {' '.join(str(error).split())}")
    if meta is None or isinstance(meta, dict):
        return Read(_texts(meta or {}), body, line, "")
    return Read({}, body, line, "its metadata are no keys with values")


def _yaml(text: str) -> Any:
    """Every scalar as it was typed: `no` stays a word, and a date what its writer wrote."""
    return yaml.load(text, Loader=yaml.BaseLoader)


READERS: Mapping[str, Callable[[str], Any]] = {"---": _yaml, "+++": tomllib.loads}


def _json(text: str) -> Read:
    """An object at the head of the file, as Hugo takes it; anything else in braces is text."""
    try:
        meta, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return Read({}, text, 1, "")
    after = re.compile(r"[^\S\n]*\n?").match(text, end)
    end = after.end() if after else end
    return Read(_texts(meta), text[end:], text.count("\n", 0, end) + 1, "")


def _plain(text: str) -> Read:
    lines, meta, last = text.split("\n"), Meta(), ""
    for number, line in enumerate(lines):
        found = PLAIN.fullmatch(line)
        if found:
            last = found[1]
            meta[last] = (found[2] or "").strip()
        elif last and line[:1] in (" ", "\t") and line.strip():
            meta[last] = f"{meta[last]} {line.strip()}".strip()
        elif line.strip() or not meta:
            return Read({}, text, 1, "")
        else:
            return Read(meta, "\n".join(lines[number + 1 :]), number + 2, "")
    return Read(meta, "", len(lines), "")


def _texts(value: Any) -> Any:
    """The same with texts for everything that is no list and no map."""
    if isinstance(value, Mapping):
        return {_texts(str(key)): _texts(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else LONE_SURROGATE.sub("\ufffd", str(value))
