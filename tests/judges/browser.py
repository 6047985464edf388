"""One Chromium, fed from a folder: no server, no port, and no request that leaves this machine."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Request, Route, sync_playwright

from tests.judges.fault import CannotJudge
from tests.judges.site import Site, file_of
from tests.judges.tools import ADVICE, chromium

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)
PHONE, DESK = (390, 844), (1280, 900)
"""Viewports, in CSS pixels."""

TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}

Heard = Callable[[Request], None]


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A browser for as many visits as wanted; starting it takes half a second."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        except Error as error:
            raise CannotJudge(f"Chromium did not start. {ADVICE}\n{error}") from error
        with browser:
            yield browser


@contextmanager
def visit(browser: Browser, site: Site, *, size: tuple[int, int] = DESK, **context: object) -> Iterator[Page]:
    """A fresh reader's empty page, whose requests are answered from the site's folder, and refused elsewhere."""
    width, height = size
    options = {"reduced_motion": "reduce", "viewport": {"width": width, "height": height}, **context}
    reader = browser.new_context(**options)  # type: ignore[arg-type]
    try:
        reader.route("**/*", lambda route: answer(site, route))
        yield reader.new_page()
    finally:
        reader.close()


def answer(site: Site, route: Route) -> None:
    """What a host of static files would send."""
    address = route.request.url
    if not address.startswith(site.address + "/"):
        route.abort("blockedbyclient")
        return
    path = file_of(site, address.removeprefix(site.address))
    if path.is_file():
        route.fulfill(body=path.read_bytes(), content_type=media_type(path))
    else:
        missing = site.folder / "404.html"
        route.fulfill(status=404, body=missing.read_bytes() if missing.is_file() else b"", content_type="text/html")


def media_type(path: Path) -> str:
    """The type that a file is sent with."""
    return TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def unfold(page: Page) -> None:
    """Opens every fold, for what is folded away is not judged."""
    page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
