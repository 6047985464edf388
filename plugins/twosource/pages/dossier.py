"""What both the page of a story and its data need, reckoned once."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.pages.coverage import coverage
from twosource.pages.folio import Folio
from twosource.pages.newsstand import Newsstand
from twosource.pages.related import Related, related_to


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
    """Reckon it."""
    folio = stand.folio(slug)
    return Dossier(folio, tuple(coverage(stand, folio)), related_to(stand, folio.brief))
