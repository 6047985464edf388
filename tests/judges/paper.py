"""Printed stories: every fold is open, and the addresses of links are spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import html
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.judges.browser import visit
from tests.judges.fault import Fault
from tests.judges.samples import samples
from tests.judges.site import Site, stories, tree
from tests.judges.tools import in_page

ON_PAPER = in_page("links_in_print")
"""Links that are shown in print, such as a source's; those of no use there, such as for sharing, are hidden."""

SHORTEST = 25
"""Letters of a text below which finding it on paper proves nothing."""


def paper(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Stories of which something is missing on paper. No script runs: some browsers print without asking one."""
    told = [page for page in samples(site) if page in stories(site)]
    with visit(browser, site, java_script_enabled=False) as page:
        faults = list[Fault]()
        for address in told:
            page.goto(site.address + address)
            page.emulate_media(media="print")
            printed = letters(words(page.pdf(format="A4")))
            faults += [Fault(address, what) for what in folded(tree(site, address), printed)]
            faults += [Fault(address, what) for what in unspelt(site, page.evaluate(ON_PAPER), printed)]
        return tuple(faults)


def words(pdf: bytes) -> str:
    """All text of a PDF."""
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def letters(text: str) -> str:
    """A text without spaces, hyphens and case: lines are broken at will on paper."""
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", text).casefold()


def folded(root: html.HtmlElement, printed: str) -> Iterator[str]:
    """What stands in a fold and not on paper."""
    for fold in root.xpath("//main//details"):
        for part in fold.xpath("./*[not(self::summary)]//text()[normalize-space()] | ./text()[normalize-space()]"):
            if len(letters(part)) >= SHORTEST and letters(part) not in printed:
                yield f"folded away on paper: “{' '.join(part.split())[:80]}”"


def unspelt(site: Site, targets: list[str], printed: str) -> Iterator[str]:
    """Links to others whose address is not on paper; where in the text they point may be left out."""
    for target in dict.fromkeys(targets):
        plain = target.partition(":~:")[0].rstrip("#")
        if not target.startswith(site.address) and letters(plain) not in printed:
            yield f"no address on paper for the link to {plain}"
