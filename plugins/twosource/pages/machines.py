"""Files for machines that look around: sitemap, robots, search description; and the redirects from former addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from twosource.newsroom.moments import Moment
from twosource.pages import addresses, dates
from twosource.pages.chrome import Head, html_page, link, site_view
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import PageMaker, Sheet
from twosource.pages.views import OpenSearchBody, RedirectBody, SitemapBody

MOST = 50_000
"""Addresses that one sitemap may hold."""


SHORTEST = 16
"""Characters of a short name in a search description, at most."""


def redirect_pages(stand: Newsstand) -> Iterator[Sheet]:
    """A page at each former address of a public story."""
    return (Sheet(alias, "redirect.html", partial(_redirect, alias=alias)) for alias in stand.moved)


def opensearch_pages(stand: Newsstand) -> Iterator[Sheet]:
    """How a browser may search the site."""
    yield Sheet(addresses.OPENSEARCH, "opensearch.xml", _opensearch)


def short_name(name: str) -> str:
    """A name of at most 16 characters, as OpenSearch wants it: whole words, without the article first."""
    words = name.removeprefix("The ").split() if len(name) > SHORTEST else [name]
    kept = [word for n, word in enumerate(words) if len(" ".join(words[: n + 1])) <= SHORTEST]
    return " ".join(kept) or words[0][:SHORTEST]


def within(text: str, most: int) -> str:
    """As many whole words as have room, with a sign where some are left out."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def site_index(sheets: Sequence[Sheet], listed: PageMaker) -> Iterator[Sheet]:
    """The sitemap of the sheets that may be indexed, in as many parts as it needs, and robots.txt that names them.

    `listed` lists these sheets again when a part is made: by that the newsstand knows what the sitemap looked at.
    """
    parts = -(-sum(sheet.indexed for sheet in sheets) // MOST)
    for number in range(1, parts + 1):
        make = partial(_sitemap, number=number, listed=listed)
        yield Sheet(addresses.sitemap(number), "sitemap.xml", make)
    yield Sheet(addresses.ROBOTS, "text", partial(_robots, listed=listed))


def _open_pages(stand: Newsstand, listed: PageMaker) -> list[str]:
    return sorted(sheet.url for sheet in listed(stand) if sheet.indexed)


def _sitemap(stand: Newsstand, number: int, listed: PageMaker) -> Page:
    changed = {addresses.story(slug): text for slug, text in stand.changed.items()}
    part = _open_pages(stand, listed)[(number - 1) * MOST : number * MOST]
    body: SitemapBody = {"urls": [{"loc": stand.url(url), "lastmod": _lastmod(changed.get(url, ""))} for url in part]}
    return Page(addresses.sitemap(number), "sitemap.xml", body)


def _robots(stand: Newsstand, listed: PageMaker) -> Page:
    parts = -(-len(_open_pages(stand, listed)) // MOST)
    named = "".join(f"Sitemap: {stand.url(addresses.sitemap(number))}\n" for number in range(1, parts + 1))
    return Page(addresses.ROBOTS, "text", {"text": f"User-agent: *\nAllow: /\n\n{named}"})


def _lastmod(text: str) -> str:
    moment = Moment.parse(text)
    return dates.machine(moment) if moment else ""


def _opensearch(stand: Newsstand) -> Page:
    hub = stand.library.hub
    body: OpenSearchBody = {
        "site": site_view(stand, addresses.HOME),
        "name": short_name(hub.name),
        "long_name": within(hub.name, 48),
        "description": within(hub.description, 1024),
        "language": hub.language,
        "example": hub.topics[0].name.lower(),
        "attribution": within(f"{hub.publisher}, {hub.licence.name}", 256),
        "self_url": stand.url(addresses.OPENSEARCH),
        "template": f"{stand.url(addresses.SEARCH)}?q={{searchTerms}}",
    }
    return Page(addresses.OPENSEARCH, "opensearch.xml", body)


def _redirect(stand: Newsstand, alias: str) -> Page:
    story = stand.brief(stand.moved[alias])
    target = addresses.story(story.slug)
    head = Head(
        title=story.title,
        description=f"This story has moved to {stand.url(target)}.",
        robots="noindex",
        canonical=target,
    )
    body: RedirectBody = {"target": link(stand, story.title, target)}
    return html_page(stand, alias, "redirect.html", head, body)
