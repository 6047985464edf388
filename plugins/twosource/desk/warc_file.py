"""WARC files: web pages as archives and crawlers keep them, and as the private store keeps what was fetched.

Needs the extra `lock`. A file may be of any size: its records are passed over one by one, and only the page that is
wanted is taken into memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

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
    """One response with its body; None where there is none, or it is too large. Raises as `records` does."""
    with _plain_errors(), path.open("rb") as file:
        file.seek(offset)
        entry = next(iter(_archive(file)), None)
        record = _record(entry) if entry is not None else None
        body = entry.content_stream().read(LARGEST + 1) if entry is not None else b""
    if record is None or len(body) > LARGEST:
        return None
    return Record(record.url, record.status, record.headers, record.day, offset, body)


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

    `moment` is when it was fetched, UTC, such as `2026-02-20T08:00:00Z`.
    """
    _, writer_of, status_of = _warcio()
    out = BytesIO()
    writer = writer_of(out, gzip=True, warc_version="WARC/1.1")
    responses = [(url, "200 OK", [*headers.items(), ("content-length", str(len(body)))], body)]
    if asked != url:
        responses.insert(0, (asked, "302 Found", [("location", url)], b""))
    for address, status, lines, payload in responses:
        head = status_of(status, [(name, value) for name, value in lines], protocol="HTTP/1.1")
        dated = {"WARC-Date": moment}
        stream = BytesIO(payload)
        record = writer.create_warc_record(address, "response", stream, http_headers=head, warc_headers_dict=dated)
        writer.write_record(record)
    return out.getvalue()


@contextmanager
def _plain_errors() -> Iterator[None]:
    """A broken file breaks the library in ways that it does not list: all of them are one to us."""
    try:
        yield
    except (OSError, UsageError, GeneratorExit):
        raise
    except Exception as error:
        raise ValueError(f"The WARC file is broken: {error}") from None


def _warcio() -> tuple[Any, Any, Any]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter
    except ImportError:
        raise UsageError("WARC files need warcio, which is missing: run `pip install 'twosource[lock]'`.") from None
    return ArchiveIterator, WARCWriter, StatusAndHeaders


def _archive(file: Any) -> Any:
    return _warcio()[0](file, check_digests=False)


def _record(entry: Any) -> Record | None:
    if entry.rec_type != "response" or entry.http_headers is None:
        return None
    status = entry.http_headers.get_statuscode() or ""
    url, moment = (entry.rec_headers.get_header(name) or "" for name in ("WARC-Target-URI", "WARC-Date"))
    headers = {name.lower(): value for name, value in entry.http_headers.headers}
    return Record(url.strip("<>"), int(status) if status.isdecimal() else 0, headers, moment[:10])
