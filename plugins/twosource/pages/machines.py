"""Files for machines that look around: sitemap, robots, search description; and the redirects from former addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.newsroom.story import Story
from twosource.pages import addresses, dates
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.views import OpenSearchBody, RedirectBody, SitemapBody

MOST = 50_000
"""Addresses that one sitemap may hold."""


def redirect_pages(stand: Newsstand) -> Iterator[Page]:
    """A page at each former address of a public story."""
    return (_redirect(stand, story, alias) for story in stand.stories for alias in story.aliases)


def opensearch_pages(stand: Newsstand) -> Iterator[Page]:
    """How a browser may search the site."""
    hub = stand.library.hub
    body: OpenSearchBody = {
        "name": hub.name,
        "description": hub.description,
        "language": hub.language,
        "template": f"{stand.url(addresses.SEARCH)}?q={{searchTerms}}",
    }
    yield Page(addresses.OPENSEARCH, "opensearch.xml", body)


def site_index(stand: Newsstand, pages: Sequence[Page]) -> Iterator[Page]:
    """The sitemap of the pages that may be indexed, in as many parts as it needs, and robots.txt that names them."""
    open_pages = sorted(page.url for page in pages if _indexable(page))
    changed = {addresses.story(story.slug): _changed(story) for story in stand.stories}
    rows = [{"loc": stand.url(address), "lastmod": changed.get(address, "")} for address in open_pages]
    parts = [rows[first : first + MOST] for first in range(0, len(rows), MOST)]
    for number, part in enumerate(parts, 1):
        body: SitemapBody = {"urls": part}
        yield Page(addresses.sitemap(number), "sitemap.xml", body)
    named = "".join(f"Sitemap: {stand.url(addresses.sitemap(number))}\n" for number in range(1, len(parts) + 1))
    yield Page(addresses.ROBOTS, "text", {"text": f"User-agent: *\nAllow: /\n\n{named}"})


def _indexable(page: Page) -> bool:
    return page.template.endswith(".html") and page.view["page"]["robots"] == "index,follow"


def _changed(story: Story) -> str:
    return dates.machine(story.updated or story.date)


def _redirect(stand: Newsstand, story: Story, alias: str) -> Page:
    target = addresses.story(story.slug)
    head = Head(
        title=story.title,
        description=f"This story has moved to {stand.url(target)}.",
        robots="noindex",
        canonical=target,
    )
    body: RedirectBody = {"target": link(stand, story.title, target)}
    return html_page(stand, alias, "redirect.html", head, body)
