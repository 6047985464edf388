"""Search by keyboard: a word of a headline finds the story; without an index, the list of all stories serves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Page

from tests.judges.browser import visit
from tests.judges.fault import Fault
from tests.judges.site import Site, pages, stories, tree

WHERE = "/search/"
PATIENCE = 10_000
"""Milliseconds that the index may take to come on a slow machine; nothing is measured by it."""


def searching(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """What keeps a reader from finding the last story by name."""
    if WHERE not in pages(site):
        return (Fault(WHERE, "there is no page to search on"),)
    unreachable = [
        Fault(page, "no link or form leads to the search")
        for page in pages(site)
        if not tree(site, page).xpath(f"//a[starts-with(@href, '{WHERE}')] | //form[starts-with(@action, '{WHERE}')]")
        and not tree(site, page).xpath("//meta[@http-equiv='refresh']")
    ]
    with visit(browser, site) as page:
        return (*unreachable, *(Fault(WHERE, what) for what in found(site, page)))


def found(site: Site, page: Page) -> Iterator[str]:
    """Whether the story shows that a word of its headline names alone."""
    target, word = rarest(site)
    page.goto(site.address + WHERE)
    if not (site.folder / "pagefind").is_dir():
        listed = set(tree(site, WHERE).xpath("//main//a/@href"))
        yield from (f"has no index, and does not list {one}" for one in stories(site) if one not in listed)
        return
    page.wait_for_function(SETTLED, timeout=PATIENCE)
    box = page.locator("main input[type=search]:visible").first
    if not box.count():
        yield "has an index, and no field to search in"
        return
    try:
        box.focus(timeout=PATIENCE)
        page.keyboard.type(word)
        page.keyboard.press("Enter")
        page.wait_for_function(FIRST, arg=target, timeout=PATIENCE)
    except Error:
        yield f"searching for “{word}” by keyboard does not show {target} first"


SETTLED = """() => {
    const field = document.querySelector("main input[type=search]");
    return !field || field.checkVisibility({visibilityProperty: true}) || !field.checkVisibility();
}"""
"""True once the field is shown, or taken away: until the index has come, its place is kept and it is not to be seen."""

FIRST = """target => [...document.querySelectorAll("main a[href*='/stories/']")]
    .find(link => link.checkVisibility())?.pathname === target"""


def rarest(site: Site) -> tuple[str, str]:
    """The story and the word, of five letters or more, that no other headline has; the last such in the alphabet."""
    headlines = {page: set(re.findall(r"[a-z]{5,}", headline(site, page).lower())) for page in stories(site)}
    counts = Counter(word for words in headlines.values() for word in words)
    alone = [(word, page) for page, words in headlines.items() for word in words if counts[word] == 1]
    word, page = max(alone)
    return page, word


def headline(site: Site, page: str) -> str:
    """A page's first heading."""
    return str(tree(site, page).xpath("string(//h1)"))
