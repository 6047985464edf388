"""Addresses on the web: which document one names, and whose site it is on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from publicsuffixlist import PSLFILE, PublicSuffixList

from twosource.newsroom.files import raw_bytes

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|cmpid|ocid|smid|ref|ref_src|partner|feedtype|feedname|amp|outputtype", re.I
)
"""Parameters that say who sent the reader, or in which form, not what is read."""

WRAPPED = re.compile(
    r"https?://(?:web\.archive\.org/web/[^/]+/|(?:www\.)?google(?:\.[a-z]{2,3}){1,2}/amp/(?:s/)?"
    r"|[^/]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?)(?P<scheme>https?:/{1,2})?(?P<inner>[^/?#]+\.[^/?#]+.*)",
    re.I,
)
"""Archives and caches that carry the address of a page of somebody else in their own."""

SAME_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
"""Names that stand before a host and lead to the same pages."""

SAME_PATH = (
    (re.compile(r"/{2,}"), "/"),
    (re.compile(r"^/amp(?=/)|[/.]amp(?=/?$|\.html$)"), ""),
    (re.compile(r"/(?:index\.(?:html?|php))?$"), ""),
)
"""What is written anew in a path, in this order: doubled slashes, AMP forms, index pages and the last slash."""

NOWHERE = urlsplit("")

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


@cache
def _suffix_lines() -> str:
    raw = raw_bytes(PSLFILE)
    assert raw is not None, "the package of the public suffix list lost its list: install it again"
    return raw.decode()


@cache
def _suffixes(top: str) -> PublicSuffixList:
    """What the list says of names under one top-level domain; under none, the whole list.

    The whole list takes 60 ms to read, a twentieth of a run after one edit, of which a story's hosts need a few lines.
    """
    if not top:
        return PublicSuffixList()
    return PublicSuffixList(re.findall(rf"^(?:\S+\.)?{re.escape(top)}$", _suffix_lines(), re.M))


def _private_suffix(host: str) -> str | None:
    """What can be registered of a host, and what lies above is public; None where all of it is public, or no name."""
    top = host.rpartition(".")[2].lower()
    # A domain that is not written in ASCII stands in the list in its own letters, and may be asked for otherwise.
    return _suffixes(top if top.isascii() and not top.startswith("xn--") else "").privatesuffix(host)


PLAIN = re.compile(
    r"https?://(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?P<path>/[A-Za-z0-9._~/-]*)?(?P<rest>[?#].*)?", re.S
)
"""An address in which nothing is escaped or written otherwise than it is meant, as most are: host and path at once."""

KEEPERS = re.compile(r"archive\.org|google\.|ampproject\.org")
"""In the hosts of archives and caches."""


def _plain(url: str) -> re.Match[str] | None:
    """The host and path of a plain address that no archive keeps; saves taking it apart by the book."""
    found = PLAIN.fullmatch(url)
    return None if found and KEEPERS.search(found["host"]) else found


def _parts(url: str) -> SplitResult:
    """The parts of an address, out of its archive or cache; none where it is no address."""
    for _ in range(3):
        inside = WRAPPED.fullmatch(url)
        if inside is None:
            break
        url = f"https://{inside['inner']}"
    try:
        parts = urlsplit(url)
        return parts if parts.port is None or parts.hostname else NOWHERE
    except ValueError:
        return NOWHERE


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return host


@lru_cache(maxsize=4096)
def _main_host(host: str) -> str:
    """A host without the names before it, down to what somebody can register: `m.co.uk` is a site of its own."""
    while (match := SAME_HOST.match(host)) and _private_suffix(host[match.end() :]):
        host = host[match.end() :]
    return host


def _main_path(path: str) -> str:
    for pattern, plain in SAME_PATH:
        path = pattern.sub(plain, path)
    return path


@lru_cache(maxsize=65536)
def document_of(url: str) -> str:
    """The document that an address names, as `host/path?query`; two addresses of one document give one text.

    Scheme, `www.`, mobile and AMP forms, archived copies, tracking parameters, ways of escaping and fragment do not
    tell documents apart. What is no address gives an empty text.
    """
    plain = _plain(url)
    if plain and not plain["rest"]:
        return _main_host(plain["host"]) + _main_path(plain["path"] or "")
    parts = _parts(url)
    host = _main_host(_host(parts))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = _main_path(quote(unquote(parts.path), safe="/:@!$&'()*+,;=~"))
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = sorted((key, value) for key, value in query if not TRACKING.fullmatch(key))
    return host + port + path + (f"?{urlencode(kept)}" if kept else "")


@lru_cache(maxsize=65536)
def site_of(url: str) -> str:
    """The registrable domain of an address or host name (by the public suffix list, read offline): `bbc.co.uk`."""
    if plain := _plain(url):
        return _site(plain["host"])
    return _site(_host(_parts(url if SCHEME.match(url) else f"//{url.removeprefix('//')}")))


@lru_cache(maxsize=8192)
def _site(host: str) -> str:
    return host if _is_number(host) else _private_suffix(host) or host


def _is_number(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def absolute(address: str, page: str) -> str:
    """An address as it is meant on a page that gives it; empty when it is none."""
    try:
        return urljoin(page, address) if address else ""
    except ValueError:
        return ""
