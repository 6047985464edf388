"""Every address that the site gives for something of its own leads to a file, and to a place in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

from tests.judges.fault import Fault
from tests.judges.site import Site, address_of, file_of, files, pages, tree, xml

IN_PAGES = "//@href | //@src | //@poster | //@action | //@data | //@cite | //object/@data"
IN_META = "//meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]/@content"
IN_CSS = re.compile(r"""(?:url\(|@import\s)\s*["']?([^"')]+)""")
IN_TEXTS = re.compile(r"""https?://[^\s"'<>\\),]+""")


NAMES = re.compile(r'"@id":\s*"[^"]*#[^"]*"')
"""Names of things in structured data."""


def links(site: Site) -> tuple[Fault, ...]:
    """Dead addresses, wherever they stand: links, pictures, cards, structured data, styles, feeds, lists, data."""
    return tuple(
        Fault(source, f"“{target}” leads nowhere: {missing}")
        for source, target in dict.fromkeys(named(site))
        if (missing := what_is_missing(site, source, target))
    )


def named(site: Site) -> Iterator[tuple[str, str]]:
    """Every address that any file names, with the file's own."""
    for page in pages(site):
        yield from ((page, target) for target in in_page(site, page))
    for path in files(site, "*.css"):
        yield from ((address_of(site, path), target) for target in IN_CSS.findall(path.read_text("utf-8")))
    for path in files(site, "*.xml"):
        yield from ((address_of(site, path), target) for target in own(site, said(path)))
    for path in files(site, "*.txt"):
        yield from ((address_of(site, path), target) for target in own(site, path.read_text("utf-8")))
    for path in files(site, "*.json"):
        yield from ((address_of(site, path), target) for target in own(site, strings(path)))
    for path in files(site, "*.ics"):
        yield from ((address_of(site, path), target) for target in own(site, unfolded(path)))


def in_page(site: Site, page: str) -> Iterator[str]:
    """Addresses in a page: those of its elements, of its cards for other sites, and of its structured data."""
    root = tree(site, page)
    yield from map(str, root.xpath(IN_PAGES))
    yield from (part.split()[0] for value in root.xpath("//@srcset") for part in value.split(",") if part.strip())
    yield from (str(value) for value in root.xpath(IN_META) if value.startswith(("http:", "https:", "/")))
    for block in root.xpath("//script[@type='application/ld+json']/text()"):
        # What stands under @id names a thing; with a fragment it need not be an element of the page.
        yield from re.findall(rf'"({re.escape(site.address)}[^"]*)"', NAMES.sub("", block))


def own(site: Site, text: str) -> Iterator[str]:
    """The site's own addresses in a text, without what an address template leaves open; a path left open is none."""
    for target in IN_TEXTS.findall(text):
        path, asked, _ = target.partition("?")
        if target.startswith(site.address + "/") and "{" not in path:
            yield (target.partition("{")[0] if asked else path).rstrip(".;")


def said(path: Path) -> str:
    """Every text and every attribute of an XML file, one in a line."""
    root = xml(path).getroot()
    return "\n".join((*map(str, root.itertext()), *(str(value) for value in root.xpath("//@*"))))


def strings(path: Path) -> str:
    """Whatever a JSON file holds, with its escapes read."""
    return json.dumps(json.loads(path.read_bytes()), ensure_ascii=False).replace('\\"', '"')


def unfolded(path: Path) -> str:
    """A calendar's text, its long lines joined again and its escapes read."""
    text = re.sub(rb"\r\n[ \t]", b"", path.read_bytes()).decode("utf-8")
    return text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")


def what_is_missing(site: Site, source: str, target: str) -> str:
    """What an address lacks: empty for what is there, and for what lies on other sites."""
    if target.startswith(("data:", "mailto:", "blob:", "about:", "javascript:")):
        return ""
    if target.startswith(("http:///", "https:///")):
        return "it names no host"
    whole = urljoin(site.address + source, target)
    parts = urlsplit(whole)
    if f"{parts.scheme}://{parts.netloc}" != site.address:
        return ""
    path, fragment = urldefrag(whole.removeprefix(site.address) or "/")
    file = file_of(site, path)
    if not file.is_file():
        return f"there is no {address_of(site, file)}"
    if file.suffix != ".html" or fragment.startswith(":~:") or not fragment:
        return ""
    return "" if unquote(fragment.partition(":~:")[0]) in ids(file) else f"no element there has the id “{fragment}”"


@cache
def ids(file: Path) -> frozenset[str]:
    """Every id on a page."""
    return frozenset(html.fromstring(file.read_bytes()).xpath("//@id"))
