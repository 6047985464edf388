"""Words in charts can be read in light, dark and forced colours, and in forced colours so can everything else."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.judges.axe import ASK, told
from tests.judges.browser import unfold, visit
from tests.judges.fault import Fault
from tests.judges.samples import samples
from tests.judges.site import Site
from tests.judges.tools import in_page, module

CHARTS = in_page("chart_words")
"""axe cannot see behind words in a drawing; they are taken to stand on what lies behind the drawing."""


def colours(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Words that cannot be read in one of the ways in which readers set their colours."""
    with visit(browser, site) as page:
        return tuple(Fault(address, what) for address in samples(site) for what in on_page(site, page, address))


def on_page(site: Site, page: Page, address: str) -> Iterator[str]:
    """One page in each colouring; it is loaded once."""
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.goto(site.address + address)
    unfold(page)
    for scheme, forced in (("light", "none"), ("dark", "none"), ("light", "active"), ("dark", "active")):
        page.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
        name = scheme if forced == "none" else f"forced colours, {scheme}"
        yield from (f"{name}: {what}" for what in page.evaluate(CHARTS))
    page.evaluate(module("axe-core/axe.min.js").read_text("utf-8"))
    yield from (f"forced colours: {what}" for what in told(page.evaluate(ASK, [[], "color-contrast"])))
