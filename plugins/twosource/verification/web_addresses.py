"""Addresses on the web: which document one names, and whose site it is on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from publicsuffixlist import PublicSuffixList

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ocid|smid|ref|ref_src|partner|feedtype|feedname", re.I
)
"""Parameters that say who sent the reader, not what is read."""


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=65536)
def document_of(url: str) -> str:
    """The document that an address names, as `host/path?query`; two addresses of one document give one text.

    Scheme, `www.`, mobile and AMP forms, tracking parameters and fragment do not tell documents apart.
    """
    parts = urlsplit(url)
    host = re.sub(r"^(?:www|m|mobile|amp)\.", "", (parts.hostname or "").lower())
    path = re.sub(r"(?:/amp)?/?$|/index\.html?$", "", parts.path)
    kept = sorted((key, value) for key, value in parse_qsl(parts.query) if not TRACKING.fullmatch(key))
    return host + path + (f"?{urlencode(kept)}" if kept else "")


@lru_cache(maxsize=65536)
def site_of(url: str) -> str:
    """The registrable domain of an address or host name (by the public suffix list, read offline): `bbc.co.uk`."""
    host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    return _suffixes().privatesuffix(host) or host
