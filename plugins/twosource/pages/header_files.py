"""Header files: what a host has to send beside the files, in the form that several static hosts read from `_headers`.

Each page carries a policy of its own in a `<meta>` element, the strictest that it can live under. A browser holds to
both, so that the one for the whole site has to be as wide as the widest of them, and adds what no element may say.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.pages import addresses
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet

POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
"""The policy of every page; a page may read files of the site, which is how Lighthouse looks at robots.txt."""
WITH_INDEX = (POLICY[0], "script-src 'self' 'wasm-unsafe-eval'", *POLICY[2:])
"""The same for a site with a search index, whose program is compiled by the browser."""

EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
"""Sent with every file."""

A_YEAR = "public, max-age=31536000, immutable"
"""For what is linked with a mark of its content."""
A_WEEK = "public, max-age=604800"
"""For fonts, which the stylesheets name without a mark: it would cost 100 bytes of the first round trip."""
ANYONE = ("Access-Control-Allow-Origin", "*")

Rule = tuple[str, tuple[tuple[str, str], ...]]
"""Addresses, and what is sent with them beside what is sent with all.

A star stands for anything, a name after a colon for anything up to a slash. Hosts join the values of one header in all
rules that fit an address, so that no two of them may give the same one.
"""

RULES: tuple[Rule, ...] = (
    ("/theme/:file", (("Cache-Control", A_YEAR),)),
    ("/theme/fonts/*", (("Cache-Control", A_WEEK),)),
    ("/data/*", (ANYONE,)),
    ("/feeds/*", (ANYONE, ("Content-Type", "application/atom+xml; charset=utf-8"))),
    (addresses.JSON_FEED, (ANYONE, ("Content-Type", "application/feed+json; charset=utf-8"))),
    (addresses.CALENDAR, (ANYONE, ("Content-Type", "text/calendar; charset=utf-8"))),
    (addresses.OPENSEARCH, (("Content-Type", "application/opensearchdescription+xml; charset=utf-8"),)),
    (addresses.LLMS, (("Content-Type", "text/plain; charset=utf-8"),)),
)
"""What single files need: types that hosts do not know by the ending, and leave for the programs of other sites."""


def header_files(stand: Newsstand) -> Iterator[Sheet]:
    """One file at the root."""
    yield Sheet(addresses.HEADERS, "text", _headers)


def policy(index: bool) -> str:
    """The policy as a header, with or without a search index."""
    return "; ".join(WITH_INDEX if index else POLICY)


def _headers(stand: Newsstand) -> Page:
    first = ("Content-Security-Policy", policy(bool(stand.house.index)))
    rules: list[Rule] = [("/*", (first, *EVERYWHERE)), *RULES, *_hubs(stand)]
    return Page(addresses.HEADERS, "text", {"text": "\n".join(_written(stand, rule) for rule in rules)})


def _hubs(stand: Newsstand) -> Iterator[Rule]:
    """For WebSub each feed names its hub and its own address; a subscriber looks at the headers first."""
    hub = stand.house.extras.websub
    if hub:
        topics = map(addresses.topic_feed, stand.topics)
        for feed in (addresses.ALL_FEED, addresses.CORRECTIONS_FEED, addresses.JSON_FEED, *topics):
            yield feed, (("Link", f'<{hub}>; rel="hub", <{stand.url(feed)}>; rel="self"'),)


def _written(stand: Newsstand, rule: Rule) -> str:
    place, headers = rule
    return "".join((f"{stand.href(place)}\n", *(f"  {name}: {value}\n" for name, value in headers)))
