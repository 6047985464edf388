"""Words in charts can be read in light, dark and forced colours, and in forced colours so can everything else."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.judges.axe import ASK, told
from tests.judges.browser import unfold, visit
from tests.judges.fault import Fault
from tests.judges.samples import samples
from tests.judges.site import Site
from tests.judges.tools import module

CHARTS = """() => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const read = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data]; };
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, place) => sum + v * [0.2126, 0.7152, 0.0722][place], 0);
    const behind = part => { for (let at = part; at; at = at.parentElement) {
        const seen = read(getComputedStyle(at).backgroundColor); if (seen[3] === 255) return seen; }
        return read("Canvas"); };
    const shown = part => part.getClientRects().length && getComputedStyle(part).visibility === "visible";
    return [...document.querySelectorAll("svg text")].filter(text => text.textContent.trim() && shown(text)).flatMap(text => {
        const [a, b] = [light(read(getComputedStyle(text).fill)), light(behind(text.closest("svg")))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        return ratio < 4.5 ? [`“${text.textContent.trim().slice(0, 40)}” in a chart has contrast ${ratio.toFixed(2)}, not 4.5`] : [];
    }).slice(0, 5);
}"""
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
    yield from (f"forced colours: {what}" for what in told(page.evaluate(ASK, [])))
