"""Consequence from 1 to 10: the rubric's weights over three scores. Sources and coverage are no input."""

from __future__ import annotations

from math import floor

from twosource.newsroom.rubric import Dimension, Rubric
from twosource.newsroom.story import Consequence, Story
from twosource.verification.verdict import Impact, Points

DIMENSIONS = ("regulatory", "financial", "operational")
"""The three dimensions, in the order in which they are shown."""


def judge_impact(story: Story, rubric: Rubric) -> Impact:
    """Weighted mean of the three scores, rounded half up, at least 1."""
    parts = tuple(_points(name, getattr(story.impact, name), getattr(rubric.impact, name)) for name in DIMENSIONS)
    exact = round(sum(part.points for part in parts), 4)
    return Impact(max(1, min(10, floor(exact + 0.5))), exact, parts)


def _points(name: str, given: Consequence, rules: Dimension) -> Points:
    reached = max(score for score in map(int, rules.anchors) if score <= given.score)
    return Points(
        name,
        given.score,
        rules.weight,
        round(given.score * rules.weight, 4),
        rules.anchors[str(reached)],
        given.because,
        given.facts,
    )
