"""The folio of a story: everything about it. Only its own page and data need one; all others make do with briefs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from twosource.newsroom.library import is_public
from twosource.newsroom.lock import Lock, LockedSource
from twosource.newsroom.story import Source, Story
from twosource.newsroom.story_words import Status
from twosource.pages.extras import USUAL, Extras
from twosource.pages.house import House
from twosource.pages.prose import Prose, Setting, set_body
from twosource.trends.brief import Brief, brief_of
from twosource.trends.row import Row, row_of
from twosource.verification.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Folio:
    """One public story with all that was read and reckoned of it."""

    story: Story
    """As its writer committed it."""
    lock: Lock | None
    """What stands beside it; None for a story without saved copies."""
    verdict: Verdict
    """Everything that was reckoned."""
    prose: Prose
    """Its analysis as markup."""
    brief: Brief
    """The same story as others see it."""

    def saved(self, source: Source) -> LockedSource | None:
        """The saved copy of one of its sources."""
        return self.lock.sources.get(source.id) if self.lock else None

    @property
    def row(self) -> Row:
        """Its place in the order and in the counts."""
        return row_of(self.brief, self.story.path, self.verdict.receipt)


def make_folio(house: House, story: Story, lock: Lock | None, verdict: Verdict) -> Folio:
    """Set the analysis and put it with the rest."""
    prose = set_body(story.body, _setting(house, story))
    return Folio(story, lock, verdict, prose, brief_of(story, verdict, prose.terms))


def may_be_read(story: Story, verdict: Verdict | None, as_of: datetime) -> bool:
    """True when readers may see the story at a moment."""
    return verdict is not None and may_ever_be_read(story, verdict) and is_public(story, as_of)


def may_ever_be_read(story: Story, verdict: Verdict, extras: Extras = USUAL) -> bool:
    """True when readers will see the story at some moment.

    One without a passed gate is an error long before; it stays away all the same, unless it was retracted, or whoever
    prints asked for all that can be laid out.
    """
    if extras.unpublished or extras.lenient:
        return extras.unpublished or story.status is not Status.DRAFT
    return story.status is not Status.DRAFT and (verdict.gate.passed or story.status is Status.RETRACTED)


def _setting(house: House, story: Story) -> Setting:
    publishers = house.library.publishers
    names = {
        source.id: publishers[source.publisher].name if source.publisher in publishers else source.title
        for source in story.sources
    }
    return Setting("analysis", 3, house.glossary, house.base, gloss=True, cites=names, facts=len(story.facts))
