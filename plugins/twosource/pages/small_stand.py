"""A newsstand with every story at hand: for small hubs, and to see a site without printing it."""

from __future__ import annotations

from datetime import datetime

from twosource.pages.extras import USUAL, Extras
from twosource.pages.folio import make_folio, may_be_read
from twosource.pages.house import open_house
from twosource.pages.newsstand import Newsstand
from twosource.pages.opening import open_newsstand
from twosource.verification.review import Review


def make_newsstand(
    review: Review, as_of: datetime, site_url: str, index: str = "", extras: Extras = USUAL
) -> Newsstand:
    """Lay out what readers may see of a review at a moment; see `open_house` for the rest."""
    library = review.library
    house = open_house(library, as_of, site_url, index, extras)
    folios = {
        story.slug: make_folio(house, story, library.lock_of(story), verdict)
        for story in library.stories
        if (verdict := review.verdicts.get(story.slug)) and may_be_read(story, verdict, as_of)
    }
    briefs = {slug: folio.brief for slug, folio in folios.items()}
    rows = (folio.row for folio in folios.values())
    return open_newsstand(house, rows, briefs.__getitem__, folios.__getitem__)
