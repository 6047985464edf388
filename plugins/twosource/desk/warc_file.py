"""WARC files: web pages as archives and crawlers keep them, and as the private store keeps what was fetched.

Needs the extra `lock`. A file may be of any size: its records are passed over one by one, and only the page that is
wanted is taken into memory.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from twosource.desk.hub import UsageError

LARGEST = 30_000_000
"""Bytes of one page."""

HOPS = 10
"""Redirects that are followed within a file."""


@dataclass(frozen=True, slots=True)
class Record:
    """One response in a WARC file."""

    url: str
    """Address that was asked."""
    status: int
    """HTTP status."""
    headers: Mapping[str, str]
    """HTTP headers by name in lower case."""
    day: str
    """Day on which it was fetched, ISO."""
    offset: int = 0
    """Where it stands in the file."""
    body: bytes | None = field(default=None, repr=False)
    """Its decompressed body; None where it has not been taken in."""


def records(path: Path) -> Iterator[Record]:
    """Every HTTP response, without its body. Raises OSError or ValueError where the file is broken."""
    with _plain_errors(), path.open("rb") as file:
        archive = _archive(file)
        for entry in archive:
            record = _record(entry)
            if record is not None:
                yield Record(record.url, record.status, record.headers, record.day, archive.get_record_offset())


def record_at(path: Path, offset: int) -> Record | None:
    """One response with its body; None where there is none, not all of it, or too much. Raises as `records` does."""
    with _plain_errors(), path.open("rb") as file:
        file.seek(offset)
        entry = next(iter(_archive(file)), None)
        record = _record(entry) if entry is not None else None
        if entry is None or record is None:
            return None
        body = entry.content_stream().read(LARGEST + 1)
        if len(body) > LARGEST or _breaks_off(entry):
            return None
    return Record(record.url, record.status, record.headers, record.day, offset, body)


def _breaks_off(entry: Any) -> bool:
    """True where the file ends before the record: the library takes what is there for the whole."""
    while entry.raw_stream.read(65_536):
        pass
    return bool(getattr(entry.raw_stream, "limit", 0))


def arrivals(found: Mapping[str, Record]) -> Mapping[str, Record]:
    """Each address with the page at the end of its redirects, as far as the same file holds it."""
    ends = {}
    for url, record in found.items():
        for _ in range(HOPS):
            if record.status == 200 or "location" not in record.headers:
                break
            record = found.get(urljoin(record.url, record.headers["location"]), record)
        if record.status == 200:
            ends[url] = record
    return ends


def warc_of(asked: str, url: str, headers: Mapping[str, str], body: bytes, moment: str) -> bytes:
    """A WARC file of one page; with a redirect before it, where another address had been asked.

    `moment` is when it was fetched, UTC, such as `2026-02-20T08:00:00Z`. The same page gives the same bytes.
    """
    page = _response(url, "200 OK", headers, body, moment)
    return page if asked == url else _response(asked, "302 Found", {"location": url}, b"", moment) + page


def _response(url: str, status: str, headers: Mapping[str, str], body: bytes, moment: str) -> bytes:
    """One record in a gzip member of its own. The library writes them too, but leaves open files behind."""
    http = _head(f"HTTP/1.1 {status}", {**headers, "content-length": str(len(body))}) + body
    named = {
        "WARC-Type": "response",
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{url} {moment}')}>",
        "WARC-Target-URI": url,
        "WARC-Date": moment,
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(http)),
    }
    return gzip.compress(_head("WARC/1.1", named) + http + b"\r\n\r\n", mtime=0)


def _head(first: str, headers: Mapping[str, str]) -> bytes:
    lines = (f"{name}: {' '.join(value.split())}" for name, value in headers.items())
    return ("\r\n".join((first, *lines)) + "\r\n\r\n").encode("utf-8", "replace")


@contextmanager
def _plain_errors() -> Iterator[None]:
    """A broken file breaks the library in ways that it does not list: all of them are one to us."""
    try:
        yield
    except (OSError, UsageError, GeneratorExit):
        raise
    except Exception as error:
        raise ValueError(f"The WARC file is broken: {error}") from None


def _archive(file: Any) -> Any:
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise UsageError("WARC files need warcio, which is missing: run `pip install 'twosource[lock]'`.") from None
    return ArchiveIterator(file, check_digests=False)


def _record(entry: Any) -> Record | None:
    if entry.rec_type != "response" or entry.http_headers is None:
        return None
    status = entry.http_headers.get_statuscode() or ""
    url, moment = (entry.rec_headers.get_header(name) or "" for name in ("WARC-Target-URI", "WARC-Date"))
    headers = {name.lower(): value for name, value in entry.http_headers.headers}
    return Record(url.strip("<>"), int(status) if status.isdecimal() else 0, headers, moment[:10])
