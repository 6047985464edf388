"""Reads what `desk compare` compares: texts, saved pages, JSON; none of them needs an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.desk.evidence_taking import entry_of
from twosource.desk.html_page import read_html
from twosource.desk.pdf_page import read_pdf
from twosource.desk.saved_forms import address_beside, address_of, json_records, page_of_record
from twosource.desk.saved_page import SavedPage, normal_text, unreadable
from twosource.desk.saved_pages import LARGEST, files_in
from twosource.newsroom.problems import Problem
from twosource.newsroom.reference import Publisher
from twosource.verification.agencies import AGENCIES, agency_aliases
from twosource.verification.cues import lead_cues
from twosource.verification.documents import Document
from twosource.verification.fingerprint import quoted
from twosource.verification.hints import Metadata


@dataclass(frozen=True, slots=True)
class Given:
    """One page with the name that it has among the others."""

    id: str
    """Its `id`, else its file's name."""
    page: SavedPage
    """The page."""
    origin: str
    """Who had it first, where the file says so; empty when not."""


def read_given(places: Iterable[Path]) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    """Every page in the files, folders with what lies below; ids that are met again get a number."""
    given: dict[str, Given] = {}
    problems: list[Problem] = []
    for path in (file for place in places for file in files_in(place)):
        for one in _in_file(path):
            if isinstance(one, Problem):
                problems.append(one)
                continue
            names = (f"{one.id}#{n}" if n > 1 else one.id for n in range(1, len(given) + 2))
            name = next(name for name in names if name not in given)
            given[name] = Given(name, one.page, one.origin)
    return tuple(given.values()), tuple(problems)


def _in_file(path: Path) -> Iterator[Given | Problem]:
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        yield unreadable(path, f"The file cannot be read: {error.strerror}.", "Check that you may read it.")
        return
    if raw is None:
        yield unreadable(path, f"The file has more than {LARGEST:,} bytes.", "Give the article alone.")
        return
    match path.suffix.lower():
        case ".json":
            yield from _records(path, raw)
        case ".html" | ".htm":
            page = read_html(str(path), address_of(path, raw), raw)
            yield page if isinstance(page, Problem) else Given(path.name, page, "")
        case ".pdf":
            read = read_pdf(str(path), address_beside(path), raw)
            yield read if isinstance(read, Problem) else Given(path.name, read, "")
        case _:
            yield _text(path, raw)


def _text(path: Path, raw: bytes) -> Given | Problem:
    text = normal_text(raw.decode("utf-8-sig", "replace"))
    page = SavedPage(str(path), Metadata(address_beside(path)), "", "", text, text)
    return Given(path.name, page, "") if text else unreadable(path, "The file holds no text.", "Leave it out.")


def _records(path: Path, raw: bytes) -> Iterator[Given | Problem]:
    records = json_records(path, raw)
    if isinstance(records, Problem):
        yield records
        return
    if not records:
        yield unreadable(path, "The file holds no page.", "Give one page, a list, or `documents: [...]`.")
    for number, record in enumerate(records, 1):
        page = page_of_record(path, record)
        name = _word(record, "id") or (path.name if len(records) == 1 else f"{path.name}#{number}")
        empty = unreadable(path, f"Record {number} has no `text`.", "Give each page its text.")
        yield Given(name, page, _word(record, "origin")) if page.text else empty


def _word(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return str(value).strip() if isinstance(value, str | int) else ""


def documents_of(given: Iterable[Given], registry: Mapping[str, Publisher]) -> tuple[Document, ...]:
    """The pages as documents; outlets that published one of them are known by name in cues, too."""
    pages = tuple(given)
    aliases = agency_aliases(registry.values())
    registered = (name for one in registry.values() for name in (one.name, *one.aliases))
    published = (one.page.metadata.site or one.page.metadata.publisher for one in pages)
    outlets = {name for name in (*AGENCIES, *registered, *published) if name}
    return tuple(
        Document(
            id=one.id,
            title=one.page.title,
            entry=entry_of(one.page, "", aliases),
            cues=lead_cues(one.page.text, outlets),
            quoted=quoted(one.page.text),
            origin="" if one.origin == "own" else one.origin,
        )
        for one in pages
    )
