"""Who asked for less motion gets none."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.judges.browser import visit
from tests.judges.fault import Fault
from tests.judges.samples import largest
from tests.judges.site import Site
from tests.judges.tools import in_page

MOVING = in_page("moving")


def motion(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Transitions, animations and smooth scrolling that are left under prefers-reduced-motion."""
    faults = list[Fault]()
    with visit(browser, site, reduced_motion="reduce") as page:
        for address in largest(site):
            page.goto(site.address + address)
            faults += [Fault(address, what) for what in page.evaluate(MOVING)]
    return tuple(faults)
