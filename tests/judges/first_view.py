"""What a reader's browser does with a page at first: what it asks for, what it refuses, and what moves meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Browser, Route

from tests.judges.browser import DESK, PHONE, answer, visit
from tests.judges.samples import samples
from tests.judges.site import Site, stories

MOST = 60
"""Stories that are opened in a browser besides the samples; of a larger site the first ones by name."""

NOTE = """() => {
    window.seen = {refused: [], moved: []};
    addEventListener("securitypolicyviolation",
        one => seen.refused.push(`${one.effectiveDirective} refuses ${one.blockedURI}`));
    new PerformanceObserver(list => { for (const one of list.getEntries()) seen.moved.push(
        `${one.value.toFixed(4)} ${one.sources.map(part => part.node?.parentElement?.outerHTML.slice(0, 90)).join(" ")}`);
    }).observe({type: "layout-shift", buffered: true});
}"""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SETTLED = """() => document.fonts.ready.then(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.seen), 0)))))"""


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
    """Stories and sampled pages, on a phone and on a desk. Fonts come only after the first paint: the worst case."""
    addresses = tuple(dict.fromkeys((*samples(site), *stories(site)[:MOST])))
    return tuple(look(site, browser, address, size) for size in (PHONE, DESK) for address in addresses)


def look(site: Site, browser: Browser, address: str, size: tuple[int, int]) -> View:
    """Open one page as a new reader does, nothing being cached."""
    asked, failed, errors, fonts = list[str](), list[str](), list[str](), LateFonts(site)
    with visit(browser, site, size=size) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: failed.append(f"{request.url} ({request.failure})"))
        page.on("response", lambda got: failed.append(f"{got.url} ({got.status})") if got.status >= 400 else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(f"({NOTE})()")
        page.route("**/*.woff2*", lambda route: fonts.take(route))
        page.goto(site.address + address, wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        fonts.come()
        page.wait_for_load_state("load")
        seen = page.evaluate(SETTLED)
    own = [one for one in failed if not (address == "/404.html" and one.startswith(site.address + address))]
    return View(address, size[0], tuple(asked), tuple(own), tuple(seen["refused"]), tuple(seen["moved"]), tuple(errors))


class LateFonts:
    """Requests for fonts, kept waiting until something has been painted without them."""

    def __init__(self, site: Site) -> None:
        """Nothing is painted yet."""
        self.site, self.waiting, self.painted = site, list[Route](), False

    def take(self, route: Route) -> None:
        """One font is asked for."""
        if self.painted:
            answer(self.site, route)
        else:
            self.waiting.append(route)

    def come(self) -> None:
        """Send those that wait, and every later one at once."""
        self.painted = True
        for route in self.waiting:
            answer(self.site, route)
