"""Pages ask no other host for anything, and nothing of their own host in vain."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.judges.fault import Fault
from tests.judges.first_view import first_views
from tests.judges.site import Site, pages, tree

HINTS = "//link[@rel='preconnect' or @rel='dns-prefetch' or @rel='prefetch' or @rel='prerender']/@href"
LOADED = (
    "//script/@src | //img/@src | //iframe/@src | //video/@src | //audio/@src | //source/@src | //embed/@src"
    " | //object/@data"
    " | //link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='modulepreload' or @rel='apple-touch-icon'"
    " or @rel='manifest']/@href"
)


def no_other_host(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Requests to others, in any page's text or as the browser makes them."""
    written = [
        Fault(page, f"loads {target}")
        for page in pages(site)
        for target in tree(site, page).xpath(f"{HINTS} | {LOADED}")
        if "//" in target and not target.startswith(site.address + "/")
    ]
    made = [
        Fault(view.page, f"{view.width} px: asks for {url}")
        for view in first_views(site, browser)
        for url in view.asked
        if not url.startswith((site.address + "/", "data:", "blob:"))
    ]
    return (*written, *made)


def nothing_in_vain(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Requests that fail: missing fonts, pictures, scripts."""
    return tuple(
        Fault(view.page, f"{view.width} px: {one}") for view in first_views(site, browser) for one in view.failed
    )
