"""A printed site as a folder: its pages, their trees, and the file behind an address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html


@dataclass(frozen=True, slots=True)
class Site:
    """One output folder. Nobody may change it while it is judged: what is read of it is kept."""

    folder: Path
    """The output folder."""

    address: str
    """Its address without a slash at the end, such as http://127.0.0.1:8000."""


def open_site(folder: Path) -> Site:
    """The site in a folder, with the address that its front page gives as its own."""
    canonical = html.parse(folder / "index.html").xpath("string(//link[@rel='canonical']/@href)")
    parts = urlsplit(canonical)
    if not parts.netloc:
        raise ValueError(f"{folder}/index.html names no canonical address, so that the site's own links are unknown")
    return Site(folder, f"{parts.scheme}://{parts.netloc}")


@cache
def pages(site: Site) -> tuple[str, ...]:
    """Addresses of all HTML pages, in order."""
    return tuple(sorted(address_of(site, path) for path in site.folder.rglob("*.html")))


def files(site: Site, *patterns: str) -> tuple[Path, ...]:
    """Files of the site that match one of the patterns."""
    return tuple(sorted(path for pattern in patterns for path in site.folder.rglob(pattern)))


def address_of(site: Site, path: Path) -> str:
    """A file's address within the site; that of an index.html is its folder."""
    return "/" + path.relative_to(site.folder).as_posix().removesuffix("index.html")


def file_of(site: Site, address: str) -> Path:
    """The file that a server of static files sends for an address within the site; it may not exist."""
    path = unquote(urlsplit(address).path)
    return site.folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))


@cache
def tree(site: Site, page: str) -> html.HtmlElement:
    """A page's elements; whoever asks must not alter them."""
    return html.fromstring(file_of(site, page).read_bytes())


@cache
def xml(path: Path) -> etree._ElementTree:
    """A file's elements, read without looking anything up."""
    return etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))


def stories(site: Site) -> tuple[str, ...]:
    """Addresses of all story pages; what only sends readers on to another address is none."""
    moved = "//meta[@http-equiv='refresh']"
    return tuple(page for page in pages(site) if kind(page) == "/stories/*/" and not tree(site, page).xpath(moved))


RULES = "/methodology/rules/"
"""Where each rule has a page, a step further down than other pages of one make."""


def kind(page: str) -> str:
    """What pages of one make have in common: /stories/*/ for each story, /topics/*/ for each topic."""
    if page.startswith(RULES) and page != RULES:
        return f"{RULES}*/"
    parts = page.strip("/").split("/")
    starred = [part if place % 2 == 0 else "*" for place, part in enumerate(parts)]
    return "/" + "/".join(starred) + ("/" if page.endswith("/") and parts != [""] else "")
