"""What both the page of a story and its data need, reckoned once."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line
from twosource.pages.coverage import coverage
from twosource.pages.folio import Folio
from twosource.pages.newsstand import Newsstand
from twosource.pages.related import Related, related
from twosource.pages.views import Badge
from twosource.pages.wording import listed


@dataclass(frozen=True, slots=True)
class Dossier:
    """One story with what was made from it."""

    folio: Folio
    """The story."""
    coverage: tuple[str, ...]
    """How it was covered, in sentences."""
    related: tuple[Related, ...]
    """What else to read."""
    badge: Badge
    """Its verification."""
    cite_as: str
    """How to cite it."""


def dossier(stand: Newsstand, slug: str) -> Dossier:
    """Reckon it; that of the last story is kept, for its data follow its page."""
    folio, kin = stand.folio(slug), stand.kinships(slug)
    held: Dossier | None = stand.made.get("dossier")
    if held is None or held.folio is not folio:
        mark, cite_as = badge(folio.brief), citation(stand, folio)
        told, others = tuple(coverage(stand, folio)), related(stand, folio.brief, kin)
        held = stand.made["dossier"] = Dossier(folio, told, others, mark, cite_as)
    return held


def citation(stand: Newsstand, folio: Folio) -> str:
    """How to cite the story; the badge belongs to it."""
    story, mark = folio.story, badge_line(badge(folio.brief))
    when = dates.moment_day(story.updated or story.issued)["shown"]
    about = f" on the development of {dates.moment_day(story.date)['shown']}" if story.written else ""
    return (
        f"{listed(list(story.authors))}, “{story.title}”, {stand.library.hub.name}, {when}{about} ({mark}), "
        f"{stand.url(addresses.story(story.slug))}"
    )
