"""The forms in which pages are saved: HTML, PDF, plain text, JSON.

HTML, PDF and plain text stand beside a file with their address (`x.html.url`); JSON carries it, and plain text may
carry it in its first line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from twosource.desk.pdf_page import read_pdf
from twosource.desk.saved_page import AUTHORS, Found, SavedPage, normal_text, one_line, unreadable
from twosource.desk.text_page import read_text
from twosource.newsroom.problems import Problem
from twosource.verification.hints import Metadata

LISTS = ("documents", "articles", "docs", "pages")
"""Keys under which a JSON file may hold several pages."""

TEXT, PUBLISHER, PUBLISHED = ("text", "content"), ("publisher", "source"), ("published", "date")
"""Keys by which collections of articles name the same thing, the preferred one first."""

ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
SAVED_FROM = re.compile(rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s*url:\s*)(https?://\S+)")
PASTED = re.compile(rb"(?:\xef\xbb\xbf)?\s*(https?://[^\s\"'<>]+)[ \t]*\r?\n")
OWN_ADDRESS = re.compile(
    rb"<meta\b[^>]*\bproperty=[\"']?og:url[\"' ][^>]*\bcontent=[\"']?(https?://[^\"'\s>]+)"
    rb"|<meta\b[^>]*\bcontent=[\"']?(https?://[^\"'\s>]+)[^>]*\bproperty=[\"']?og:url\b",
    re.I,
)
CANONICAL = re.compile(
    rb"<link\b[^>]*\brel=[\"']?canonical[\"' ][^>]*\bhref=[\"']?(https?://[^\"'\s>]+)"
    rb"|<link\b[^>]*\bhref=[\"']?(https?://[^\"'\s>]+)[^>]*\brel=[\"']?canonical\b",
    re.I,
)


def _html(path: Path, raw: bytes) -> Iterator[Found | Problem]:
    from twosource.desk.html_page import read_html

    url = address_of(path, raw)
    if url:
        yield Found(str(path), url, lambda: read_html(str(path), url, raw))
    else:
        yield _without_address(path)


def _text(path: Path, raw: bytes) -> Iterator[Found | Problem]:
    beside, pasted = address_beside(path), _pasted(raw)
    if beside:
        yield Found(str(path), beside, lambda: read_text(str(path), beside, raw))
    elif pasted:
        yield pasted_text(str(path), raw)
    elif not path.name.lower().startswith(("readme", "licence", "license")):
        yield _without_address(path)


def _pasted(raw: bytes) -> re.Match[bytes] | None:
    return PASTED.match(raw)


def pasted_text(path: str, raw: bytes) -> Found | Problem:
    """Text below a line with its address; a problem where the first line is none."""
    match = _pasted(raw)
    if match is None:
        return unreadable(path, "The pasted text has no address.", "Put the address on a line before the text.")
    url, rest = match[1].decode("ascii", "replace"), raw[match.end() :]
    return Found(path, url, lambda: read_text(path, url, rest))


def _without_address(path: Path) -> Problem:
    hint = f"Write its address into {path.name}.url beside it."
    return unreadable(path, "The saved page has no address.", hint)


def address_of(path: Path, raw: bytes) -> str:
    """Address of a saved HTML page: beside it, else within; empty where there is none."""
    return address_beside(path) or _address_within(raw)


def address_beside(path: Path) -> str:
    """First address in `<file>.url`, which may also be a browser's shortcut file."""
    try:
        found = ADDRESS.search(path.with_name(f"{path.name}.url").read_text("utf-8-sig", "replace"))
    except OSError:
        return ""
    return found[0] if found else ""


def _address_within(raw: bytes) -> str:
    """Address that the browser wrote into the page when it saved it, else its own, else its canonical one.

    The canonical one comes last: a reprint names the original's there.
    """
    head = raw[:400_000]
    found = SAVED_FROM.search(raw[:20_000]) or OWN_ADDRESS.search(head) or CANONICAL.search(head)
    return next(group for group in found.groups() if group).decode("utf-8", "replace") if found else ""


def _json(path: Path, raw: bytes) -> Iterator[Found | Problem]:
    records = json_records(path, raw)
    for record in (records,) if isinstance(records, Problem) else records:
        yield record if isinstance(record, Problem) else _record(path, record)


def json_records(path: Path, raw: bytes) -> tuple[Mapping[str, Any], ...] | Problem:
    """Records of one page each: the file is one, a list of them, or has a list under one of `LISTS`."""
    try:
        read = json.loads(raw.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        message = f"This is not valid JSON: {error.msg}."
        return unreadable(path, message, "Save it again.", error.lineno, error.colno)
    except (UnicodeDecodeError, RecursionError):
        return unreadable(path, "This is not JSON in UTF-8.", "Save it again.")
    records = next((read[key] for key in LISTS if key in read), [read]) if isinstance(read, dict) else read
    listed = records if isinstance(records, list) else []
    return tuple(record if isinstance(record, dict) else {} for record in listed)


def word_of(record: Mapping[str, Any], *keys: str) -> str:
    """The first of these keys that holds words; empty where none does."""
    words = (record[key].strip() for key in keys if isinstance(record.get(key), str))
    return next((word for word in words if word), "")


def _record(path: Path, given: Mapping[str, Any]) -> Found | Problem:
    url = word_of(given, "url")
    if not (ADDRESS.fullmatch(url) and word_of(given, *TEXT)):
        hint = "Give each page `url` and `text`; publisher, published, authors and title are welcome."
        return unreadable(path, "A record has no address or no text.", hint)
    return Found(str(path), url, lambda: page_of_record(path, given))


def page_of_record(path: Path, given: Mapping[str, Any]) -> SavedPage:
    """The page that a record gives; keys that are absent or no text are empty."""
    listed = given.get("authors")
    names = tuple(name for name in listed if isinstance(name, str)) if isinstance(listed, list) else ()
    written = names or tuple(name for name in (word_of(given, "authors", "author"),) if name)
    authors = tuple(map(one_line, written))[:AUTHORS]
    text = normal_text(word_of(given, *TEXT))
    url, canonical = word_of(given, "url"), word_of(given, "canonical")
    metadata = Metadata(url, canonical, "", one_line(word_of(given, *PUBLISHER)), authors)
    title, published = one_line(word_of(given, "title")), word_of(given, *PUBLISHED)[:10]
    return SavedPage(str(path), metadata, title, published, text, text)


def _pdf(path: Path, raw: bytes) -> Iterator[Found | Problem]:
    url = address_beside(path)
    yield Found(str(path), url, lambda: read_pdf(str(path), url, raw)) if url else _without_address(path)


READERS: Mapping[str, Callable[[Path, bytes], Iterator[Found | Problem]]] = {
    ".html": _html,
    ".htm": _html,
    ".txt": _text,
    ".json": _json,
    ".pdf": _pdf,
}
"""What reads which kind of file; others are passed over."""
