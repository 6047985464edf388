"""The corrections page: every fault that was owned up to, and how often that happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from twosource.pages import addresses, dates
from twosource.pages.cards import card
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.lists import numbers, page_note, paging
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.sheet import Sheet
from twosource.pages.views import CorrectionsBody
from twosource.pages.wording import counted, percent
from twosource.trends.corrections import LOGGED

LENGTH = 200
"""Entries on one page."""

ENDINGS = ("csv", "json")
"""Forms in which the log can be taken away."""


def corrections_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The corrections page, and further ones where there are many entries."""
    for number in numbers(stand.logged, LENGTH):
        make = partial(_corrections, number=number)
        yield Sheet(addresses.paged(addresses.CORRECTIONS, number), "corrections.html", make, indexed=True)


def _corrections(stand: Newsstand, number: int) -> Page:
    entries = stand.corrections.entries
    head = Head(
        title=f"Corrections{page_note(number)}",
        crumbs=(("Corrections", addresses.CORRECTIONS),),
        description="Corrections, clarifications and retractions, newest first, and how often they happen.",
        feeds=(("Corrections", addresses.CORRECTIONS_FEED),),
    )
    body: CorrectionsBody = {
        "entries": [
            {
                "date": dates.partial(entry.change.date),
                "kind": entry.change.kind.value,
                "text": entry.change.text,
                "story": card(stand, stand.brief(entry.slug)),
            }
            for entry in entries[(number - 1) * LENGTH : number * LENGTH]
        ],
        "rate": correction_rate(stand),
        "kinds": _kinds(stand),
        "files": [link(stand, f"Log as {ending.upper()}", addresses.data("corrections", ending)) for ending in ENDINGS],
        "feed": link(stand, "Feed of corrections", addresses.CORRECTIONS_FEED),
        "paging": paging(stand, addresses.CORRECTIONS, len(entries), number, LENGTH),
    }
    return html_page(stand, addresses.paged(addresses.CORRECTIONS, number), "corrections.html", head, body)


def _kinds(stand: Newsstand) -> list[dict[str, Any]]:
    """Entries by kind, of all pages."""
    found = Counter(entry.change.kind for entry in stand.corrections.entries)
    return [{"kind": kind.value, "count": found[kind]} for kind in LOGGED]


def correction_rate(stand: Newsstand) -> str:
    """The rate in a sentence; below the minimum n only the numbers."""
    found = stand.corrections
    stories = f"{counted(found.stories, 'story', 'stories')} published"
    if found.enough:
        rate = percent(found.faulty / found.stories) if found.stories else ""
        return f"{found.faulty} of {stories} ({rate}) {_were(found.faulty)} corrected or retracted."
    return (
        f"{found.faulty} of {stories} {_were(found.faulty)} corrected or retracted: "
        f"too few stories for a rate (fewer than {stand.minimum_n})."
    )


def _were(n: int) -> str:
    return "was" if n == 1 else "were"
