"""Which pages the slow judges see: of every kind the largest, and more until every class of the site has been seen."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from tests.judges.site import Site, file_of, kind, pages, tree


@cache
def samples(site: Site) -> tuple[str, ...]:
    """Addresses of pages that show every kind of page and every class there is, in order."""
    chosen = list(largest(site))
    seen = frozenset[str]().union(*(classes(site, page) for page in chosen))
    waiting = {page: classes(site, page) - seen for page in pages(site)}
    while any(waiting.values()):
        best = max(waiting, key=lambda page: (len(waiting[page]), page))
        chosen.append(best)
        waiting = {page: left - waiting[best] for page, left in waiting.items()}
    return tuple(sorted(chosen))


@cache
def largest(site: Site) -> tuple[str, ...]:
    """The page with the most bytes of each kind."""
    ordered = sorted(pages(site), key=kind)
    return tuple(max(group, key=lambda page: (size(site, page), page)) for _, group in groupby(ordered, key=kind))


def size(site: Site, page: str) -> int:
    """A page's bytes."""
    return file_of(site, page).stat().st_size


@cache
def classes(site: Site, page: str) -> frozenset[str]:
    """Every class and every element that stands on a page."""
    elements = tree(site, page).iter("*")
    return frozenset(f"{element.tag}.{name}" for element in elements for name in (element.get("class") or "").split())
