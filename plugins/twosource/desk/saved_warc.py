"""Saved pages in WARC files, each under the address that was asked and those that redirect to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from twosource.desk.fetching.failure import Failure
from twosource.desk.fetching.kinds import readable
from twosource.desk.reader_child import READERS
from twosource.desk.saved_page import Found, SavedPage, unreadable
from twosource.desk.warc_file import Record, arrivals, record_at, records
from twosource.newsroom.problems import Problem

AGAIN = "Save it again, or give the page as x.html."


def in_warc(path: Path) -> Iterator[Found | Problem]:
    """Every page in a WARC file; of several copies of one address, the last. What came before a break is used."""
    last: dict[str, Record] = {}
    try:
        last.update((record.url, record) for record in records(path))
    except (OSError, ValueError) as error:
        yield unreadable(path, f"The WARC file cannot be read to its end: {error}.", AGAIN)
    for url, record in sorted(arrivals(last).items()):
        yield Found(str(path), url, partial(_read, path, url, record.offset))


def _read(path: Path, url: str, offset: int) -> SavedPage | Problem:
    try:
        record = record_at(path, offset)
    except (OSError, ValueError):
        record = None
    if record is None:
        return unreadable(path, f"The copy of {url} is broken or too large.", AGAIN)
    content = readable(record.headers.get("content-type", ""), record.body or b"")
    if isinstance(content, Failure):
        return unreadable(path, f"The copy of {url} is of no use: {content.message}", AGAIN)
    page = READERS[content.kind.value](str(path), url, content.raw)
    return replace(page, retrieved=record.day) if isinstance(page, SavedPage) else page
