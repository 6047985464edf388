"""What is sent for an address, and how long a browser may keep it."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

ASSETS = ("reload.js", "page.css", "panel.css")
TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".wasm": "application/wasm", ".webmanifest": "text/json"}


@dataclass(frozen=True, slots=True)
class Found:
    """What is sent for an address."""

    status: int
    """Code of the answer, as HTTP numbers them."""
    body: bytes
    """What is sent, as it is."""
    type: str
    """Media type, with the character set of a text."""
    mark: str = ""
    """By what a browser asks whether it is still the same; empty for what is sent each time."""
    place: str = ""
    """Address to ask for instead; empty for none."""


MISUSED = Found(400, b"This cannot be read as an address.\n", "text/plain")
STRANGE = Found(421, b"This is a preview for this machine alone.\n", "text/plain")


def mark_of(path: Path) -> str:
    """By what a file is known again; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    whole = f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"
    return blake2b(whole.encode(), digest_size=8).hexdigest()


def page_of(status: int, page: str) -> Found:
    """A page as it is now."""
    return Found(status, page.encode(), "text/html; charset=utf-8")


def moved(url: str) -> Found:
    """The way to another address of the site."""
    return Found(301, b"", "text/plain", place=quote(url))


def asset(name: str) -> Found:
    """One of the preview's own files."""
    if name not in ASSETS:
        return Found(404, b"There is no such file.\n", "text/plain")
    body = (files(__package__) / "assets" / name).read_bytes()
    return Found(200, body, type_of(Path(name)), blake2b(body, digest_size=8).hexdigest())


def keeping(address: str, found: Found) -> str:
    """How long a browser may keep it unasked: what has a mark in its address for ever, fonts for a while."""
    if not found.mark:
        return "no-store"
    if found.type == "font/woff2":
        return "max-age=600"
    return "max-age=31536000, immutable" if "?" in address else "no-cache"


def type_of(path: Path) -> str:
    """Media type of a file, by its name."""
    found = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    text = found.startswith("text/") or found.endswith(("json", "xml"))
    return f"{found}; charset=utf-8" if text else found
