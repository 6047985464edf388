"""The content security policy: strict, on every page, and nothing that a page needs is refused by it."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from tests.judges.fault import Fault
from tests.judges.first_view import first_views
from tests.judges.site import Site, pages, tree

META = "string(//meta[@http-equiv='Content-Security-Policy']/@content)"
SECRET = ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:")
"""Sources that let in what the policy is there to keep out."""

INLINE = {
    "style attribute": "//*[@style]",
    "style element": "//style",
    "event attribute": "//*[@*[starts-with(name(), 'on')]]",
    "inline script": "//script[not(@src) and not(contains(@type, 'json'))]",
    "javascript: address": "//*[starts-with(@href, 'javascript:')]",
}


def policy_written(site: Site) -> tuple[Fault, ...]:
    """Pages without the policy or with a lax one, and what stands inline."""
    return tuple(Fault(page, what) for page in pages(site) for what in in_page(site, page))


def in_page(site: Site, page: str) -> Iterator[str]:
    """What one page says and holds."""
    root = tree(site, page)
    rules = [rule.split() for rule in str(root.xpath(META)).split(";") if rule.strip()]
    if ["default-src", "'none'"] not in rules:
        yield "its policy does not begin from default-src 'none'"
    for name, *sources in rules:
        yield from (f"its policy lets {name} take {one}" for one in sources if one in SECRET or "//" in one)
    if root.xpath("//meta[@http-equiv='Content-Security-Policy']/preceding-sibling::*[self::link or self::script]"):
        yield "something is loaded before its policy is read"
    for name, path in INLINE.items():
        yield from (f"{name}: <{found.tag} {found.get('class') or ''}>" for found in root.xpath(path))


def policy_kept(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Reports of violations, and scripts that stumble under the policy."""
    return tuple(
        Fault(view.page, f"{view.width} px: {what}")
        for view in first_views(site, browser)
        for what in (*view.refused, *view.errors)
    )
