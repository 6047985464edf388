"""Addresses of a printed site, wherever it is put up: which story one leads to."""

from __future__ import annotations

import re

STORY = re.compile(r"(?:^|/)stories/(?P<slug>[^/?#]+)/(?:index\.html)?(?:[?#]|$)")
FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)
"""What an address begins with that leads away from the site; one of its own begins at its folder."""

DROPPED = re.compile(r"^[\x00-\x20]+|[\t\r\n]")
"""What a browser leaves out of an address before it follows it."""


def story_of(address: str) -> str:
    """Slug of the story of this site to which an address leads; empty for any other address."""
    plain = DROPPED.sub("", address)
    found = None if FOREIGN.match(plain) else STORY.search(plain)
    return found["slug"] if found else ""
