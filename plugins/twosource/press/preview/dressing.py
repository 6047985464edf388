"""A printed page as the preview sends it: with the panel, the script that reloads it, and a policy that lets them in.

The file stays as it was printed: what readers get is never touched.
"""

from __future__ import annotations

import re
from html import escape, unescape

from twosource.press.preview.board import State
from twosource.press.preview.origin import ADDRESS
from twosource.press.preview.panel import badges, banner, panel

POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
NEEDED = ("script-src", "style-src", "connect-src")
"""What has to be allowed from this very site."""


def dress(page: str, url: str, mark: str, state: State, origin: str) -> str:
    """The page for an address; `mark` is that of its file, by which the script knows whether it is still the same."""
    if origin != ADDRESS:
        page = page.replace(ADDRESS, origin)
    page = POLICY.sub(lambda found: found[1] + escape(allowing(unescape(found[2]))) + found[3], page, count=1)
    page = _before(page, "</head>", _head(url, mark, state))
    words = banner(url, state)
    top = f'<div id="preview-banner"{"" if words else " hidden"}>{_shadow(words)}</div>'
    page = re.sub(r"<body\b[^>]*>", lambda found: found[0] + top, page, count=1)
    return _before(page, "</body>", f'<div id="preview-panel">{_shadow(panel(url, state))}</div>\n')


def allowing(policy: str) -> str:
    """A security policy under which the preview's own script and style work, and nothing else that did not."""
    parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())
    for name in NEEDED:
        held = parts.get(name, parts.get("default-src", "'self'")).split()
        allowed = [source for source in held if source != "'none'"]
        parts[name] = " ".join(allowed if "'self'" in allowed else ["'self'", *allowed])
    return "; ".join(f"{name} {held}".strip() for name, held in parts.items())


def title_of(page: str) -> str:
    """What the page calls itself, without the site's name."""
    found = TITLE.search(page)
    return unescape(found[1]).rpartition(" · ")[0] or unescape(found[1]) if found else ""


def stand_in(title: str, words: str) -> str:
    """A page where none was printed."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n</head>\n"
        f'<body class="preview-page">\n<h1>{escape(title)}</h1>\n<p>{escape(words)}</p>\n</body>\n</html>\n'
    )


def _head(url: str, mark: str, state: State) -> str:
    return (
        '<link rel="stylesheet" href="/.preview/page.css">\n'
        f'<script src="/.preview/reload.js" defer data-page="{escape(url)}" data-mark="{mark}" '
        f'data-serial="{state.serial}" data-badges="{escape(badges(state))}"></script>\n'
    )


def _shadow(markup: str) -> str:
    """Behind a border that the styles of the theme do not cross."""
    return f'<template shadowrootmode="open">{markup}</template>'


def _before(page: str, end: str, markup: str) -> str:
    at = page.rfind(end)
    return f"{page[:at]}{markup}{page[at:]}" if at >= 0 else page + markup
