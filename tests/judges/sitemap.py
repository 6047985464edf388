"""The list of pages for search engines: valid by the protocol's schema, and the very pages that want to be found."""

from __future__ import annotations

from functools import cache

from lxml import etree

from tests.judges.fault import Fault
from tests.judges.site import Site, address_of, files, pages, tree, xml
from tests.judges.tools import module

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HIDDEN = "//meta[@name='robots' and contains(@content, 'noindex')] | //meta[@http-equiv='refresh']"


def sitemap(site: Site) -> tuple[Fault, ...]:
    """Faults of the schema, and pages that are listed in vain, twice or not at all."""
    found = files(site, "sitemap*.xml")
    if not found:
        return (Fault("/sitemap.xml", "there is none"),)
    invalid = [
        Fault(address_of(site, path), f"line {error.line}: {error.message}")
        for path in found
        for error in errors(xml(path))
    ]
    return (*invalid, *listing(site))


def errors(document: etree._ElementTree) -> tuple[etree._LogEntry, ...]:
    """What the schema says of one file."""
    rules = schema()
    return () if rules.validate(document) else tuple(rules.error_log)


@cache
def schema() -> etree.XMLSchema:
    """The schema of lists of pages."""
    return etree.XMLSchema(etree.parse(module("sitemap/schema/sitemap.xsd")))


def listing(site: Site) -> tuple[Fault, ...]:
    """Every page that may be indexed is listed once, and nothing else."""
    listed = [
        str(place).strip().removeprefix(site.address)
        for path in files(site, "sitemap*.xml")
        for place in xml(path).xpath("//s:url/s:loc/text()", namespaces=SPACE)
    ]
    wanted = {page for page in pages(site) if page != "/404.html" and not tree(site, page).xpath(HIDDEN)}
    return (
        *(
            Fault("/sitemap.xml", f"{page} is listed twice")
            for page in sorted({p for p in listed if listed.count(p) > 1})
        ),
        *(Fault("/sitemap.xml", f"{page} is listed, and is no page to index") for page in sorted({*listed} - wanted)),
        *(Fault("/sitemap.xml", f"{page} is not listed") for page in sorted(wanted - {*listed})),
    )
