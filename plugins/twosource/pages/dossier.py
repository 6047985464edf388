"""What both the page of a story and its data need, reckoned once."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.pages.coverage import coverage
from twosource.pages.folio import Folio
from twosource.pages.newsstand import Newsstand
from twosource.pages.related import Related, related


@dataclass(frozen=True, slots=True)
class Dossier:
    """One story with what was made from it."""

    folio: Folio
    """The story."""
    coverage: tuple[str, ...]
    """How it was covered, in sentences."""
    related: tuple[Related, ...]
    """What else to read."""


def dossier(stand: Newsstand, slug: str) -> Dossier:
    """Reckon it; that of the last story is kept, for its data follow its page."""
    folio, kin = stand.folio(slug), stand.kinships(slug)
    held: Dossier | None = stand.made.get("dossier")
    if held is None or held.folio is not folio:
        held = stand.made["dossier"] = Dossier(folio, tuple(coverage(stand, folio)), related(stand, folio.brief, kin))
    return held
