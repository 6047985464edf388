"""The registry of publishers: who owns each, and what its reports are worth and why; a long one goes on over pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from twosource.newsroom.reference import Publisher
from twosource.pages import addresses, dates
from twosource.pages.chrome import Head, html_page
from twosource.pages.lists import numbers, page_note, paging
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.views import PublishersBody
from twosource.pages.wording import counted, decimal

EACH = 150
"""Publishers on one page."""


def registry_pages(stand: Newsstand) -> Iterator[Sheet]:
    """Every page of the registry."""
    for number in numbers(len(stand.library.publishers), EACH):
        address = addresses.paged(addresses.PUBLISHERS, number)
        yield Sheet(address, "publishers.html", partial(_publishers, number=number), indexed=True)


def publisher_address(stand: Newsstand, name: str) -> str:
    """A publisher's row, on the page of the registry where it stands."""
    places: Mapping[str, int] = stand.once("registry", lambda: {held.id: n for n, held in enumerate(_ordered(stand))})
    return addresses.publisher(name, places[name] // EACH + 1)


def grades(stand: Newsstand) -> list[dict[str, Any]]:
    """What each grade means, and how many publishers have it."""
    counts = Counter(held.grade for held in stand.library.publishers.values())
    return [
        {
            "grade": grade.value,
            "reliability": decimal(rule.reliability, 2),
            "meaning": rule.meaning,
            "count": counts[grade],
        }
        for grade, rule in sorted(stand.library.rubric.grades.items())
    ]


def _ordered(stand: Newsstand) -> list[Publisher]:
    return sorted(stand.library.publishers.values(), key=lambda held: (held.name.lower(), held.id))


def _publishers(stand: Newsstand, number: int) -> Page:
    cited, registry = stand.cited, _ordered(stand)
    address = addresses.paged(addresses.PUBLISHERS, number)
    head = Head(
        title=f"Publishers{page_note(number)}",
        crumbs=(("Methodology", addresses.METHODOLOGY), ("Publishers", addresses.PUBLISHERS)),
        description=f"{counted(len(registry), 'publisher')}: who owns each, and what its reports are worth and why.",
    )
    shown = registry[(number - 1) * EACH : number * EACH]
    body: PublishersBody = {
        "count": len(registry),
        "publishers": [_row(held, cited.get(held.id, 0)) for held in shown],
        "grades": grades(stand),
        "paging": paging(stand, addresses.PUBLISHERS, len(registry), number, EACH),
    }
    return html_page(stand, address, "publishers.html", head, body)


def _row(publisher: Publisher, cited: int) -> dict[str, Any]:
    return {
        "id": publisher.id,
        "name": publisher.name,
        "domain": publisher.domain,
        "owner": publisher.owner,
        "past_owners": [f"{past.name}, until {dates.day(past.until)['shown']}" for past in publisher.past_owners],
        "kind": publisher.kind.value,
        "country": publisher.country,
        "grade": publisher.grade.value,
        "reason": publisher.reason,
        "date": dates.day(publisher.date),
        "count": cited,
    }
