"""A folio that waited for its page says what it said before, in less memory."""

from __future__ import annotations

import pickle

from twosource.pages.edition import Edition
from twosource.pages.small_stand import make_newsstand
from twosource.pages.stowed import stow

from .hub import AS_OF, SITE


def test_everything_that_pages_show_comes_back(edition: Edition) -> None:
    stand = make_newsstand(edition.review, AS_OF, SITE)
    folios = [stand.folio(slug) for slug in stand.stories]
    assert any(folio.prose.html for folio in folios)
    for folio in folios:
        again = stow(folio).folio()
        assert (again.prose, again.brief, again.verdict) == (folio.prose, folio.brief, folio.verdict)
        assert (again.lock, again.row) == (folio.lock, folio.row)
        assert (again.story.body.text, again.story.facts) == (folio.story.body.text, folio.story.facts)


def test_a_stowed_folio_holds_its_texts_packed(edition: Edition) -> None:
    """By about what markup and text take, for they say the same words twice."""
    stand = make_newsstand(edition.review, AS_OF, SITE)
    folio = stand.folio(max(stand.stories, key=lambda slug: len(stand.folio(slug).prose.html)))
    stowed = stow(folio)
    texts = len(folio.prose.html) + len(folio.story.body.text)
    assert len(pickle.dumps(stowed)) < len(pickle.dumps(stowed.folio())) - texts // 3
