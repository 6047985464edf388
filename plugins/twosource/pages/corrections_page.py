"""The corrections page: every fault that was owned up to, and how often that happens."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.pages import addresses, dates
from twosource.pages.cards import card
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.views import CorrectionsBody
from twosource.pages.wording import counted, share


def corrections_pages(stand: Newsstand) -> Iterator[Page]:
    """The corrections page."""
    head = Head(
        title="Corrections",
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
                "story": card(stand, stand.by_slug[entry.slug]),
            }
            for entry in stand.trends.corrections.entries
        ],
        "rate": correction_rate(stand),
        "feed": link(stand, "Feed of corrections", addresses.CORRECTIONS_FEED),
    }
    yield html_page(stand, addresses.CORRECTIONS, "corrections.html", head, body)


def correction_rate(stand: Newsstand) -> str:
    """The rate in a sentence; below the minimum n only the numbers."""
    found = stand.trends.corrections
    if found.enough:
        return f"{share(found.faulty, found.stories)} of stories published were corrected or retracted."
    return (
        f"{found.faulty} of {counted(found.stories, 'story', 'stories')} published were corrected or retracted: "
        f"too few stories for a rate (fewer than {stand.trends.minimum_n})."
    )
