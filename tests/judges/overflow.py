"""Nothing is wider than the window: at 320 px, at 200 % zoom, and with letters of twice the size."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.judges.browser import PHONE, unfold, visit
from tests.judges.fault import Fault
from tests.judges.samples import samples
from tests.judges.site import Site, stories
from tests.judges.tools import in_page

MOST = 60
"""Stories that are measured besides the samples; of a larger site the first ones by name."""

NARROW, ZOOMED, DOUBLED = (320, 640), (640, 450), (1280, 900)
"""The narrowest window that WCAG asks for; 1280 px at 200 % zoom; a desk whose reader doubled the letters."""

WIDEST = in_page("widest")


def overflow(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Pages that must be scrolled sideways, with what sticks out. The plain viewport is used: is_mobile hides it."""
    addresses = tuple(dict.fromkeys((*samples(site), *stories(site)[:MOST])))
    with visit(browser, site, size=PHONE) as page:
        return tuple(Fault(address, what) for address in addresses for what in on_page(site, page, address))


def on_page(site: Site, page: Page, address: str) -> Iterator[str]:
    """One page in each window; the page is loaded once, and its letters are doubled last."""
    page.goto(site.address + address)
    unfold(page)
    for name, (width, height) in (("320 px", NARROW), ("200 % zoom", ZOOMED), ("letters of twice the size", DOUBLED)):
        page.set_viewport_size({"width": width, "height": height})
        if (width, height) == DOUBLED:
            page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        found = page.evaluate(WIDEST)
        if found:
            yield f"at {name} it is {found[0]} wide: {' · '.join(found[1:])}"
