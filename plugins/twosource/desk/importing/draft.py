"""A draft from a file of another generator: our scaffold, with everything in it that has a place there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from twosource.desk.hub import UsageError
from twosource.desk.importing.foreign_marks import ForeignMark, addresses_in, foreign_marks
from twosource.desk.importing.front import Read
from twosource.desk.importing.keys import (
    ADDRESSES,
    AUTHORS,
    DATES,
    SLUGS,
    SUMMARIES,
    TAGS,
    TITLES,
    TOPICS,
    UPDATES,
    Metadata,
    moment,
    old_addresses,
)
from twosource.desk.new import slug_from
from twosource.desk.scaffold import quoted, scaffold
from twosource.newsroom.layout import STORIES
from twosource.newsroom.reference import Hub

DATED = re.compile(r"(\d{4}-\d\d-\d\d)-(.+)")
"""A file's name with its date, as Jekyll has it."""

HEADING = re.compile(r"\A\s*# (.+)\n?")


@dataclass(frozen=True, slots=True)
class Draft:
    """What becomes of one file."""

    source: str
    """The file, relative to the folder that is imported."""
    path: str
    """Where the story goes, relative to the hub."""
    text: str
    """The story."""
    unmapped: Mapping[str, Any]
    """Metadata without a place; they stand in the draft as notes."""
    lost: tuple[str, ...]
    """What could not be kept as it was, in sentences."""
    foreign: tuple[ForeignMark, ...]
    """Marks in the text that mean nothing here."""


def draft_of(source: str, read: Read, hub: Hub, topics: Mapping[str, str], today: str) -> Draft:
    """The draft. Raises UsageError where neither title nor name could become an address."""
    meta = Metadata(read.meta)
    lost: list[str] = []
    name = PurePosixPath(source)
    stem = name.parent.name if name.stem == "index" and name.parent.name else name.stem
    dated = DATED.fullmatch(stem)
    title = meta.text(TITLES) or _heading(read.body) or (dated[2] if dated else stem).replace("-", " ").capitalize()
    date = _date(meta, dated[1] if dated else "", today, lost)
    slug = _slug(meta.text(SLUGS), dated[2] if dated else stem, title)
    path = f"{STORIES}/{date[:4]}/{slug}.md"
    topic, other = _topic(meta, topics, hub)
    aliases, dead = old_addresses(meta.texts(ADDRESSES))
    lost += (f"no redirect can be printed from {address}" for address in dead)
    updated, less = meta.moment(UPDATES)
    lost += [f"`updated`: {less}"] if less else []
    front = scaffold(title, path, date[:10], topic, (one.id for one in hub.topics))
    filled = {
        f"date: {date[:10]} ": f"date: {date} ",
        "authors: []": f"authors: {_list(meta.texts(AUTHORS))}",
        "summary: ": f"summary: {quoted(summary)}" if (summary := meta.text(SUMMARIES)) else "summary: ",
        "aliases: []": f"aliases: {_list(aliases)}",
    }
    if updated:
        filled[f"# updated: {date[:10]} "] = f"updated: {updated} "
    without = (("tags", list(meta.texts(TAGS))), ("categories", other), ("addresses", list(dead)))
    notes = _notes(source, (*without, *meta.left.items()), addresses_in(read.body))
    for empty, full in filled.items():
        front = front.replace(f"\n{empty}", f"\n{full}", 1)
    text = front.replace("---\n", f"---\n{notes}", 1) + read.body
    return Draft(source, path, text, meta.left, tuple(lost), tuple(foreign_marks(read.body, read.line)))


def _heading(body: str) -> str:
    found = HEADING.match(body)
    return "".join(sign for sign in " ".join(found[1].split()) if sign.isprintable()) if found else ""


def _date(meta: Metadata, named: str, today: str, lost: list[str]) -> str:
    for found, less in (meta.moment(DATES), moment(named)):
        if found:
            lost += [f"`date`: {less}"] if less else []
            return found
    lost.append("`date`: the file has none that can be read, so that it is today's")
    return today


def _slug(given: str, stem: str, title: str) -> str:
    for words in (given, stem, title):
        try:
            return slug_from(words)
        except UsageError:
            continue
    raise UsageError("neither its name nor its title has a letter or digit that could become an address")


def _topic(meta: Metadata, topics: Mapping[str, str], hub: Hub) -> tuple[str, list[str]]:
    """The first category that is a topic of the hub, else the hub's first topic; and the categories that are none."""
    known = {name.casefold(): topic for name, topic in topics.items()}
    named = meta.texts(TOPICS)
    found = [known[name.casefold()] for name in named if name.casefold() in known]
    chosen = found[0] if found else hub.topics[0].id if hub.topics else "''"
    return chosen, [name for name in named if known.get(name.casefold()) != chosen]


def _list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


def _notes(source: str, left: Iterable[tuple[str, Any]], links: tuple[str, ...]) -> str:
    """Comments at the head of the draft: nothing that the file said of itself is gone."""
    lines = [f"# Imported from {source}."]
    lines += (f"#   {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in left if value)
    if links:
        lines += ["# Its text links these pages: are they its sources?", *(f"#   {address}" for address in links)]
    return "".join(f"{line}\n" for line in (*map(_one_line, lines), "#"))


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
