"""A reader with a keyboard: skip link, order of focus, what is focused is seen, folds and popovers, no trap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, Page

from tests.judges.browser import visit
from tests.judges.fault import Fault
from tests.judges.samples import largest
from tests.judges.searching import PATIENCE, SETTLED
from tests.judges.site import Site
from tests.judges.tools import in_page

MOST = 80
"""Steps with the Tab key on one page; a longer page is walked that far."""

REACHABLE = in_page("stops")
HERE = in_page("focus")
BEFORE_MAIN = """() => document.activeElement !== document.body
    && !document.activeElement.closest("main, main ~ *")"""
POPOVERS = """() => [...document.querySelectorAll("[popovertarget]")]
    .filter(part => part.checkVisibility()).map(part => part.getAttribute("popovertarget"))"""


def keyboard(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Faults on the walk, on the largest page of each kind. Forced colours are on: a shadow is no outline there."""
    with visit(browser, site, forced_colors="active") as page:
        return tuple(Fault(address, what) for address in largest(site) for what in on_page(site, page, address))


def on_page(site: Site, page: Page, address: str) -> Iterator[str]:
    """One page: skip, walk, open."""
    page.goto(site.address + address)
    yield from skip(page)
    page.goto(site.address + address)
    # A field that comes with the search index would change the stops under the walk.
    page.wait_for_function(SETTLED, timeout=PATIENCE)
    yield from walk(page)
    yield from folds(page)
    yield from popovers(page)


def skip(page: Page) -> Iterator[str]:
    """The first stop leads past everything to the main part."""
    page.keyboard.press("Tab")
    target = page.evaluate("() => document.activeElement?.getAttribute('href')")
    if not page.evaluate("() => document.querySelector(document.activeElement?.hash || 'none')?.localName === 'main'"):
        yield f"the first stop of the Tab key is no link to the main part, but {target}"
        return
    if not (page.evaluate(HERE) or {}).get("within"):
        yield "the skip link is not to be seen when it is focused"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if page.evaluate(
        "() => document.activeElement !== document.body && !document.activeElement.closest('main, main ~ *')"
    ):
        yield "after the skip link the Tab key does not go on in the main part"


def walk(page: Page) -> Iterator[str]:
    """Every stop once, in the order of the document, visible, outlined; at the end the page lets go."""
    found = page.evaluate(REACHABLE)
    yield from (f"a positive tabindex breaks the order: {one}" for one in found["jumps"])
    before = -1
    for _ in range(min(found["stops"], MOST)):
        page.keyboard.press("Tab")
        at: dict[str, Any] | None = page.evaluate(HERE)
        if at is None:
            yield f"the Tab key leaves the page after {before + 1} of {found['stops']} stops"
            return
        if at["place"] != before + 1:
            yield f"out of order or trapped: stop {before + 2} is number {at['place'] + 1} in the text: {at['html']}"
            return
        before = at["place"]
        yield from unseen(at)


def unseen(at: dict[str, Any]) -> Iterator[str]:
    """Whether a reader sees where the focus is."""
    if not at["within"]:
        yield f"focused and out of sight: {at['html']}"
    elif at["covered"]:
        yield f"focused and covered by something: {at['html']}"
    if not at["outlined"]:
        yield f"focused without an outline: {at['html']}"


def folds(page: Page) -> Iterator[str]:
    """Enter opens the first fold that is shut and shuts it again."""
    opened = page.evaluate("""() => { window.fold = [...document.querySelectorAll("details:not([open]) > summary")]
        .find(part => part.checkVisibility()); window.fold?.focus(); return Boolean(window.fold); }""")
    if not opened:
        return
    for wanted in (True, False):
        page.keyboard.press("Enter")
        if page.evaluate("() => window.fold.parentElement.open") is not wanted:
            yield f"Enter does not {'open' if wanted else 'shut'} the first fold"


def popovers(page: Page) -> Iterator[str]:
    """Each popover opens with Enter, is seen whole, and shuts with Escape, giving the focus back."""
    for name in dict.fromkeys(page.evaluate(POPOVERS)):
        opener = f"[popovertarget='{name}']"
        page.evaluate("name => document.querySelector(`[popovertarget='${name}']`).focus()", name)
        page.keyboard.press("Enter")
        seen = page.evaluate(
            """name => { const box = document.getElementById(name)?.matches(":popover-open") &&
            document.getElementById(name).getBoundingClientRect();
            return box && box.left >= 0 && box.right <= innerWidth && box.width > 1 && box.height > 1; }""",
            name,
        )
        if not seen:
            yield f"Enter on {opener} does not show it within the window"
        page.keyboard.press("Escape")
        if page.evaluate("name => document.getElementById(name)?.matches(':popover-open')", name):
            yield f"Escape does not shut what {opener} opened"
        elif not page.evaluate("name => document.activeElement?.getAttribute('popovertarget') === name", name):
            yield f"after Escape the focus is not back on {opener}"
