"""What an answer is, whatever it calls itself: HTML, plain text, PDF, or of no use."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum

from twosource.desk.fetching.failure import Failure, StoppedError, shown, stop

HTML_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
TEXT_TYPES = ("text/plain", "text/markdown", "text/x-markdown")
UNSAID = ("", "application/octet-stream", "binary/octet-stream", "application/pdf", "application/x-pdf")
"""Types after which the bytes themselves decide."""

PDF = b"%PDF-"
MARKUP = re.compile(rb"\s*(?:<[!?](?!doctype)[^>]*>\s*)*<(?:!doctype html|html|head|body|title|meta|article)\b", re.I)
META = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
HEADER = re.compile(r"\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CHARSET = re.compile(
    r"utf-?8|utf-?16(?:[bl]e)?|us-ascii|(?:iso-?8859-?|latin-?|windows-?|cp|koi8-?|mac-?|big5|gb|euc-?|iso-?2022-?"
    r"|shift[_-]?jis|sjis|x-sjis|tis-?620|ks_c)[\w.-]*",
    re.I,
)
"""Names of charsets; Python has codecs of other kinds under other names."""

AS_BROWSERS_DO = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii"), "cp1252") | {"gb2312": "gb18030"}
WIDE = re.compile(r"utf-?16", re.I)
ESCAPED = re.compile(r"iso-?2022", re.I)
"""Charsets in which much that is written is valid UTF-8 as well, and means something else."""

LOST = 0.002
"""Share of characters that may be beyond reading."""

CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Kind(StrEnum):
    """What can be read."""

    HTML = "html"
    TEXT = "text"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Content:
    """What is left of an answer for the reader."""

    kind: Kind
    """How to read it."""
    raw: bytes
    """UTF-8, or a PDF as it came."""


def content_of(content_type: str, body: bytes) -> Content:
    """Tell what a body is, and bring its text to UTF-8. Raises StoppedError where it is of no use."""
    if not body.strip():
        raise unreadable("The site sends an empty page.")
    if PDF in body[:1024]:
        return Content(Kind.PDF, body)
    kind = _kind(content_type.partition(";")[0].strip().lower(), body)
    if kind is None:
        named = shown(content_type.partition(";")[0], 60)
        raise unreadable(f"The site sends “{named}”, which is neither HTML, text nor PDF.")
    return Content(kind, _decoded(content_type, body, kind).encode("utf-8", "replace"))


def readable(content_type: str, body: bytes) -> Content | Failure:
    """What `content_of` gives, with the failure as a value."""
    try:
        return content_of(content_type, body)
    except StoppedError as stopped:
        return stopped.failure


def _kind(named: str, body: bytes) -> Kind | None:
    if named in TEXT_TYPES:
        return Kind.TEXT
    if named in HTML_TYPES or (named in UNSAID and MARKUP.match(body[:4096])):
        return Kind.HTML
    return Kind.TEXT if named in UNSAID and not _binary(body) else None


def _binary(body: bytes) -> bool:
    start = body[:8192]
    return len(CONTROLS.findall(start)) > len(start) / 100


def _decoded(content_type: str, body: bytes, kind: Kind) -> str:
    """Byte-order mark, UTF-8 where it is that, the header, the page's own word: the first that fits without loss.

    UTF-8 goes before the header because no other text of any length happens to be valid UTF-8, but for two kinds.
    """
    named = [charset for mark, charset in MARKS if body.startswith(mark)]
    named += ["utf-8", *HEADER.findall(content_type)[:1]]
    named += [word.decode("ascii", "replace") for word in META.findall(body[:4096])[:1]] if kind is Kind.HTML else []
    if _binary(body) and not any(name.lower().startswith("utf-16") for name in named):
        raise unreadable("The site sends something binary under the name of text.")
    if len(named) == 1:
        named.append("cp1252")
    named.sort(key=lambda name: not _masked(name, body))
    codecs_tried = [name for name in map(_codec, named) if name]
    texts = [text for name in codecs_tried if (text := _strict(body, name)) is not None]
    text = texts[0] if texts else body.decode(codecs_tried[-1], "replace")
    if text.count("\ufffd") > LOST * len(text) + 1:
        raise unreadable(f"The text is not in the charset that the site names ({shown(', '.join(named[1:]), 60)}).")
    return text


def _masked(charset: str, body: bytes) -> bool:
    """True for text in a charset of which UTF-8 would make something else without loss."""
    return bool((WIDE.match(charset) and _binary(body)) or (ESCAPED.match(charset) and b"\x1b" in body))


def _codec(name: str) -> str:
    plain = AS_BROWSERS_DO.get(name.lower(), name)
    try:
        return codecs.lookup(plain).name if CHARSET.fullmatch(plain) or plain == "utf-8-sig" else ""
    except LookupError:
        return ""


def _strict(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeError:
        return None


def unreadable(message: str) -> StoppedError:
    """The failure of a page that came, and cannot be read."""
    return stop("fetch-unreadable", message)
