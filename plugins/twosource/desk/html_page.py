"""Text and metadata of a saved HTML page. Needs the extra `lock`; loads it only when a page is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from twosource.desk.hub import UsageError
from twosource.desk.saved_page import AUTHORS, SavedPage, normal_text, one_line
from twosource.newsroom.problems import Place, Problem
from twosource.verification.agencies import AGENCIES
from twosource.verification.hints import ORIGINAL, Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONG_ADDRESS = 500
"""Characters of a canonical address."""

NOT_PROSE = ["//blockquote", "//figcaption", "//*[contains(@class, 'twitter-tweet') or contains(@class, 'caption')]"]
"""What others wrote or what stands under pictures: left out of the text for the fingerprint."""


def read_html(path: str, url: str, raw: bytes) -> SavedPage | Problem:
    """The article in a saved page, or a problem where no text is found in it.

    Raises UsageError where the extractor is not installed. Nothing is fetched.
    """
    try:
        from trafilatura import extract, extract_metadata, load_html
    except ImportError as error:
        raise UsageError(
            f"HTML pages need the extractor, and {error.name or 'a part of it'} is missing: "
            "run `pip install 'twosource[lock]'`."
        ) from None
    tree = load_html(raw)
    text = extract(tree, url=url, include_comments=False, include_tables=True) if tree is not None else None
    if tree is None or not text:
        return Problem(
            Place(path, 1, 1),
            "file-unreadable",
            "No article was found in the page.",
            "Save the page after it has loaded, or save its text as x.txt.",
        )
    prose = extract(load_html(raw), url=url, include_comments=False, prune_xpath=NOT_PROSE)
    about = extract_metadata(load_html(raw), default_url=url)
    canonical = _first(tree, "//link[@rel='canonical']/@href")
    metadata = Metadata(
        url=url,
        canonical=_address(url, canonical),
        publisher=one_line(_structured_publisher(tree)),
        site=one_line(_first(tree, "//meta[@property='og:site_name']/@content")),
        authors=_authors(about.author or "", tree),
    )
    whole = normal_text(text + _original_note(tree, text))
    return SavedPage(path, metadata, one_line(about.title or ""), about.date or "", whole, normal_text(prose or text))


def _address(url: str, canonical: str) -> str:
    """The canonical address in full; empty where none is given, or none that an honest page would give."""
    try:
        whole = urljoin(url, canonical) if canonical else ""
    except ValueError:
        return ""
    honest = whole.startswith(("http://", "https://")) and len(whole) <= LONG_ADDRESS and whole.isprintable()
    return whole if honest else ""


def _first(tree: HtmlElement, xpath: str) -> str:
    found: Any = tree.xpath(xpath)
    return str(found[0]).strip() if found else ""


def _original_note(tree: HtmlElement, text: str) -> str:
    """The sentence that names where the page appeared first, where the extractor took it for furniture."""
    for paragraph in tree.iter("p", "div", "em", "i", "span"):
        words = " ".join(paragraph.text_content().split())
        if len(words) < 300 and ORIGINAL.search(words):
            return "" if words in text else f"\n{words}"
    return ""


def _authors(found: str, tree: HtmlElement) -> tuple[str, ...]:
    """Bylines as the extractor found them, and agencies in the JSON-LD: it takes a single word for no author."""
    listed = [one_line(name) for name in found.split(";") if name.strip()]
    agencies = [name for name in _structured(tree, "author") if name in AGENCIES and name not in listed]
    return tuple(dict.fromkeys((*agencies, *listed)))[:AUTHORS]


def _structured_publisher(tree: HtmlElement) -> str:
    """Name of the publisher in the page's JSON-LD; empty when none."""
    return next(_structured(tree, "publisher"), "")


def _structured(tree: HtmlElement, key: str) -> Iterator[str]:
    """Names under a key of the page's JSON-LD, which holds a name, an object with one, or a list of either."""
    scripts: Any = tree.xpath("//script[contains(@type, 'ld+json')]/text()")
    for script in scripts:
        for entry in _entries(_loaded(str(script))):
            held = entry.get(key)
            for one in held if isinstance(held, list) else [held]:
                name = one.get("name") if isinstance(one, dict) else one
                if isinstance(name, str) and name.strip():
                    yield name.strip()


def _loaded(script: str) -> Any:
    """JSON-LD as pages print it: in CDATA, or with raw line ends in texts."""
    try:
        return json.loads(re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$", "", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _entries(read: Any) -> Iterator[dict[str, Any]]:
    """Objects at the top, in lists, and under `@graph`."""
    for entry in read if isinstance(read, list) else [read]:
        if isinstance(entry, dict):
            yield entry
            yield from _entries(entry.get("@graph", []))
