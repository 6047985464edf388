"""Joins by who wrote it: one person, two sites, two days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twosource.newsroom.story import Source
from twosource.verification.bylines import persons
from twosource.verification.case import Pool
from twosource.verification.joining import groups, pairs
from twosource.verification.verdict import Join, JoinKind
from twosource.verification.web_addresses import site_of

DAY = 24
"""Hours of a day: dates of publication are known by the day."""


def same_author(pool: Pool) -> Iterator[Join]:
    """Two pages on different sites that name one person as author, published within the rubric's hours.

    A long byline is a list of a site's staff, and who stands in it need not have written the page.
    """
    authors = {source.id: _authors(pool, source) for source in pool.sources}

    def reason(a: Source, b: Source) -> str:
        hours = _hours_apart(a, b)
        elsewhere = a.publisher != b.publisher and site_of(a.url) != site_of(b.url)
        if not elsewhere or hours > pool.rules.byline_hours:
            return ""
        name = next(name for form, name in authors[a.id].items() if form in authors[b.id])
        when = "on one day" if hours == 0 else f"within {hours} hours"
        return f"Both name {name} as author: {pool.publisher(a).name} and {pool.publisher(b).name}, {when}."

    for group in groups(pool, lambda source: authors[source.id]).values():
        yield from pairs(JoinKind.BYLINE, group, reason)


def _authors(pool: Pool, source: Source) -> Mapping[str, str]:
    """Persons whom the story names as authors, else those whom the saved page names; nobody where they are a list."""
    locked = pool.locked.get(source.id)
    names = persons((source.author,), pool.ids) or persons(locked.authors if locked else (), pool.ids)
    return names if len(names) <= pool.rules.byline_names else {}


def _hours_apart(a: Source, b: Source) -> int:
    """Most hours that can lie between two days of publication, counted by days."""
    days = max(a.published.last - b.published.first, b.published.last - a.published.first)
    return days.days * DAY
