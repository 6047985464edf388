"""The writer's outlook beside the one that the effects on the parties give."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.newsroom.rubric import Rubric
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import Effect, OutlookValue
from twosource.verification.verdict import JudgedOutlook

TILT = {Effect.POSITIVE: 1, Effect.NEGATIVE: -1, Effect.MIXED: 0}
"""Direction of each effect; an unclear one has none."""

OPPOSITE = frozenset({OutlookValue.BULLISH, OutlookValue.BEARISH})


def judge_outlook(story: Story, rubric: Rubric) -> JudgedOutlook | None:
    """Both outlooks; None when the writer gives none.

    Derived from the effects on its party, or from all effects when the party is not among them.
    """
    given = story.outlook
    if given is None:
        return None
    own = [party.effect for party in story.affected if party.entity == given.entity]
    derived = derive(own or [party.effect for party in story.affected], rubric.outlook.tilt)
    return JudgedOutlook(
        given.value, given.entity, given.because, given.facts, derived, {given.value, derived} != OPPOSITE
    )


def derive(effects: Iterable[Effect], tilt: float) -> OutlookValue:
    """Mean direction (-1 to 1): bullish from `tilt`, bearish from -`tilt`, mixed between them, neutral without any."""
    directions = [TILT[effect] for effect in effects if effect in TILT]
    balance = sum(directions) / len(directions) if directions else 0.0
    if balance >= tilt:
        return OutlookValue.BULLISH
    if balance <= -tilt:
        return OutlookValue.BEARISH
    return OutlookValue.MIXED if directions else OutlookValue.NEUTRAL
