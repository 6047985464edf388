"""Atom feeds: valid by a grammar of RFC 4287, and what the RFC says that a grammar cannot."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree, html

from tests.judges.fault import Fault
from tests.judges.site import Site, address_of, files, xml
from tests.judges.tools import HERE

SPACE = {"a": "http://www.w3.org/2005/Atom"}
HTML = ("html", "text/html")


def feeds(site: Site) -> tuple[Fault, ...]:
    """Faults in every Atom feed of the site; that it has none is one."""
    found = files(site, "*.atom.xml", "atom.xml")
    if not found:
        return (Fault("/feeds/all.atom.xml", "there is none"),)
    return tuple(
        Fault(address_of(site, path), what) for path in found for what in (*by_grammar(xml(path)), *by_sense(xml(path)))
    )


@cache
def grammar() -> etree.RelaxNG:
    """The grammar of feeds."""
    return etree.RelaxNG(etree.parse(HERE / "atom.rng"))


def by_grammar(feed: etree._ElementTree) -> Iterator[str]:
    """What the grammar says; libxml2 reports more than the first cause, and later lines may follow from it."""
    rules = grammar()
    if not rules.validate(feed):
        yield from (f"line {error.line}: {error.message}" for error in rules.error_log)


def by_sense(feed: etree._ElementTree) -> Iterator[str]:
    """Unique ids, an author for all, addresses that mean the same in every reader, one page for each entry."""
    names = texts(feed, "//a:entry/a:id | /a:feed/a:id")
    yield from (f"the id {name} stands twice" for name in sorted({n for n in names if names.count(n) > 1}))
    addresses = [*names, *texts(feed, "//a:link/@href | //a:uri | //a:icon | //a:logo | //a:content/@src")]
    yield from (f"“{one}” is not absolute" for one in addresses if "://" not in one and not one.startswith("urn:"))
    if not feed.xpath("/a:feed/a:link[@rel='self']", namespaces=SPACE):
        yield "no link of the feed leads to itself"
    everybody = feed.xpath("boolean(/a:feed/a:author)", namespaces=SPACE)
    for number, entry in enumerate(feed.xpath("//a:entry", namespaces=SPACE), 1):
        yield from (f"entry {number} {what}" for what in in_entry(entry, everybody))


def texts(feed: etree._ElementTree, path: str) -> list[str]:
    """Words of elements and values of attributes."""
    found = feed.xpath(path, namespaces=SPACE)
    return [(one if isinstance(one, str) else one.text or "").strip() for one in found]


def in_entry(entry: etree._Element, everybody: bool) -> Iterator[str]:
    """What is wrong with one entry."""
    if not everybody and not entry.findall("a:author", SPACE) and not entry.findall("a:source/a:author", SPACE):
        yield "has no author, nor has the feed"
    alternates = [
        (link.get("type"), link.get("hreflang"))
        for link in entry.findall("a:link", SPACE)
        if link.get("rel", "alternate") == "alternate"
    ]
    if len(alternates) != len(set(alternates)):
        yield "has two alternates of one type and language"
    if not alternates and not entry.findall("a:content", SPACE):
        yield "has neither an alternate nor content"
    for part in (*entry.findall("a:content", SPACE), *entry.findall("a:summary", SPACE)):
        if part.get("type") in HTML:
            yield from in_html(part.text or "")


def in_html(text: str) -> Iterator[str]:
    """Addresses in its HTML that are not absolute, and what no reader of feeds runs."""
    if not text.strip():
        yield "has empty HTML"
        return
    part = html.fragment_fromstring(text, create_parent="div")
    yield from (f"has a relative address: {one}" for one in part.xpath("//@href | //@src") if "://" not in one)
    yield from (f"has <{one.tag}>" for one in part.xpath("//script | //style | //iframe | //form"))
