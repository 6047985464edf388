"""Every kind of page by axe-core, on a phone and a desk, light and dark: no violation, no contrast left undecided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, Page

from tests.judges.browser import DESK, PHONE, unfold, visit
from tests.judges.fault import Fault
from tests.judges.samples import samples
from tests.judges.site import Site
from tests.judges.tools import module

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""Without wcag22aa the size of targets is not looked at."""

LOOKS = ((PHONE, "light", TAGS), (PHONE, "dark", ()), (DESK, "light", ()), (DESK, "dark", TAGS))
"""Where all rules are asked, and where contrast alone: other rules see no colours, and of widths each is seen once."""

UNDECIDED = {"color-contrast"}
"""Rules of which “cannot say” counts as a fault."""

DRAWN = ("<text", "<tspan")
"""Words in a drawing, behind which axe cannot see; colours.py judges those."""

ASK = """([tags, rule]) => axe.run(document, {
        runOnly: tags.length ? tags : {type: "rule", values: [rule]},
        resultTypes: ["violations", "incomplete"]})
    .then(found => ({violations: found.violations, incomplete: found.incomplete}))"""


def axe(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Violations on the sampled pages, with their folds open."""
    with visit(browser, site) as page:
        return tuple(Fault(address, what) for address in samples(site) for what in on_page(site, page, address))


def on_page(site: Site, page: Page, address: str) -> Iterator[str]:
    """What axe says of one page in each look; the page is loaded once."""
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(site.address + address)
    page.evaluate(module("axe-core/axe.min.js").read_text("utf-8"))
    # Where a fold is shut, its neighbours stand closer together than where it is open.
    yield from (f"{PHONE[0]} px, folds shut: {what}" for what in told(page.evaluate(ASK, [[], "target-size"])))
    unfold(page)
    for (width, height), scheme, tags in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for what in told(page.evaluate(ASK, [list(tags), "color-contrast"])):
            yield f"{width} px, {scheme}: {what}"


def told(found: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Violations, and what could not be decided where it must be."""
    undecided = [rule for rule in found["incomplete"] if rule["id"] in UNDECIDED]
    for rule in (*found["violations"], *undecided):
        for node in rule["nodes"]:
            if rule in undecided and node["html"].startswith(DRAWN):
                continue
            why = " ".join((node.get("failureSummary") or rule["help"]).split())
            yield f"{rule['id']}: {node['html'][:160]} {why[:200]}"
