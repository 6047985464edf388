"""What a reader's browser does with a page at first: what it asks for, what it refuses, and what moves meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Browser, Page, Request, Route

from tests.judges.browser import DESK, PHONE, answer, visit
from tests.judges.samples import samples
from tests.judges.site import Site, stories
from tests.judges.tools import in_page

MOST = 60
"""Stories that are opened in a browser besides the samples; of a larger site the first ones by name."""

LATE = frozenset({"font", "image"})
"""What a page can be painted without, and is here: whether a picture arrives before the first paint would be chance."""

NOTE = in_page("notes")
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SETTLED = """() => Promise.all([document.fonts.ready, ...[...document.images].map(one => one.decode().catch(() => 0))])
    .then(() => new Promise(done =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.told()), 50)))))"""


@dataclass(frozen=True, slots=True)
class View:
    """One page's first view in one width."""

    page: str
    """The page's address within the site."""

    width: int
    """CSS pixels."""

    asked: tuple[str, ...]
    """Addresses of all requests, in order."""

    failed: tuple[str, ...]
    """Addresses of requests that came to nothing, with the reason."""

    refused: tuple[str, ...]
    """What the page's own policy kept from loading or running."""

    moved: tuple[str, ...]
    """Shifts of what was painted already: how far, and what."""

    errors: tuple[str, ...]
    """What scripts stumbled over."""


@cache
def first_views(site: Site, browser: Browser) -> tuple[View, ...]:
    """Sampled pages on a phone and a desk, stories on a phone. Fonts and pictures come late: the worst case."""
    addresses = tuple(dict.fromkeys((*samples(site), *stories(site)[:MOST])))
    return (*looks(site, browser, addresses, PHONE), *looks(site, browser, samples(site), DESK))


def looks(site: Site, browser: Browser, addresses: tuple[str, ...], size: tuple[int, int]) -> tuple[View, ...]:
    """Open one page after the other as new readers do: a browser whose requests are answered here keeps nothing."""
    with visit(browser, site, size=size) as page:
        notes = Notes(site, page)
        return tuple(notes.of(address, size[0]) for address in addresses)


class Notes:
    """What happens on a page while it is opened. Fonts and pictures wait until something was painted without them."""

    def __init__(self, site: Site, page: Page) -> None:
        """Listen to a page that is still empty."""
        self.site, self.page = site, page
        self.asked, self.failed, self.errors, self.late = list[str](), list[str](), list[str](), list[Route]()
        self.painted = False
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", self.fail)
        page.on("response", lambda got: self.failed.append(f"{got.url} ({got.status})") if got.status >= 400 else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.add_init_script(f"({NOTE})()")
        page.route("**/*", lambda route: self.take(route))

    def of(self, address: str, width: int) -> View:
        """Open one page and say what happened until all was there."""
        for told in (self.asked, self.failed, self.errors, self.late):
            told.clear()
        self.painted = False
        self.page.goto(self.site.address + address, wait_until="domcontentloaded")
        self.page.evaluate(PAINTED)
        self.let_late_ones_come()
        self.page.wait_for_load_state("load")
        seen = self.page.evaluate(SETTLED)
        return View(address, width, *map(tuple, (self.asked, self.failed, seen["refused"], seen["moved"], self.errors)))

    def fail(self, request: Request) -> None:
        """A request came to nothing; one that the next page broke off says nothing of this one."""
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.url} ({request.failure})")

    def take(self, route: Route) -> None:
        """Something is asked for: it is sent at once unless it is of the kind that may come late."""
        if self.painted or route.request.resource_type not in LATE:
            answer(self.site, route)
        else:
            self.late.append(route)

    def let_late_ones_come(self) -> None:
        """Send those that wait, and every later one at once."""
        self.painted = True
        for route in self.late:
            answer(self.site, route)
