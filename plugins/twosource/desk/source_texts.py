"""Texts to search, from files: plain text, saved HTML, or JSON with `text`; no hub and no lock is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from twosource.desk.hub import UsageError
from twosource.desk.saved_forms import PUBLISHED, TEXT, json_records, word_of
from twosource.desk.saved_page import SavedPage, normal_text
from twosource.newsroom.problems import Problem
from twosource.verification.figures import Document

IN_ADDRESS = re.compile(r"/(\d{4})/(\d{1,2})/(\d{1,2})/")
"""A day in an address, as many newspapers have it."""


def read_sources(paths: list[str], published: date | None) -> Iterator[Document]:
    """Every text of the files, named by its `id` or its file; `published` is for those that give no day."""
    for path in map(Path, paths):
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror}") from error
        if path.suffix.lower() == ".json":
            yield from _records(path, raw, published)
        elif path.suffix.lower() in (".html", ".htm"):
            yield _page(path, raw, published)
        else:
            text = normal_text(raw.decode("utf-8-sig", "replace"))
            if not text:
                raise UsageError(f"{path} holds no text")
            yield Document(path.name, text, published)


def _records(path: Path, raw: bytes, published: date | None) -> Iterator[Document]:
    records = json_records(path, raw)
    if isinstance(records, Problem):
        raise UsageError(f"{path}: {records.message}")
    for one in records:
        text = word_of(one, *TEXT)
        if not text:
            raise UsageError(f"{path} holds a record without text")
        name = word_of(one, "id", "name") or (path.name if len(records) == 1 else word_of(one, "url") or path.name)
        yield Document(name, normal_text(text), _day(one) or published)
    if not records:
        raise UsageError(f"{path} holds no text")


def _day(record: Mapping[str, Any]) -> date | None:
    written = day_of(word_of(record, *PUBLISHED))
    found = IN_ADDRESS.search(word_of(record, "url", "canonical"))
    return written or (day_of(f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}") if found else None)


def day_of(text: str) -> date | None:
    """The day that an ISO date or moment begins with, or None."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _page(path: Path, raw: bytes, published: date | None) -> Document:
    from twosource.desk.html_page import read_html

    page = read_html(str(path), f"https://{path.name}/", raw)
    if not isinstance(page, SavedPage):
        raise UsageError(f"{path}: {page.message}")
    return Document(path.name, page.text, day_of(page.published) or published)
