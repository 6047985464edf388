"""What a story weighs: its page and styles fit the first round trip of TCP."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import brotli

from tests.judges.fault import Fault
from tests.judges.site import Site, file_of, stories, tree

FIRST_ROUND_TRIP = 14_000
"""Octets of ten packets, headers of the answer taken off: what comes before the reader's first acknowledgement."""

STYLES = "//link[@rel='stylesheet'][not(@media='print')]/@href"


def first_round_trip(site: Site) -> tuple[Fault, ...]:
    """Stories whose HTML and screen styles, each compressed by brotli, are more than a first round trip."""
    weights = ((page, page_and_styles(site, page)) for page in stories(site))
    return tuple(
        Fault(page, f"{weight:,} octets of HTML and CSS in brotli, more than {FIRST_ROUND_TRIP:,}")
        for page, weight in weights
        if weight > FIRST_ROUND_TRIP
    )


def page_and_styles(site: Site, page: str) -> int:
    """Octets of a page and the style sheets that it waits for."""
    sheets = (file_of(site, urlsplit(str(href)).path) for href in tree(site, page).xpath(STYLES))
    return sum(compressed(path) for path in (file_of(site, page), *sheets))


@cache
def compressed(path: Path) -> int:
    """Octets of a file in brotli; of fonts and pictures its own, for they are compressed already."""
    raw = path.read_bytes()
    return len(raw) if path.suffix in (".woff2", ".png", ".jpg", ".webp", ".avif") else len(brotli.compress(raw))
