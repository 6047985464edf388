"""Every kind of page by IBM's accessibility checker, the second opinion: no failure of a rule of WCAG 2.2."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.judges.browser import DESK, PHONE, unfold, visit
from tests.judges.fault import Fault
from tests.judges.samples import samples
from tests.judges.site import Site
from tests.judges.tools import module

POLICY = "WCAG_2_2"
LOOKS = ((PHONE, "light"), (DESK, "dark"))
ASK = """policy => new ace.Checker().check(document, [policy]).then(found => found.results
    .filter(one => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
    .map(one => `${one.ruleId}: ${one.message} ${one.snippet.slice(0, 160)}`))"""
"""Failures alone: what it only recommends, or asks a person to look at, is for the person."""


def ace(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Failures on the sampled pages, with their folds open."""
    with visit(browser, site) as page:
        return tuple(Fault(address, what) for address in samples(site) for what in on_page(site, page, address))


def on_page(site: Site, page: Page, address: str) -> Iterator[str]:
    """What the checker says of one page in each look; the page is loaded once."""
    page.goto(site.address + address)
    unfold(page)
    page.evaluate(module("accessibility-checker-engine/ace.js").read_text("utf-8") + ";window.ace = ace; 0")
    for (width, height), scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        yield from (f"{width} px, {scheme}: {' '.join(what.split())}" for what in page.evaluate(ASK, POLICY))
